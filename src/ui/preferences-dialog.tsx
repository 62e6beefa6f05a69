// How the person wants to read and type; every choice holds at once and is kept with the person.

import { Modal, Segmented, Switch } from 'antd'
import { type ReactNode, useId } from 'react'
import type { Language } from '../kernel/words.ts'
import { type Preferences, usePreferences, useWords } from './language.tsx'
import './preferences-dialog.css'
import { KIT } from './words.ts'

export function PreferencesDialog(props: { onClose: () => void }) {
  const say = useWords(KIT)
  const { language, scheme, largeType, keys, change } = usePreferences()
  return (
    <Modal
      open
      title={say('preferences')}
      footer={null}
      onCancel={props.onClose}
      closable={{ 'aria-label': say('close') }}
      width={520}
    >
      <div className="preferences">
        <Row label={say('languageName')}>
          {id => (
            <Segmented<Language>
              aria-labelledby={id}
              value={language}
              options={[
                { value: 'zh-CN', label: <span lang="zh-CN">{say('languageChinese')}</span> },
                { value: 'en', label: <span lang="en">{say('languageEnglish')}</span> },
              ]}
              onChange={value => change({ language: value })}
            />
          )}
        </Row>
        <Row label={say('scheme')}>
          {id => (
            <Segmented<Preferences['scheme']>
              aria-labelledby={id}
              value={scheme}
              options={[
                { value: 'auto', label: say('schemeAuto') },
                { value: 'light', label: say('schemeLight') },
                { value: 'dark', label: say('schemeDark') },
              ]}
              onChange={value => change({ scheme: value })}
            />
          )}
        </Row>
        <Row label={say('largeType')}>
          {id => <Switch aria-labelledby={id} checked={largeType} onChange={value => change({ largeType: value })} />}
        </Row>
        <Row label={say('keysOn')} help={say('keysOnHelp')}>
          {id => <Switch aria-labelledby={id} checked={keys} onChange={value => change({ keys: value })} />}
        </Row>
      </div>
    </Modal>
  )
}

function Row(props: { label: string; help?: string; children: (labelId: string) => ReactNode }) {
  const id = useId()
  return (
    <div>
      <span id={id}>
        {props.label}
        {props.help && <small>{props.help}</small>}
      </span>
      {props.children(id)}
    </div>
  )
}
