// The first screen: complain or look, go on with what was half written, and what to expect.

import { useState } from 'react'
import { findInstant } from '../../../kernel/time.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useNow } from '../../../ui/now.ts'
import { HOME_WORDS } from '../rules/words-consumer.ts'
import { sayDayOf, sayMoment } from './consumer-day.ts'
import { type Draft, dropDraft, dropReceipt, findDraft, findReceipts, type Receipt } from './consumer-draft.ts'
import { Screen } from './consumer-parts.tsx'
import { keepPhotos } from './consumer-photo.ts'
import type { Key } from './consumer-wire.ts'

export function ConsumerHome(props: { look: (key: Key | null) => void }) {
  const say = useWords(HOME_WORDS)
  const [draft, setDraft] = useState(findDraft)
  const [receipts, setReceipts] = useState(findReceipts)
  const drop = () => {
    dropDraft()
    void keepPhotos([])
    setDraft(null)
  }
  return (
    <Screen title={say('title')} quiet>
      {draft && <HalfWritten draft={draft} drop={drop} />}
      <nav className="doors" aria-label={say('title')}>
        {!draft && (
          <a className="door first" href="#/filing/story">
            <strong>{say('file')}</strong>
            <span>{say('fileText')}</span>
          </a>
        )}
        <a className="door" href="#/tracking">
          <strong>{say('track')}</strong>
          <span>{say('trackText')}</span>
        </a>
      </nav>
      {receipts.length > 0 && (
        <Receipts
          receipts={receipts}
          look={props.look}
          forget={number => {
            dropReceipt(number)
            setReceipts(findReceipts())
          }}
        />
      )}
      <section>
        <h2>{say('what')}</h2>
        <ol className="plain">
          <li>{say('what1')}</li>
          <li>{say('what2')}</li>
          <li>{say('what3')}</li>
        </ol>
        <p className="help">{say('law')}</p>
      </section>
    </Screen>
  )
}

function HalfWritten(props: { draft: Draft; drop: () => void }) {
  const say = useWords(HOME_WORDS)
  const language = useLanguage()
  const now = useNow()
  const [asking, setAsking] = useState(false)
  const savedAt = findInstant(props.draft.savedAt)
  return (
    <section className="card">
      <h2>{say('draft')}</h2>
      {savedAt && <p className="help">{say('draftText', { when: sayMoment(savedAt, now, language) })}</p>}
      {asking ? (
        <div role="alert">
          <p>{say('dropAsk')}</p>
          <div className="buttons">
            <button type="button" className="danger" onClick={props.drop}>
              {say('dropYes')}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {say('dropNo')}
            </button>
          </div>
        </div>
      ) : (
        <div className="buttons">
          <a className="button primary" href={props.draft.reviewed ? '#/filing/review' : '#/filing/story'}>
            {say('goOn')}
          </a>
          <button type="button" onClick={() => setAsking(true)}>
            {say('drop')}
          </button>
        </div>
      )}
    </section>
  )
}

function Receipts(props: { receipts: readonly Receipt[]; look: (key: Key) => void; forget: (number: string) => void }) {
  const say = useWords(HOME_WORDS)
  const language = useLanguage()
  return (
    <section>
      <h2>{say('mine')}</h2>
      <ul className="rows">
        {props.receipts.map(({ number, code, sentAt }) => (
          <li key={number}>
            <button type="button" className="row" onClick={() => props.look({ number, code })}>
              <strong>{number}</strong>
              <span>{say('sentOn', { day: sayDayOf(sentAt, language) })}</span>
            </button>
            <button
              type="button"
              className="quiet"
              aria-label={say('forget', { number })}
              onClick={() => props.forget(number)}
            >
              {say('forgetShort')}
            </button>
          </li>
        ))}
      </ul>
      <p className="help">{say('mineText')}</p>
    </section>
  )
}
