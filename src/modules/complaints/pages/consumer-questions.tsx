// The questions of filing, one each: what happened, which service, when, what is asked for, photos, how to reach the person.

import { dayOf } from '../../../kernel/time.ts'
import { fill } from '../../../kernel/words.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { presentInstant } from '../../../ui/now.ts'
import type { Filer } from '../rules/contract-public.ts'
import { FILER_WORDS, FILING_WORDS, PRODUCT_WORDS, REQUEST_WORDS, SCREEN_WORDS } from '../rules/words-filing.ts'
import type { Occasion } from './consumer-draft.ts'
import type { Asking } from './consumer-filing.tsx'
import { Choices, Field } from './consumer-parts.tsx'
import type { Photo } from './consumer-photo.ts'
import { PhotoPicker } from './consumer-photo-picker.tsx'

export function StoryQuestion({ draft, change, errors }: Asking) {
  const say = useWords(FILING_WORDS)
  return (
    <div data-field="story">
      <Field label={say('storyLabel')} error={errors.story}>
        {tie => (
          <textarea {...tie} rows={7} value={draft.story} onChange={event => change({ story: event.target.value })} />
        )}
      </Field>
    </div>
  )
}

export function ProductQuestion({ draft, change, errors }: Asking) {
  const language = useLanguage()
  return (
    <div data-field="product">
      <Choices
        legend={fill(SCREEN_WORDS.product.title, language)}
        hideLegend
        kind="radio"
        options={PRODUCT_WORDS.map(each => ({ key: each.key as string, label: fill(each, language) }))}
        chosen={draft.product === '' ? [] : [draft.product]}
        choose={([product = '']) => change({ product })}
        error={errors.product}
      />
    </div>
  )
}

export function DateQuestion({ draft, change, errors }: Asking) {
  const say = useWords(FILING_WORDS)
  const language = useLanguage()
  const occasions: { key: Occasion; label: string }[] = [
    { key: 'today', label: say('dateToday') },
    { key: 'yesterday', label: say('dateYesterday') },
    { key: 'other', label: say('dateOther') },
    { key: 'unknown', label: say('dateUnknown') },
  ]
  const other = draft.occasion === 'other'
  return (
    <div data-field="happenedOn">
      <Choices
        legend={fill(SCREEN_WORDS.date.title, language)}
        hideLegend
        kind="radio"
        options={occasions}
        chosen={draft.occasion === '' ? [] : [draft.occasion]}
        choose={([occasion = '']) => change({ occasion })}
        error={other ? undefined : errors.happenedOn}
      />
      {other && (
        <Field label={say('dateLabel')} error={errors.happenedOn}>
          {tie => (
            <input
              {...tie}
              type="date"
              max={dayOf(presentInstant())}
              value={draft.happenedOn}
              onChange={event => change({ happenedOn: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  )
}

export function RequestQuestion({ draft, change, errors }: Asking) {
  const say = useWords(FILING_WORDS)
  const language = useLanguage()
  return (
    <>
      <div data-field="requests">
        <Choices
          legend={fill(SCREEN_WORDS.requests.title, language)}
          hideLegend
          kind="checkbox"
          options={REQUEST_WORDS.map(each => ({ key: each.key as string, label: fill(each, language) }))}
          chosen={draft.requests}
          choose={requests => change({ requests })}
          error={errors.requests}
        />
      </div>
      <div data-field="requestOther">
        <Field label={say('requestOther')} help={say('requestOtherHelp')} error={errors.requestOther}>
          {tie => (
            <textarea
              {...tie}
              rows={3}
              value={draft.requestOther}
              onChange={event => change({ requestOther: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  )
}

export function PhotoQuestion(props: { photos: readonly Photo[]; change: (photos: readonly Photo[]) => void }) {
  const say = useWords(FILING_WORDS)
  return (
    <>
      <PhotoPicker photos={props.photos} change={props.change} />
      <p className="help">{say('photoNote')}</p>
    </>
  )
}

/** No.3 Art. 13 and 14: who speaks, for whom, and how to reach them. The identity number is asked for, never demanded. */
export function ContactQuestion({ draft, change, errors }: Asking) {
  const say = useWords(FILING_WORDS)
  const language = useLanguage()
  const filers = Object.entries(FILER_WORDS) as [Filer, (typeof FILER_WORDS)[Filer]][]
  return (
    <>
      <Choices
        legend={say('filer')}
        kind="radio"
        options={filers.map(([key, wording]) => ({ key, label: fill(wording, language) }))}
        chosen={[draft.filer]}
        choose={([filer = 'self']) => change({ filer })}
      />
      {draft.filer !== 'self' && (
        <div data-field="forName">
          <Field
            label={say(draft.filer === 'agent' ? 'forName' : 'heirName')}
            help={say(draft.filer === 'agent' ? 'agentNote' : 'heirNote')}
            error={errors.forName}
          >
            {tie => (
              <input
                {...tie}
                autoComplete="off"
                value={draft.forName}
                onChange={event => change({ forName: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
      <div data-field="name">
        <Field label={say('name')} error={errors.name}>
          {tie => (
            <input
              {...tie}
              autoComplete="name"
              value={draft.name}
              onChange={event => change({ name: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div data-field="phone">
        <Field label={say('phone')} help={say('phoneHelp')} error={errors.phone}>
          {tie => (
            <input
              {...tie}
              type="tel"
              autoComplete="tel"
              value={draft.phone}
              onChange={event => change({ phone: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div data-field="identityNumber">
        <Field label={say('identity')} help={say('identityWhy')} error={errors.identityNumber}>
          {tie => (
            <input
              {...tie}
              autoComplete="off"
              autoCapitalize="characters"
              value={draft.identityNumber}
              onChange={event => change({ identityNumber: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Choices
        legend={say('care')}
        kind="checkbox"
        options={[
          { key: 'elderly' as const, label: say('careElderly') },
          { key: 'disabled' as const, label: say('careDisabled') },
        ]}
        chosen={draft.care}
        choose={care => change({ care })}
      />
    </>
  )
}
