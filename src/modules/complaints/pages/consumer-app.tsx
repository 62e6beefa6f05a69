// The consumer's pages as a whole: the bank's name, the two switches, one screen, and the telephone under every screen.

import { useCallback, useEffect, useState } from 'react'
import { useLanguage, usePreferences, useWords } from '../../../ui/language.tsx'
import type { Bank } from '../rules/contract-public.ts'
import { FRAME_WORDS } from '../rules/words-consumer.ts'
import { ConsumerFiling } from './consumer-filing.tsx'
import { ConsumerHome } from './consumer-home.tsx'
import { BankPlace, Notice, PhoneLink, Screen } from './consumer-parts.tsx'
import { go, useOnline, useRoute } from './consumer-route.ts'
import { ConsumerTracking } from './consumer-tracking.tsx'
import { fetchBank, type Key } from './consumer-wire.ts'

export function ConsumerApp() {
  const [place = '', ...rest] = useRoute()
  const [bank, setBank] = useState<Bank | null>(null)
  const [asked, setAsked] = useState<Key | null>(null)
  const online = useOnline()
  const language = useLanguage()
  const say = useWords(FRAME_WORDS)

  // Asked again when the network comes back: the telephone must stand on every page.
  useEffect(() => {
    if (online) fetchBank(language).then(answer => answer.ok && setBank(answer.value))
  }, [online, language])
  const look = useCallback((key: Key | null) => {
    setAsked(key)
    go(['tracking'])
  }, [])

  return (
    <BankPlace value={bank}>
      <Header bank={bank} />
      <main>
        {!online && <Notice tone="plain">{say('offline')}</Notice>}
        {place === '' ? (
          <ConsumerHome look={look} />
        ) : place === 'filing' ? (
          <ConsumerFiling screen={rest[0] ?? ''} look={look} />
        ) : place === 'tracking' ? (
          <ConsumerTracking asked={asked} ask={setAsked} />
        ) : (
          <Lost />
        )}
      </main>
      <Footer bank={bank} />
    </BankPlace>
  )
}

function Header(props: { bank: Bank | null }) {
  const say = useWords(FRAME_WORDS)
  const { language, largeType, change } = usePreferences()
  return (
    <header>
      <a className="home" href="#/">
        {props.bank?.name ?? ''} <span>{say('service')}</span>
      </a>
      <div className="switches">
        <button type="button" aria-pressed={largeType} onClick={() => change({ largeType: !largeType })}>
          {say('largeType')}
        </button>
        <button
          type="button"
          lang={language === 'en' ? 'zh-CN' : 'en'}
          onClick={() => change({ language: language === 'en' ? 'zh-CN' : 'en' })}
        >
          {say('language')}
        </button>
      </div>
    </header>
  )
}

function Footer(props: { bank: Bank | null }) {
  const say = useWords(FRAME_WORDS)
  return (
    <footer>
      <p>{say('phoneLine')}</p>
      <p className="phone">
        <PhoneLink />
      </p>
      {props.bank?.hours && <p className="help">{props.bank.hours}</p>}
      <p className="help">{say('phoneFree')}</p>
    </footer>
  )
}

function Lost() {
  const say = useWords(FRAME_WORDS)
  return (
    <Screen title={say('lost')} help={say('lostText')}>
      <a className="button" href="#/">
        {say('home')}
      </a>
    </Screen>
  )
}
