// The shortcuts that work now, by place; opened with "?".

import { Modal } from 'antd'
import { fill } from '../kernel/words.ts'
import { type KeyBinding, keyName, useKeyList } from './keys.tsx'
import './keys-help.css'
import { usePreferences, useWords } from './language.tsx'
import { KIT } from './words.ts'

export function KeysHelp(props: { onClose: () => void }) {
  const say = useWords(KIT)
  const { keys } = usePreferences()
  const working = useKeyList().filter(binding => keys || binding.mod)
  return (
    <Modal
      open
      title={say('keysHelp')}
      footer={null}
      onCancel={props.onClose}
      closable={{ 'aria-label': say('close') }}
      width={520}
    >
      <Group title={say('keysHere')} bindings={working.filter(binding => !binding.everywhere)} />
      <Group title={say('keysEverywhere')} bindings={working.filter(binding => binding.everywhere)} />
    </Modal>
  )
}

function Group(props: { title: string; bindings: readonly KeyBinding[] }) {
  const { language } = usePreferences()
  if (props.bindings.length === 0) return null
  return (
    <section className="keys-help">
      <h2>{props.title}</h2>
      <dl>
        {props.bindings.map(binding => (
          <div key={keyName(binding)}>
            <dt>{fill(binding.say, language)}</dt>
            <dd>
              <kbd className="key">{keyName(binding)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
