// The left column of a case: who, what they ask, where it came from; masked words open one by one with a purpose.

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayOf } from '../../../kernel/time.ts'
import { fill } from '../../../kernel/words.ts'
import { post } from '../../../ui/api.ts'
import { When } from '../../../ui/countdown.tsx'
import { showDay, showMoney } from '../../../ui/datetime.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { Masked, type Purpose } from '../../../ui/masked.tsx'
import { Panel } from '../../../ui/page.tsx'
import { mayEnter, useSession } from '../../../ui/session.tsx'
import { Folded } from '../../../ui/timeline.tsx'
import {
  CHANNEL_WORDS,
  LEVEL_WORDS,
  MATTER_WORDS,
  NOTICE_CHANNEL_WORDS,
  PACK_WORDS,
  REGULATOR_WORDS,
  ROLE_WORDS,
  STATE_WORDS,
} from '../rules/words.ts'
import { CASE_WORDS } from '../rules/words-case.ts'
import { findFieldWords } from '../rules/words-field.ts'
import type { CaseView, PartyView } from './answers.ts'
import type { Names } from './reference.ts'

const PURPOSES = [
  { code: 'contact', words: CASE_WORDS.purposeContact },
  { code: 'verify-identity', words: CASE_WORDS.purposeIdentity },
  { code: 'decide', words: CASE_WORDS.purposeDecide },
  { code: 'inspect', words: CASE_WORDS.purposeInspect },
  { code: 'other', words: CASE_WORDS.purposeOther },
] as const

const SEALED = ['phone', 'identityNumber', 'account', 'email', 'address'] as const

export function CaseFacts({ of, names }: { of: CaseView; names: Names }) {
  const say = useWords(CASE_WORDS)
  return (
    <Panel title={say('facts')}>
      {of.parties.map(party => (
        <Party key={party.index} party={party} caseId={of.id} />
      ))}
      <h3 className="facts-head">{say('requests')}</h3>
      <ol className="requests">
        {of.requests.map(request => (
          <li key={request.no}>
            <Sealed
              caseId={of.id}
              field={`request.${request.no}`}
              label={say('requestNo', { n: request.no })}
              value={request.text}
            />
            {request.amountMinor !== null && <small>{showMoney(request.amountMinor)}</small>}
          </li>
        ))}
      </ol>
      <h3 className="facts-head">
        {say('original')} <Sealed caseId={of.id} field="text" label={say('original')} value="" />
      </h3>
      <Folded text={of.text} characters={160} />
      <Lines of={of} names={names} />
      <Related of={of} />
    </Panel>
  )
}

/** A masked value whose words the server gives for a purpose, and records. */
function Sealed(props: { caseId: string; field: string; label: string; value: string }) {
  const say = useWords(CASE_WORDS)
  const reveal = async ({ purpose, words }: Purpose) => {
    const body = { field: props.field, purpose, ...(words !== '' && { words }) }
    const answer = await post<{ value: string | null }>(`/api/complaints/${props.caseId}/revealing`, body)
    return answer.value ?? say('erased')
  }
  const may = mayEnter(useSession(), 'reveal')
  return <Masked label={props.label} value={props.value} purposes={PURPOSES} {...(may && { reveal })} />
}

function Party({ party, caseId }: { party: PartyView; caseId: string }) {
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const role = fill(ROLE_WORDS[party.role], language)
  const notes = [
    party.kind === 'organisation' ? say('organisation') : '',
    party.birthYear !== null ? say('born', { year: party.birthYear }) : '',
    party.authority ?? '',
  ].filter(note => note !== '')
  return (
    <section className="party" aria-label={role}>
      <p className="party-name">
        <span className="quiet">{role}</span>{' '}
        {party.name === null ? (
          say('unknown')
        ) : (
          <Sealed caseId={caseId} field={`party.${party.index}.name`} label={role} value={party.name} />
        )}
      </p>
      {notes.length > 0 && <p className="quiet party-note">{notes.join(language === 'zh-CN' ? '；' : '; ')}</p>}
      <dl className="pairs">
        {SEALED.map(field => {
          const value = party[field]
          const label = fill(findFieldWords(field) ?? CASE_WORDS.none, language)
          return (
            value !== null && (
              <Pair key={field} title={label}>
                <Sealed caseId={caseId} field={`party.${party.index}.${field}`} label={label} value={value} />
              </Pair>
            )
          )
        })}
      </dl>
    </section>
  )
}

function Lines({ of, names }: { of: CaseView; names: Names }) {
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const { instants } = of
  const codes = (['a', 'b', 'c'] as const).flatMap(facet => {
    const code = of.codes[facet]
    return code ? [`${code} ${names.code(facet, code)}`] : []
  })
  const complained = [...of.respondents.units, ...of.respondents.people].map(each => each.name)
  const packs = of.regimes.map(each => fill(PACK_WORDS[each.pack] ?? { zh: each.pack, en: each.pack }, language))
  const lines: readonly (readonly [string, ReactNode])[] = [
    [say('matter'), fill(MATTER_WORDS[of.matterType], language)],
    [say('channel'), fill(CHANNEL_WORDS[of.channel], language)],
    [say('product'), of.product === null ? '' : names.product(of.product)],
    [say('amount'), of.amountMinor === null ? '' : showMoney(of.amountMinor)],
    [say('level'), of.level === 'ordinary' ? '' : fill(LEVEL_WORDS[of.level], language)],
    [say('codes'), codes.length === 0 ? '' : codes.map(code => <div key={code}>{code}</div>)],
    [say('respondents'), complained.map(name => <div key={name}>{name}</div>)],
    [say('complainants'), of.complainants > 1 ? say('people', { n: of.complainants }) : ''],
    [say('outside'), of.outsideNumbers.map(each => <Outside key={each.number} number={each} />)],
    [say('happened'), instants.happenedAt && <When at={instants.happenedAt} />],
    [say('spoke'), instants.spokeAt && <When at={instants.spokeAt} />],
    [say('received'), <When key="received" at={instants.receivedAt} />],
    [say('registered'), <When key="registered" at={instants.registeredAt} />],
    [say('firstOwner'), of.firstOwner && `${of.firstOwner.unit.name} ${of.firstOwner.person?.name ?? ''}`],
    [say('holder'), `${of.owner.unit.name} ${of.owner.person?.name ?? ''}`],
    [say('handovers'), of.handovers > 0 ? say('times', { n: of.handovers, r: of.returns }) : ''],
    [
      say('attempts'),
      of.attempts > 0 || of.connected
        ? say('attemptsOf', { n: of.attempts, reached: say(of.connected ? 'reachedYes' : 'reachedNo') })
        : '',
    ],
    [say('rules'), packs.map(pack => <div key={pack}>{pack}</div>)],
    [say('decision'), of.told && <Told key="told" told={of.told} />],
  ]
  return (
    <dl className="pairs facts-lines">
      {lines.map(([title, value]) => {
        const empty = value === '' || value === null || (Array.isArray(value) && value.length === 0)
        return (
          !empty && (
            <Pair key={title} title={title}>
              {value}
            </Pair>
          )
        )
      })}
    </dl>
  )
}

function Told({ told }: { told: NonNullable<CaseView['told']> }) {
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const channel = fill(NOTICE_CHANNEL_WORDS[told.channel], language)
  const text = say('toldOn', { at: showDay(dayOf(told.at), language), channel })
  return told.late ? say('aside', { text, note: say('toldLate') }) : text
}

function Outside({ number }: { number: CaseView['outsideNumbers'][number] }) {
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const body = REGULATOR_WORDS[number.body as keyof typeof REGULATOR_WORDS]
  const due = number.repliedAt ? say('replied') : number.replyDueOn ? say('replyBy', { day: number.replyDueOn }) : ''
  return (
    <div>
      <span className="number">{number.number}</span>{' '}
      <small>{[body ? fill(body, language) : number.body, due].filter(Boolean).join(' · ')}</small>
    </div>
  )
}

function Related({ of }: { of: CaseView }) {
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  if (of.related.length === 0) return null
  return (
    <>
      <h3 className="facts-head">{say('related')}</h3>
      <ul className="related">
        {of.related.map(each => (
          <li key={each.id}>
            <Link to={`/complaints/${each.id}` as never} className="number">
              {each.number}
            </Link>{' '}
            <small>{fill(STATE_WORDS[each.state], language)}</small>
            <div>{each.title}</div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Pair(props: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
