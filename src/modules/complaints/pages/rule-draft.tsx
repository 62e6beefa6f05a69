// Putting a draft in force, or taking it back; each with its reason.

import { useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal, Radio } from 'antd'
import { newKey, post } from '../../../ui/api.ts'
import { Field, Form, Submit } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/language.tsx'
import { RULES_WORDS } from '../rules/words-rules.ts'
import { addressOf, type RuleText } from './rule-answers.ts'

interface Publication {
  readonly scope: 'new-cases' | 'open-cases'
  readonly reason?: string
}

/** A calendar reaches open cases unless said otherwise, because their working days are what it tells; a pack does not. */
export function PublishDialog(props: { text: RuleText; onClose: () => void }) {
  const say = useWords(RULES_WORDS)
  const finish = useFinish(props.onClose, say('published'))
  const scopes = (['new-cases', 'open-cases'] as const).map(value => ({ value, label: say(`scope.${value}`) }))
  const send = async (values: Publication) => {
    await post(`${addressOf(props.text)}/publication`, values, { key: newKey() })
    finish()
  }
  return (
    <Modal open onCancel={props.onClose} footer={null} width={560} title={say('publish')}>
      <Form<Publication> initial={{ scope: props.text.kind === 'pack' ? 'new-cases' : 'open-cases' }} onSubmit={send}>
        <Field name="scope" label={say('scope')} needed>
          <Radio.Group options={scopes} />
        </Field>
        <Field name="reason" label={say('reason')}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Field>
        <Submit>{say('publish')}</Submit>
      </Form>
    </Modal>
  )
}

export function WithdrawDialog(props: { text: RuleText; onClose: () => void }) {
  const say = useWords(RULES_WORDS)
  const finish = useFinish(props.onClose, say('withdrawn'))
  const send = async (values: { reason: string }) => {
    await post(`${addressOf(props.text)}/withdrawal`, values, { key: newKey() })
    finish()
  }
  return (
    <Modal open onCancel={props.onClose} footer={null} width={560} title={say('withdraw')}>
      <Form<{ reason: string }> onSubmit={send}>
        <Field name="reason" label={say('reason')} needed>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Field>
        <Submit>{say('withdraw')}</Submit>
      </Form>
    </Modal>
  )
}

function useFinish(close: () => void, said: string): () => void {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return () => {
    message.success(said)
    for (const key of ['rule-packs', 'calendars', 'recomputations']) queries.invalidateQueries({ queryKey: [key] })
    close()
  }
}
