// A new version of a rule pack or calendar: the text in force to change, and what is wrong with it, field by field.

import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { isProblem, newKey, post } from '../../../ui/api.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { problemSentence } from '../../../ui/state.tsx'
import { RULES_WORDS } from '../rules/words-rules.ts'
import type { RuleText } from './rule-answers.ts'

export function RuleTextDialog(props: { text: RuleText; onClose: () => void }) {
  const say = useWords(RULES_WORDS)
  const language = useLanguage()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [text, setText] = useState(() => draftOf(props.text))
  const [faults, setFaults] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const isPack = props.text.kind === 'pack'
  const keep = async () => {
    const read = readText(text)
    if ('fault' in read) return setFaults([say('notJson', { reason: read.fault })])
    setBusy(true)
    try {
      await post(isPack ? '/api/rule-packs' : '/api/calendars', read.value, { key: newKey() })
      message.success(say('kept'))
      queries.invalidateQueries({ queryKey: [isPack ? 'rule-packs' : 'calendars'] })
      props.onClose()
    } catch (error) {
      const fields = isProblem(error) ? error.fields.map(each => `${each.field}　${each.reason}`) : []
      setFaults([problemSentence(error, language), ...fields])
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open onCancel={props.onClose} footer={null} width={820} title={say(isPack ? 'newPack' : 'newCalendar')}>
      <p className="dialog-note">{say('newPackNote')}</p>
      <Input.TextArea
        aria-label={say('text')}
        className="rules-text"
        spellCheck={false}
        value={text}
        autoSize={{ minRows: 14, maxRows: 26 }}
        onChange={event => setText(event.target.value)}
      />
      {faults.length > 0 && (
        <div className="rules-faults" role="alert">
          {faults.map(fault => (
            <p key={fault}>{fault}</p>
          ))}
        </div>
      )}
      <Button type="primary" loading={busy} onClick={keep}>
        {say('keep')}
      </Button>
    </Modal>
  )
}

// How a text stands and until when it is in force follow from others; they are not part of a draft.
function draftOf(text: RuleText): string {
  const { standing: _standing, ...rest } = text.of
  const { effectiveTo: _until, ...draft } = rest as Record<string, unknown>
  return JSON.stringify(draft, null, 2)
}

function readText(text: string): { readonly value: unknown } | { readonly fault: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : '' }
  }
}
