// Who is signed in, and what concerns them alone: preferences, password, tokens, leaving here or everywhere.

import { DownOutlined, UserOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { fill } from '../kernel/words.ts'
import { remove } from './api.ts'
import { dropAllDrafts } from './draft.ts'
import { useLanguage, useWords } from './language.tsx'
import { useSession } from './session.tsx'
import { problemSentence } from './state.tsx'
import { KIT } from './words.ts'

const PreferencesDialog = lazy(() =>
  import('./preferences-dialog.tsx').then(module => ({ default: module.PreferencesDialog })),
)

export function PersonMenu(props: { onChangePassword: () => void; onSignedOut: () => void }) {
  const say = useWords(KIT)
  const language = useLanguage()
  const session = useSession()
  const { modal, message } = App.useApp()
  const [preferring, setPreferring] = useState(false)

  const leave = async (path: string) => {
    try {
      await remove(path)
      dropAllDrafts()
      props.onSignedOut()
    } catch (error) {
      message.error(problemSentence(error, language))
    }
  }
  const askEverywhere = () =>
    modal.confirm({
      title: say('signOutEverywhere'),
      content: say('signOutEverywhereAsk'),
      okText: say('signOutEverywhere'),
      cancelText: say('cancel'),
      onOk: () => leave('/api/sessions'),
    })
  const entries = [
    { key: 'preferences', label: say('preferences'), run: () => setPreferring(true) },
    { key: 'password', label: say('changePassword'), run: props.onChangePassword },
    { key: 'out', label: say('signOut'), run: () => leave('/api/session') },
    { key: 'everywhere', label: say('signOutEverywhere'), run: askEverywhere },
  ]
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'who',
              type: 'group',
              label: `${session.person.account}${session.unit ? ` · ${fill(session.unit.name, language)}` : ''}`,
            },
            ...entries.slice(0, 2).map(({ key, label }) => ({ key, label })),
            { type: 'divider' },
            ...entries.slice(2).map(({ key, label }) => ({ key, label })),
          ],
          onClick: ({ key }) => entries.find(entry => entry.key === key)?.run(),
        }}
      >
        <Button type="text" className="bar-person" aria-label={`${say('person')}: ${session.person.name}`}>
          <UserOutlined aria-hidden="true" />
          <span>{session.person.name}</span>
          <DownOutlined aria-hidden="true" className="bar-caret" />
        </Button>
      </Dropdown>
      <Suspense>{preferring && <PreferencesDialog onClose={() => setPreferring(false)} />}</Suspense>
    </>
  )
}
