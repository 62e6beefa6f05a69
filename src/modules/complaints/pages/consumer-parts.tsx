// The few things the consumer's screens are made of: a screen with its heading, a field, a list of choices, a notice.

import { createContext, type ReactNode, useContext, useEffect, useId, useRef } from 'react'
import { fill } from '../../../kernel/words.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import type { Bank } from '../rules/contract-public.ts'
import { FRAME_WORDS } from '../rules/words-consumer.ts'
import { go } from './consumer-route.ts'
import type { No } from './consumer-wire.ts'

export const BankPlace = createContext<Bank | null>(null)

/** One subject with its heading, which is read aloud when the screen opens. `quiet` leaves the focus where it is. */
export function Screen(props: {
  title: string
  above?: ReactNode
  help?: string
  quiet?: boolean
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const bank = useContext(BankPlace)
  useEffect(() => {
    document.title = bank?.name ? `${props.title} · ${bank.name}` : props.title
    scrollTo(0, 0)
    if (!props.quiet) heading.current?.focus({ preventScroll: true })
  }, [props.title, props.quiet, bank])
  return (
    <>
      {props.above}
      <h1 ref={heading} tabIndex={-1}>
        {props.title}
      </h1>
      {props.help && <p className="help">{props.help}</p>}
      {props.children}
    </>
  )
}

/** The bank's telephone, to be called with one tap; before the bank published one, where the number stands. */
export function PhoneLink() {
  const say = useWords(FRAME_WORDS)
  const bank = useContext(BankPlace)
  if (!bank?.phone) return <>{say('onYourCard')}</>
  return <a href={`tel:${bank.phone.replace(/[^\d+]/g, '')}`}>{bank.phone}</a>
}

/** A label, its help, its error, and the control, which gets the ids that tie them together. */
export function Field(props: {
  label: string
  help?: string | undefined
  error?: string | undefined
  children: (tie: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => ReactNode
}) {
  const id = useId()
  const described = [props.help && `${id}-help`, props.error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {props.help && (
        <p className="help" id={`${id}-help`}>
          {props.help}
        </p>
      )}
      {props.children({ id, 'aria-describedby': described || undefined, 'aria-invalid': Boolean(props.error) })}
      <FieldError id={`${id}-error`} error={props.error} />
    </div>
  )
}

/** Choices in rows as wide as the screen; one or several may be chosen. */
export function Choices<Value extends string>(props: {
  legend: string
  hideLegend?: boolean
  kind: 'radio' | 'checkbox'
  options: readonly { key: Value; label: string }[]
  chosen: readonly Value[]
  choose: (chosen: Value[]) => void
  error?: string | undefined
}) {
  const id = useId()
  const pick = (key: Value, on: boolean) => {
    if (props.kind === 'radio') props.choose([key])
    else props.choose(on ? [...props.chosen, key] : props.chosen.filter(each => each !== key))
  }
  return (
    <fieldset className="choices" aria-describedby={props.error ? `${id}-error` : undefined}>
      <legend className={props.hideLegend ? 'for-ears' : undefined}>{props.legend}</legend>
      {props.options.map(({ key, label }) => (
        <label key={key}>
          <input
            type={props.kind}
            name={id}
            value={key}
            checked={props.chosen.includes(key)}
            onChange={event => pick(key, event.target.checked)}
          />
          <span>{label}</span>
        </label>
      ))}
      <FieldError id={`${id}-error`} error={props.error} />
    </fieldset>
  )
}

/** What is wrong, beside the field; announced when it appears. */
export function FieldError(props: { id?: string; error: string | undefined }) {
  return (
    <p className="error" id={props.id} role="alert">
      {props.error}
    </p>
  )
}

/** Something the person must know: why it was not done, that there is no network, that it worked. */
export function Notice(props: { tone: 'trouble' | 'good' | 'plain'; children: ReactNode }) {
  return (
    <div className={`notice ${props.tone}`} role={props.tone === 'trouble' ? 'alert' : 'status'}>
      {props.children}
    </div>
  )
}

/** A "no" of the bank in plain words, with the telephone. */
export function NoNotice(props: { no: No | null }) {
  const say = useWords(FRAME_WORDS)
  if (!props.no) return null
  const { why, detail, waitMinutes } = props.no
  const sentence =
    why === 'network'
      ? say('noNetwork')
      : why === 'throttled'
        ? say('tooMany', { minutes: waitMinutes })
        : (why === 'refused' || why === 'fields') && detail
          ? detail
          : say('fault')
  return (
    <Notice tone="trouble">
      {sentence} {why !== 'network' && <PhoneLink />}
    </Notice>
  )
}

export function BackLink(props: { route: readonly string[]; label?: string }) {
  const language = useLanguage()
  return (
    <button type="button" className="quiet back" onClick={() => go(props.route)}>
      <span aria-hidden="true">‹</span> {props.label ?? fill(FRAME_WORDS.back, language)}
    </button>
  )
}
