// The summary before sending: everything once more with a way to change it, and one button that files once.

import { type ReactNode, useState } from 'react'
import { dayOf } from '../../../kernel/time.ts'
import { fill } from '../../../kernel/words.ts'
import { newKey } from '../../../ui/api.ts'
import { usePreferences, useWords } from '../../../ui/language.tsx'
import { presentInstant } from '../../../ui/now.ts'
import type { PublicComplaint } from '../rules/contract-public.ts'
import {
  FILER_WORDS,
  FILING_WORDS,
  PRODUCT_WORDS,
  SCREEN_WORDS,
  type Screen as ScreenName,
} from '../rules/words-filing.ts'
import { ASKED_ON, bodyOf, dayMeant, firstFaultyScreen } from './consumer-check.ts'
import { sayDay } from './consumer-day.ts'
import { type Draft, dropDraft, keepDraft, keepReceipt, type Receipt } from './consumer-draft.ts'
import type { Errors } from './consumer-filing.tsx'
import { NoNotice, Notice, Screen } from './consumer-parts.tsx'
import { keepPhotos, type Photo } from './consumer-photo.ts'
import { go } from './consumer-route.ts'
import { file, type No } from './consumer-wire.ts'

interface Reviewing {
  readonly draft: Draft
  readonly photos: readonly Photo[]
  change(part: Partial<Draft>): void
  /** What the bank did not accept, by field: shown on the screen where it was asked. */
  refuse(errors: Errors): void
  done(receipt: Receipt): void
  readonly progress: ReactNode
}

export function ConsumerReview(props: Reviewing) {
  const { draft, photos } = props
  const say = useWords(FILING_WORDS)
  const { language } = usePreferences()
  const { send, sending, no } = useSending(props)
  const locked = draft.unanswered !== ''
  return (
    <Screen
      title={fill(SCREEN_WORDS.review.title, language)}
      {...(!locked && { help: fill(SCREEN_WORDS.review.help, language) })}
      above={props.progress}
    >
      {locked && <Notice tone="plain">{say('unsure')}</Notice>}
      <Summary draft={draft} photos={photos} change={locked ? null : props.change} />
      {no?.why === 'key-used' ? (
        <Notice tone="trouble">
          <p>{say('keyUsed')}</p>
          <button type="button" onClick={() => props.change({ key: newKey(), unanswered: '' })}>
            {say('startOver')}
          </button>
        </Notice>
      ) : (
        <NoNotice no={no} />
      )}
      <p className="help">{say('truth')}</p>
      <button type="button" className="primary wide" disabled={sending} onClick={send}>
        {say(sending ? 'sending' : 'submit')}
      </button>
      <p className="for-ears" role="status">
        {sending && say('sending')}
      </p>
    </Screen>
  )
}

function useSending(props: Reviewing) {
  const { draft } = props
  const say = useWords(FILING_WORDS)
  const { language, largeType } = usePreferences()
  const [sending, setSending] = useState(false)
  const [no, setNo] = useState<No | null>(null)

  const send = async () => {
    const today = dayOf(presentInstant())
    const faulty = firstFaultyScreen(draft, today)
    if (faulty) return go(['filing', faulty])
    const fresh = bodyOf(draft, { language, today, largeType })
    // The body of an attempt without an answer may have been registered: only the same body is a retry of it.
    const body = draft.unanswered === '' ? fresh : (JSON.parse(draft.unanswered) as PublicComplaint)
    if (!navigator.onLine) return setNo({ why: 'network', fields: [], detail: '', waitMinutes: 0 })
    setSending(true)
    setNo(null)
    keepDraft({ ...draft, unanswered: JSON.stringify(body) })
    const answer = await file(body, draft.key)
    setSending(false)
    if (answer.ok) {
      const receipt: Receipt = { ...answer.value, sentAt: presentInstant() }
      keepReceipt(receipt)
      dropDraft()
      void keepPhotos([])
      props.done(receipt)
      return go(['filing', 'sent'], 'replacing')
    }
    setNo(answer.no)
    const unsure = answer.no.why === 'network' || answer.no.why === 'fault'
    props.change({ unanswered: unsure ? JSON.stringify(body) : '' })
    const place = answer.no.fields.map(each => ASKED_ON[each]).find(each => each !== undefined)
    if (answer.no.why !== 'fields' || !place) return
    props.refuse({ [place.field]: say('fieldRefused') })
    go(['filing', place.screen])
  }
  return { send, sending, no }
}

function Summary(props: { draft: Draft; photos: readonly Photo[]; change: ((part: Partial<Draft>) => void) | null }) {
  const { draft, photos, change } = props
  const say = useWords(FILING_WORDS)
  const { language } = usePreferences()
  const today = dayOf(presentInstant())
  const body = bodyOf(draft, { language, today, largeType: false })
  const product = PRODUCT_WORDS.find(each => each.key === draft.product)
  const day = dayMeant(draft, today)
  const requests = Array.isArray(body.request) ? body.request : [body.request]
  const rows: [Exclude<ScreenName, 'review'>, ReactNode][] = [
    ['story', body.text],
    ['product', product ? fill(product, language) : say('notGiven')],
    ['date', day ? sayDay(day, language) : say('dateUnknown')],
    ['requests', requests.length === 1 ? requests[0] : <Listed key="requests" lines={requests} />],
    ['photos', photos.length === 0 ? say('none') : say('photosN', { n: photos.length })],
    ['contact', <Contact key="contact" draft={draft} />],
  ]
  return (
    <dl className="summary">
      {rows.map(([screen, answer]) => {
        const what = fill(SCREEN_WORDS[screen].title, language)
        return (
          <div key={screen}>
            <dt>{what}</dt>
            <dd>{answer}</dd>
            {change && (
              <dd className="change">
                <button
                  type="button"
                  className="quiet"
                  aria-label={say('changeWhat', { what })}
                  onClick={() => {
                    change({ reviewed: true })
                    go(['filing', screen])
                  }}
                >
                  {say('change')}
                </button>
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

function Contact(props: { draft: Draft }) {
  const { draft } = props
  const say = useWords(FILING_WORDS)
  const { language } = usePreferences()
  const care = draft.care.map(each => say(each === 'elderly' ? 'careElderly' : 'careDisabled'))
  const identity = draft.identityNumber.trim()
  const whom =
    draft.filer === 'self'
      ? []
      : [say('filerFor', { filer: fill(FILER_WORDS[draft.filer], language), name: draft.forName })]
  return <Listed lines={[draft.name, draft.phone, ...(identity ? [identity] : []), ...whom, ...care]} />
}

function Listed(props: { lines: readonly string[] }) {
  return (
    <ul>
      {props.lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
