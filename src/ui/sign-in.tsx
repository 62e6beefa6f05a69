// Signing in: account, password, a clear "no", the language; on a demonstration, who may be tried.
//
// <SignIn onSignedIn={session => …} returning />     `returning`: the person was on a page when the session ended

import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect } from 'react'
import { fill, type Wording } from '../kernel/words.ts'
import { get, post } from './api.ts'
import { Field, Form, Submit } from './form.tsx'
import { useLanguage, useWords } from './language.tsx'
import { Mark } from './mark.tsx'
import { Switches } from './shell.tsx'
import './sign-in.css'
import type { Session } from './session.tsx'
import { Notice } from './state.tsx'
import { KIT } from './words.ts'

interface Demonstration {
  readonly accounts: readonly { readonly account: string; readonly name: Wording; readonly unit: Wording }[]
}

export function SignIn(props: { onSignedIn: (session: Session) => void; returning: boolean }) {
  const say = useWords(KIT)
  const language = useLanguage()
  const demonstration = useQuery({
    queryKey: ['demo'],
    queryFn: () => get<Demonstration>('/api/demo'),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const title = `${say('signInTitle')} · ${say('product')}`
  useEffect(() => {
    document.title = title
  }, [title])
  const enter = async (values: { account: string; password: string }) => {
    props.onSignedIn(await post<Session>('/api/session', values))
  }
  const accounts = demonstration.data?.accounts ?? []
  return (
    <div className="sign-in">
      <header>
        <Switches />
      </header>
      <main>
        <h1>
          <Mark size={30} />
          <span>{say('product')}</span>
          <small>{say('productLong')}</small>
        </h1>
        {props.returning && <Notice>{say('signInBack')}</Notice>}
        <Form onSubmit={enter}>
          <Field name="account" label={say('account')} needed>
            <Input autoComplete="username" autoCapitalize="none" spellCheck={false} size="large" />
          </Field>
          <Field name="password" label={say('password')} needed>
            <Input.Password autoComplete="current-password" size="large" />
          </Field>
          <Submit>{say('signIn')}</Submit>
        </Form>
        {accounts.length > 0 && (
          <section className="sign-in-demo" aria-label={say('demoAccounts')}>
            <h2>
              {say('demoAccounts')} <small>{say('demoPassword')}</small>
            </h2>
            <dl>
              {accounts.map(each => (
                <div key={each.account}>
                  <dt>{each.account}</dt>
                  <dd>
                    {fill(each.name, language)} · {fill(each.unit, language)}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </main>
    </div>
  )
}
