// A new person, or a program with an account, with the first post.

import { App, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { type Day, dayOf } from '../../../kernel/time.ts'
import { post } from '../../../ui/api.ts'
import { Field, Form, Submit } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/language.tsx'
import { presentInstant } from '../../../ui/now.ts'
import { DayPicker } from '../../../ui/pickers.tsx'
import type { PersonRecord, TemporaryPassword, Unit } from './answers.ts'
import { RoleSelect, UnitSelect } from './choices.tsx'
import { Secret } from './secret.tsx'
import { PAGE } from './words.ts'

interface Values {
  readonly name: string
  readonly account: string
  readonly isProgram?: boolean
  readonly role: string
  readonly unit: string
  readonly from: Day
}

export function HireDialog(props: { units: readonly Unit[]; unit: string; onClose: () => void; onHired: () => void }) {
  const say = useWords(PAGE)
  const { message } = App.useApp()
  const [password, setPassword] = useState<string | null>(null)
  const hire = async (values: Values) => {
    const { name, account, from } = values
    const isProgram = values.isProgram === true
    const posts = [{ role: values.role, unit: values.unit, main: true, from }]
    const person = await post<PersonRecord>('/api/people', { name, account, isProgram, from, posts })
    props.onHired()
    message.success(say('saved'))
    if (isProgram) return props.onClose()
    const reset = await post<TemporaryPassword>(`/api/people/${person.id}/password-reset`)
    setPassword(reset.temporaryPassword)
  }
  return (
    <Modal
      open
      title={say('hire')}
      footer={null}
      onCancel={props.onClose}
      closable={{ 'aria-label': say('close') }}
      width={480}
    >
      {password !== null && <Secret title={say('temporary')} value={password} />}
      {password === null && (
        <Form<Values> initial={{ unit: props.unit, from: dayOf(presentInstant()) }} onSubmit={hire}>
          <div className="field-pair">
            <Field name="name" label={say('name')} needed>
              <Input maxLength={80} />
            </Field>
            <Field name="account" label={say('account')} needed help={say('accountHelp')}>
              <Input maxLength={32} autoCapitalize="none" spellCheck={false} />
            </Field>
            <Field name="role" label={say('role')} needed>
              <RoleSelect />
            </Field>
            <Field name="from" label={say('from')} needed>
              <DayPicker />
            </Field>
          </div>
          <Field name="unit" label={say('unit')} needed>
            <UnitSelect units={props.units} />
          </Field>
          <Field name="isProgram" label="" needed={false} valueName="checked" bare>
            <Checkbox>{say('isProgram')}</Checkbox>
          </Field>
          <Submit>{say('hire')}</Submit>
        </Form>
      )}
    </Modal>
  )
}
