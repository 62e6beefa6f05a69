// Evidence of a case: what is on file, and adding to it; a file once kept is never replaced.

import { Select } from 'antd'
import { useState } from 'react'
import { fill } from '../../../kernel/words.ts'
import { When } from '../../../ui/countdown.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { Panel } from '../../../ui/page.tsx'
import { Upload } from '../../../ui/upload.tsx'
import { EVIDENCE_WORDS } from '../rules/words.ts'
import { CASE_WORDS } from '../rules/words-case.ts'
import type { CaseView, FileView } from './answers.ts'
import { postForm } from './file-wire.ts'

export function Evidence(props: { of: CaseView; onSent: () => void }) {
  const { of } = props
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const [kind, setKind] = useState<string>('from-consumer')
  const answer = of.allowed.find(each => each.noun === 'evidence')
  const kinds = Object.entries(EVIDENCE_WORDS).map(([value, words]) => ({ value, label: fill(words, language) }))
  return (
    <Panel title={say('evidence')}>
      {of.files.length === 0 && <p className="quiet">{say('filesEmpty')}</p>}
      <ul className="files">
        {of.files.map(file => (
          <li key={file.sha256}>
            <a href={`/api/complaints/${of.id}/files/${file.sha256}`} title={file.sha256}>
              {file.name}
            </a>
            <small>
              {fill(EVIDENCE_WORDS[file.kind as keyof typeof EVIDENCE_WORDS] ?? EVIDENCE_WORDS.other, language)} ·{' '}
              {showBytes(file)} · <When at={file.at} short /> {file.by?.name}
            </small>
          </li>
        ))}
      </ul>
      {answer?.ok && (
        <div className="files-add">
          <Select aria-label={say('fileKind')} value={kind} onChange={setKind} options={kinds} />
          <Upload
            label={say('upload')}
            send={(file, _progress, signal) => postForm(`/api/complaints/${of.id}/files`, { kind, file }, signal)}
            onSent={props.onSent}
          />
        </div>
      )}
    </Panel>
  )
}

function showBytes(file: FileView): string {
  return file.bytes < 1_000_000
    ? `${Math.max(1, Math.round(file.bytes / 1000))} kB`
    : `${(file.bytes / 1_000_000).toFixed(1)} MB`
}
