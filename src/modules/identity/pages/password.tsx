// One's own password: the present one, the new one twice. With a temporary password nothing else is possible before.

import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { post } from '../../../ui/api.ts'
import { Field, Form, Submit } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Notice } from '../../../ui/state.tsx'
import { PAGE } from './words.ts'

interface Values {
  readonly present: string
  readonly next: string
  readonly repeat: string
}

export function PasswordDialog(props: { forced: boolean; onClose: () => void }) {
  const say = useWords(PAGE)
  const { message } = App.useApp()
  const [differs, setDiffers] = useState(false)
  const change = async ({ present, next, repeat }: Values) => {
    setDiffers(next !== repeat)
    if (next !== repeat) return
    await post('/api/session/password', { present, next })
    message.success(say('passwordDone'))
    props.onClose()
  }
  return (
    <Modal
      open
      title={say('passwordTitle')}
      footer={null}
      onCancel={props.onClose}
      closable={props.forced ? false : { 'aria-label': say('close') }}
      keyboard={!props.forced}
      mask={{ closable: false }}
      width={440}
    >
      {props.forced && <Notice tone="today">{say('passwordForced')}</Notice>}
      <Form<Values> onSubmit={change} onChange={() => setDiffers(false)}>
        <Field name="present" label={say('present')} needed>
          <Input.Password autoComplete="current-password" />
        </Field>
        <Field name="next" label={say('next')} needed>
          <Input.Password autoComplete="new-password" />
        </Field>
        <Field name="repeat" label={say('repeat')} needed help={say('passwordNote')}>
          <Input.Password autoComplete="new-password" />
        </Field>
        {differs && (
          <p className="form-problem" role="alert">
            {say('differs')}
          </p>
        )}
        <Submit>{say('passwordTitle')}</Submit>
      </Form>
    </Modal>
  )
}
