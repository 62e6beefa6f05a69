// What surrounds every staff page, signed in or not: language, theme, queries, antd's own words.
//
// <AppFrame>…</AppFrame>      QueryClient, preferences (kept with the person when signed in), antd theme and locale

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider, type ConfigProviderProps } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { type ReactNode, useEffect, useMemo } from 'react'
import type { Language } from '../kernel/words.ts'
import { isProblem, put } from './api.ts'
import { type Preferences, PreferencesProvider, usePreferences } from './language.tsx'
import { antdTheme } from './theme.ts'
import './tokens.css'
import './frame.css'
import './print.css'

// antd's declarations take these files for CommonJS; the bundler reads them as the modules they are.
const LOCALES = { 'zh-CN': zhCN, en: enUS } as unknown as Record<Language, NonNullable<ConfigProviderProps['locale']>>

// A refusal will not change by asking again; an absent network or database may.
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 2 && isProblem(error) && (error.status === 0 || error.status === 503),
    },
  },
})

export function AppFrame(props: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queries}>
      <PreferencesProvider keep={keepWithPerson}>
        <Themed>{props.children}</Themed>
      </PreferencesProvider>
    </QueryClientProvider>
  )
}

function Themed(props: { children: ReactNode }) {
  const { language, shown, largeType } = usePreferences()
  const theme = useMemo(() => antdTheme({ scheme: shown, largeType }), [shown, largeType])
  useEffect(() => {
    dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en')
  }, [language])
  return (
    <ConfigProvider
      theme={theme}
      locale={LOCALES[language]}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App message={{ maxCount: 2, top: 56 }}>{props.children}</App>
    </ConfigProvider>
  )
}

// Not awaited: the choice already holds here. Without a session (the sign-in page) there is nobody to keep it with.
function keepWithPerson(chosen: Preferences): void {
  if (queries.getQueryData(['session']) === undefined) return
  const { language, scheme, largeType, keys } = chosen
  put('/api/session/preferences', { language, scheme, largeType, keys }).catch(() => undefined)
}
