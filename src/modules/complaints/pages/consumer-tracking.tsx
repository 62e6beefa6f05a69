// Tracking: number and code, then what is happening. Without both nothing is told, not even that a number exists.

import { type FormEvent, useEffect, useState } from 'react'
import { useWords } from '../../../ui/language.tsx'
import type { Progress } from '../rules/contract-public.ts'
import { findCode, findNumber } from '../rules/tracking-code.ts'
import { FRAME_WORDS, TRACK_WORDS } from '../rules/words-consumer.ts'
import { BackLink, Field, NoNotice, Notice, PhoneLink, Screen } from './consumer-parts.tsx'
import { ConsumerProgress } from './consumer-progress.tsx'
import { fetchProgress, type Key, type No } from './consumer-wire.ts'

export function ConsumerTracking(props: { asked: Key | null; ask: (key: Key | null) => void }) {
  const { asked, ask } = props
  const say = useWords(TRACK_WORDS)
  const frame = useWords(FRAME_WORDS)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const [turn, setTurn] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again for the same case
  useEffect(() => {
    if (!asked) return
    let current = true
    fetchProgress(asked).then(answer => {
      if (!current) return
      setNo(answer.ok ? null : answer.no)
      if (answer.ok) setProgress(answer.value)
    })
    return () => {
      current = false
    }
  }, [asked, turn])

  if (asked && progress?.number === asked.number) {
    return (
      <ConsumerProgress
        caseKey={asked}
        progress={progress}
        stale={no}
        refresh={() => setTurn(before => before + 1)}
        leave={() => {
          setProgress(null)
          ask(null)
        }}
      />
    )
  }
  if (asked && !no) {
    return (
      <Screen title={say('title')}>
        <p role="status">{frame('loading')}</p>
      </Screen>
    )
  }
  return (
    <Lookup
      start={asked}
      no={no}
      look={key => {
        setNo(null)
        ask(key)
        setTurn(before => before + 1)
      }}
    />
  )
}

function Lookup(props: { start: Key | null; no: No | null; look: (key: Key) => void }) {
  const say = useWords(TRACK_WORDS)
  const frame = useWords(FRAME_WORDS)
  const [number, setNumber] = useState(props.start?.number ?? '')
  const [code, setCode] = useState(props.start?.code ?? '')
  const [errors, setErrors] = useState<{ number?: string; code?: string }>({})
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const key = { number: findNumber(number), code: findCode(code) }
    if (key.number && key.code) return props.look({ number: key.number, code: key.code })
    setErrors({
      ...(!key.number && { number: say('numberWrong') }),
      ...(!key.code && { code: say('codeWrong') }),
    })
    event.currentTarget.querySelectorAll('input')[key.number ? 1 : 0]?.focus()
  }
  return (
    <Screen title={say('title')} above={<BackLink route={[]} label={frame('home')} />}>
      {props.no?.why === 'no-match' ? (
        <Notice tone="trouble">
          {say('noMatch')} <PhoneLink />
        </Notice>
      ) : (
        <NoNotice no={props.no} />
      )}
      <form noValidate onSubmit={look}>
        <Field label={say('number')} help={say('numberHelp')} error={errors.number}>
          {tie => (
            <input
              {...tie}
              autoComplete="off"
              autoCapitalize="characters"
              value={number}
              onChange={event => setNumber(event.target.value)}
            />
          )}
        </Field>
        <Field label={say('code')} help={say('codeHelp')} error={errors.code}>
          {tie => (
            <input
              {...tie}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              value={code}
              onChange={event => setCode(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="primary wide">
          {say('look')}
        </button>
      </form>
      <p className="help">{say('lost')}</p>
    </Screen>
  )
}
