// What a consumer may do to their own complaint: add photos, add what was asked for, withdraw with the code once more.

import { type FormEvent, useState } from 'react'
import { useWords } from '../../../ui/language.tsx'
import type { Progress } from '../rules/contract-public.ts'
import { findCode } from '../rules/tracking-code.ts'
import { TRACK_WORDS } from '../rules/words-consumer.ts'
import { FILING_WORDS } from '../rules/words-filing.ts'
import { Field, NoNotice, Notice } from './consumer-parts.tsx'
import type { Photo } from './consumer-photo.ts'
import { PhotoPicker } from './consumer-photo-picker.tsx'
import { type Key, type No, sendPhoto, sendSupplement, sendWithdrawal } from './consumer-wire.ts'

interface Doing {
  readonly caseKey: Key
  /** Shows the case anew. */
  done(): void
}

export function AddPhotos(props: Doing) {
  const say = useWords(TRACK_WORDS)
  const filing = useWords(FILING_WORDS)
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(0)
  const [no, setNo] = useState<No | null>(null)
  const send = async () => {
    setBusy(true)
    setNo(null)
    let count = 0
    for (const photo of photos) {
      const answer = await sendPhoto(props.caseKey, photo.blob, `photo-${photo.id + 1}.jpg`)
      if (!answer.ok) {
        setNo(answer.no)
        break
      }
      count += 1
    }
    setPhotos(photos.slice(count))
    setSent(count)
    setBusy(false)
    if (count > 0) props.done()
  }
  return (
    <div className="way">
      <h3>{say('photosTitle')}</h3>
      <PhotoPicker
        photos={photos}
        change={next => {
          setSent(0)
          setPhotos(next)
        }}
      />
      {photos.length > 0 && (
        <button type="button" className="primary wide" disabled={busy} onClick={send}>
          {busy ? filing('photosSending', { n: photos.length }) : say('photosSend', { n: photos.length })}
        </button>
      )}
      {sent > 0 && <Notice tone="good">{say('photosSent', { n: sent })}</Notice>}
      <NoNotice no={no} />
    </div>
  )
}

export function AddSupplement(props: Doing & { asked: Progress['asked'] }) {
  const say = useWords(TRACK_WORDS)
  const [text, setText] = useState('')
  const [error, setError] = useState('')
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (text.trim() === '') {
      setError(say('supplementEmpty'))
      event.currentTarget.querySelector('textarea')?.focus()
      return
    }
    setBusy(true)
    setNo(null)
    const answer = await sendSupplement(props.caseKey, text.trim())
    setBusy(false)
    if (answer.ok) props.done()
    else setNo(answer.no)
  }
  return (
    <section className="card">
      <h2>{say('askedTitle')}</h2>
      {props.asked && (
        <>
          <ul className="plain">
            {props.asked.items.map(item => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          {props.asked.reason && <p>{say('askedWhy', { reason: props.asked.reason })}</p>}
        </>
      )}
      <p className="help">{say('askedNote')}</p>
      <form noValidate onSubmit={send}>
        <Field label={say('supplementLabel')} error={error}>
          {tie => (
            <textarea
              {...tie}
              rows={4}
              value={text}
              onChange={event => {
                setError('')
                setText(event.target.value)
              }}
            />
          )}
        </Field>
        <NoNotice no={no} />
        <button type="submit" className="primary wide" disabled={busy}>
          {say('supplementSend')}
        </button>
      </form>
    </section>
  )
}

/** No.3 Art. 15: a withdrawal ends the procedure the same day, so it is asked twice and the code with it. */
export function Withdraw(props: Doing) {
  const say = useWords(TRACK_WORDS)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [code, setCode] = useState('')
  const [error, setError] = useState('')
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (findCode(code) !== props.caseKey.code) {
      setError(say(findCode(code) === null ? 'codeWrong' : 'withdrawCodeOther'))
      event.currentTarget.querySelector('input')?.focus()
      return
    }
    setBusy(true)
    setNo(null)
    const answer = await sendWithdrawal(props.caseKey, reason.trim())
    setBusy(false)
    if (answer.ok) props.done()
    else setNo(answer.no)
  }
  if (!asking) {
    return (
      <button type="button" className="wide" onClick={() => setAsking(true)}>
        {say('withdraw')}
      </button>
    )
  }
  return (
    <form className="card" noValidate onSubmit={send}>
      <h3>{say('withdrawTitle')}</h3>
      <p>{say('withdrawText')}</p>
      <Field label={say('withdrawReason')}>
        {tie => <textarea {...tie} rows={2} value={reason} onChange={event => setReason(event.target.value)} />}
      </Field>
      <Field label={say('withdrawCode')} error={error}>
        {tie => (
          <input
            {...tie}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            onChange={event => {
              setError('')
              setCode(event.target.value)
            }}
          />
        )}
      </Field>
      <NoNotice no={no} />
      <div className="buttons">
        <button type="button" onClick={() => setAsking(false)}>
          {say('withdrawNo')}
        </button>
        <button type="submit" className="danger" disabled={busy}>
          {say('withdrawYes')}
        </button>
      </div>
    </form>
  )
}
