// A temporary password by an administrator: asked twice, told once.

import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { post } from '../../../ui/api.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { problemSentence } from '../../../ui/state.tsx'
import type { PersonRecord, TemporaryPassword } from './answers.ts'
import { Secret } from './secret.tsx'
import { PAGE } from './words.ts'

export function PasswordReset(props: { person: PersonRecord }) {
  const say = useWords(PAGE)
  const language = useLanguage()
  const { modal, message } = App.useApp()
  const [password, setPassword] = useState<string | null>(null)
  const reset = async () => {
    try {
      const answer = await post<TemporaryPassword>(`/api/people/${props.person.id}/password-reset`)
      setPassword(answer.temporaryPassword)
    } catch (error) {
      message.error(problemSentence(error, language))
    }
  }
  const ask = () =>
    modal.confirm({
      title: say('reset'),
      content: say('resetAsk', { name: props.person.name }),
      okText: say('reset'),
      cancelText: say('cancel'),
      onOk: reset,
    })
  return (
    <>
      <Button onClick={ask}>{say('reset')}</Button>
      {password !== null && (
        <Modal
          open
          title={say('reset')}
          footer={null}
          onCancel={() => setPassword(null)}
          closable={{ 'aria-label': say('close') }}
          width={440}
        >
          <Secret title={say('temporary')} value={password} />
        </Modal>
      )}
    </>
  )
}
