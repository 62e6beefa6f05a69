// Light, dark, or as the system: one button that goes round the three and says which one holds.

import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { type Preferences, usePreferences, useWords } from './language.tsx'
import { KIT } from './words.ts'

const ROUND = {
  auto: { next: 'light', icon: <DesktopOutlined />, word: 'schemeAuto' },
  light: { next: 'dark', icon: <SunOutlined />, word: 'schemeLight' },
  dark: { next: 'auto', icon: <MoonOutlined />, word: 'schemeDark' },
} as const satisfies Record<Preferences['scheme'], unknown>

export function SchemeSwitch() {
  const say = useWords(KIT)
  const { scheme, change } = usePreferences()
  const { next, icon, word } = ROUND[scheme]
  const label = `${say('scheme')}: ${say(word)}`
  return (
    <Tooltip title={label}>
      <Button type="text" icon={icon} aria-label={label} onClick={() => change({ scheme: next })} />
    </Tooltip>
  )
}
