// A new version of a rule pack or calendar: the text in force to change, and what is wrong with it line by line.

import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { isProblem, newKey, post } from '../../../ui/api.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { problemSentence } from '../../../ui/state.tsx'
import { RULES_WORDS } from '../rules/words-rules.ts'

export function RuleTextDialog(props: { kind: 'pack' | 'calendar'; of: object; onKept: () => void; onClose: () => void }) {
  const say = useWords(RULES_WORDS)
  const language = useLanguage()
  const { message } = App.useApp()
  const [text, setText] = useState(() => JSON.stringify(props.of, null, 2))
  const [faults, setFaults] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const keep = async () => {
    const read = readText(text)
    if (typeof read === 'string') return setFaults([say('notJson', { reason: read })])
    setBusy(true)
    try {
      await post(props.kind === 'pack' ? '/api/rule-packs' : '/api/calendars', read.value, { key: newKey() })
      message.success(say('kept'))
      props.onKept()
      props.onClose()
    } catch (error) {
      const fields = isProblem(error) ? error.fields.map(each => `${each.field}　${each.reason}`) : []
      setFaults([problemSentence(error, language), ...fields])
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open onCancel={props.onClose} footer={null} width={820} title={say(props.kind === 'pack' ? 'newPack' : 'newCalendar')}>
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

function readText(text: string): { value: unknown } | string {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}
