// The one-time link of an empty bank: its secret stands after the `#`, where no log sees it.

import { useNavigate } from '@tanstack/react-router'
import { App, Input } from 'antd'
import { post } from '../../../ui/api.ts'
import { Field, Form, Submit } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/mark.tsx'
import { Switches } from '../../../ui/shell.tsx'
import '../../../ui/sign-in.css'
import { PAGE } from './words.ts'

interface Values {
  readonly name: string
  readonly account: string
  readonly password: string
}

export function FirstAdministrator() {
  const say = useWords(PAGE)
  const navigate = useNavigate()
  const { message } = App.useApp()
  const create = async (values: Values) => {
    await post('/api/first-administrator', { ...values, secret: window.location.hash.slice(1) })
    message.success(say('saved'))
    navigate({ to: '/sign-in' as never, replace: true })
  }
  return (
    <div className="sign-in">
      <header>
        <Switches />
      </header>
      <main>
        <h1>
          <Mark size={30} />
          <span>{say('firstTitle')}</span>
        </h1>
        <p className="quiet">{say('firstNote')}</p>
        <Form<Values> onSubmit={create}>
          <Field name="name" label={say('name')} needed>
            <Input size="large" maxLength={80} />
          </Field>
          <Field name="account" label={say('account')} needed help={say('accountHelp')}>
            <Input size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} />
          </Field>
          <Field name="password" label={say('next')} needed>
            <Input.Password size="large" autoComplete="new-password" />
          </Field>
          <Submit>{say('firstDo')}</Submit>
        </Form>
      </main>
    </div>
  )
}
