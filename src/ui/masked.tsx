// A masked field with an eye: asks for a purpose, shows the words for a while, forgets them.
//
// <Masked label={say('phone')} value="138****2210" reveal={purpose => post('/api/…', purpose).then(a => a.value)} />
// `reveal` gets { purpose, words }; the server records the reading before it answers. Omit `reveal` where there is no right.

import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button, Input, Popover, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { Wording } from '../kernel/words.ts'
import { fill } from '../kernel/words.ts'
import { useLanguage, useWords } from './language.tsx'
import './masked.css'
import { problemSentence } from './state.tsx'
import { KIT } from './words.ts'

export interface Purpose {
  readonly purpose: string
  readonly words: string
}

export interface PurposeChoice {
  readonly code: string
  readonly words: Wording
}

export const PURPOSES: readonly PurposeChoice[] = [
  { code: 'identity', words: KIT.purposeIdentity },
  { code: 'contact', words: KIT.purposeContact },
  { code: 'handling', words: KIT.purposeHandling },
  { code: 'inspection', words: KIT.purposeInspection },
  { code: 'other', words: KIT.purposeOther },
]

const SHOWN_SECONDS = 30

export function Masked(props: {
  label: string
  value: string
  reveal?: (purpose: Purpose) => Promise<string>
  seconds?: number
  purposes?: readonly PurposeChoice[]
}) {
  const say = useWords(KIT)
  const seconds = props.seconds ?? SHOWN_SECONDS
  const [asking, setAsking] = useState(false)
  const [words, setWords] = useState<string | null>(null)

  useEffect(() => {
    if (words === null) return
    const timer = setTimeout(() => setWords(null), seconds * 1000)
    return () => clearTimeout(timer)
  }, [words, seconds])

  const { reveal } = props
  if (!reveal) return <span className="masked">{props.value}</span>
  if (words !== null) {
    return (
      <span className="masked masked-open">
        {words}
        <button
          type="button"
          className="eye"
          aria-label={say('hide')}
          title={say('hide')}
          onClick={() => setWords(null)}
        >
          <EyeInvisibleOutlined />
        </button>
      </span>
    )
  }
  const label = say('reveal', { label: props.label })
  const ask = async (purpose: Purpose) => {
    setWords(await reveal(purpose))
    setAsking(false)
  }
  return (
    <span className="masked">
      {props.value}
      <Popover
        open={asking}
        onOpenChange={setAsking}
        trigger="click"
        placement="bottomLeft"
        getPopupContainer={within}
        destroyOnHidden
        title={say('revealTitle')}
        content={<PurposeForm ask={ask} seconds={seconds} purposes={props.purposes ?? PURPOSES} />}
      >
        <button type="button" className="eye" aria-label={label} title={label} aria-expanded={asking}>
          <EyeOutlined />
        </button>
      </Popover>
    </span>
  )
}

// Inside the page's landmark, where readers by ear look for it.
function within(trigger: HTMLElement): HTMLElement {
  return trigger.closest('main') ?? document.body
}

/** The purpose of looking at sealed words: a choice and, for "other", a sentence. Also used before prints and exports. */
export function PurposeForm(props: {
  ask: (purpose: Purpose) => Promise<void>
  purposes?: readonly PurposeChoice[]
  /** Said in the note; without it there is no note. */
  seconds?: number
  action?: string
}) {
  const say = useWords(KIT)
  const language = useLanguage()
  const purposes = props.purposes ?? PURPOSES
  const [purpose, setPurpose] = useState(purposes[0]?.code ?? 'other')
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await props.ask({ purpose, words: words.trim() })
    } catch (error) {
      setProblem(problemSentence(error, language))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="purpose">
      <Select
        aria-label={say('revealPurpose')}
        value={purpose}
        onChange={setPurpose}
        options={purposes.map(each => ({ value: each.code, label: fill(each.words, language) }))}
      />
      <Input.TextArea
        aria-label={say('revealWords')}
        placeholder={say('revealWordsHelp')}
        value={words}
        maxLength={200}
        autoSize={{ minRows: 2, maxRows: 4 }}
        onChange={event => setWords(event.target.value)}
      />
      {props.seconds !== undefined && <p className="purpose-note">{say('revealNote', { seconds: props.seconds })}</p>}
      {problem && <p role="alert">{problem}</p>}
      <Button type="primary" loading={busy} disabled={purpose === 'other' && words.trim() === ''} onClick={go}>
        {props.action ?? say('revealDo')}
      </Button>
    </div>
  )
}
