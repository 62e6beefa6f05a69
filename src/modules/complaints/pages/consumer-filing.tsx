// Filing: one question a screen, kept on the phone at every letter, sent once.

import { useCallback, useEffect, useState } from 'react'
import { dayOf } from '../../../kernel/time.ts'
import { fill } from '../../../kernel/words.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { presentInstant } from '../../../ui/now.ts'
import { FRAME_WORDS } from '../rules/words-consumer.ts'
import { FILING_WORDS, SCREEN_WORDS, SCREENS, type Screen as ScreenName } from '../rules/words-filing.ts'
import { type FieldName, faultsOn } from './consumer-check.ts'
import { type Draft, emptyDraft, findDraft, keepDraft, type Receipt } from './consumer-draft.ts'
import { BackLink, Screen } from './consumer-parts.tsx'
import { findPhotos, keepPhotos, type Photo } from './consumer-photo.ts'
import {
  ContactQuestion,
  DateQuestion,
  PhotoQuestion,
  ProductQuestion,
  RequestQuestion,
  StoryQuestion,
} from './consumer-questions.tsx'
import { ConsumerReceipt } from './consumer-receipt.tsx'
import { ConsumerReview } from './consumer-review.tsx'
import { go } from './consumer-route.ts'
import type { Key } from './consumer-wire.ts'

export type Errors = Readonly<Partial<Record<FieldName, string>>>

/** What every question needs: the draft, how to change it, and what was wrong with it. */
export interface Asking {
  readonly draft: Draft
  change(part: Partial<Draft>): void
  readonly errors: Errors
}

export function ConsumerFiling(props: { screen: string; look: (key: Key | null) => void }) {
  const [draft, setDraft] = useState<Draft>(() => findDraft() ?? emptyDraft())
  const [kept, setKept] = useState(true)
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [refused, setRefused] = useState<Errors>({})
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  useEffect(() => {
    findPhotos().then(setPhotos)
  }, [])
  const change = useCallback((part: Partial<Draft>) => {
    setDraft(before => ({ ...before, ...part, savedAt: presentInstant() }))
  }, [])
  useEffect(() => {
    if (isBegun(draft) && !receipt) setKept(keepDraft(draft))
  }, [draft, receipt])
  const changePhotos = useCallback((next: readonly Photo[]) => {
    setPhotos(next)
    void keepPhotos(next)
  }, [])

  // A reload after sending, or an address kept from last time: there is nothing to go on with here.
  const lost = !receipt && props.screen !== 'story' && !isBegun(draft)
  useEffect(() => {
    if (lost) go([], 'replacing')
  }, [lost])

  if (receipt) return <ConsumerReceipt receipt={receipt} photos={photos} look={props.look} />
  if (lost) return null
  const screen = SCREENS.find(each => each === props.screen) ?? 'story'
  if (screen === 'review') {
    return (
      <ConsumerReview
        draft={draft}
        photos={photos}
        change={change}
        refuse={setRefused}
        done={setReceipt}
        progress={<Progress screen={screen} draft={draft} />}
      />
    )
  }
  return (
    <Question
      key={screen}
      screen={screen}
      draft={draft}
      change={change}
      refused={refused}
      kept={kept}
      photos={photos}
      changePhotos={changePhotos}
    />
  )
}

function isBegun(draft: Draft): boolean {
  const { story, product, requests, requestOther, name, phone } = draft
  return [story, product, requestOther, name, phone].some(each => each !== '') || requests.length > 0
}

function Question(props: {
  screen: Exclude<ScreenName, 'review'>
  draft: Draft
  change: (part: Partial<Draft>) => void
  refused: Errors
  kept: boolean
  photos: readonly Photo[]
  changePhotos: (photos: readonly Photo[]) => void
}) {
  const { screen, draft, change } = props
  const say = useWords(FILING_WORDS)
  const language = useLanguage()
  const [errors, setErrors] = useState<Errors>(props.refused)
  const words = SCREEN_WORDS[screen]
  const next = () => {
    const faults = faultsOn(screen, draft, dayOf(presentInstant()))
    setErrors(Object.fromEntries(faults.map(each => [each.field, fill(each.wording, language, each.values)])))
    const [first] = faults
    if (first) return focusField(first.field)
    go(['filing', draft.reviewed ? 'review' : (SCREENS[SCREENS.indexOf(screen) + 1] ?? 'review')])
  }
  const asking: Asking = {
    draft,
    errors,
    change: part => {
      setErrors({})
      change(part)
    },
  }
  return (
    <Screen
      title={fill(words.title, language)}
      help={fill(words.help, language)}
      above={<Progress screen={screen} draft={draft} />}
    >
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault()
          next()
        }}
      >
        {screen === 'story' && <StoryQuestion {...asking} />}
        {screen === 'product' && <ProductQuestion {...asking} />}
        {screen === 'date' && <DateQuestion {...asking} />}
        {screen === 'requests' && <RequestQuestion {...asking} />}
        {screen === 'photos' && <PhotoQuestion photos={props.photos} change={props.changePhotos} />}
        {screen === 'contact' && <ContactQuestion {...asking} />}
        <button type="submit" className="primary wide">
          {draft.reviewed
            ? say('toReview')
            : screen === 'photos' && props.photos.length === 0
              ? say('skip')
              : say('next')}
        </button>
        <p className="help">{props.kept ? say('kept') : say('notKept')}</p>
      </form>
    </Screen>
  )
}

// The control is found by its name, because the fault is known before the error is drawn.
function focusField(field: FieldName): void {
  document.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea)`)?.focus()
}

function Progress(props: { screen: ScreenName; draft: Draft }) {
  const say = useWords(FILING_WORDS)
  const n = SCREENS.indexOf(props.screen) + 1
  const before = SCREENS[n - 2]
  const language = useLanguage()
  const back = before ? ['filing', before] : []
  return (
    <div className="progress">
      <BackLink route={back} {...(!before && { label: fill(FRAME_WORDS.home, language) })} />
      <p>{say('step', { n, all: SCREENS.length })}</p>
      <div className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * n) / SCREENS.length}%` }} />
      </div>
    </div>
  )
}
