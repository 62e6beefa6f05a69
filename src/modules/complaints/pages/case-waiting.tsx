// What waits for somebody: a hand-over to accept, a step for a second person; with its buttons where it is read.

import { Button } from 'antd'
import { fill } from '../../../kernel/words.ts'
import { When } from '../../../ui/countdown.tsx'
import { showInstant } from '../../../ui/datetime.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useSession } from '../../../ui/session.tsx'
import type { Noun } from '../rules/contract.ts'
import { ACT_WORDS } from '../rules/words-act.ts'
import { CASE_WORDS, type CaseKey } from '../rules/words-case.ts'
import type { Allowed, CaseView, PendingName, PendingView } from './answers.ts'
import { findHindrance } from './case-actions.ts'
import { sayMember } from './case-fact.tsx'
import type { Names } from './reference.ts'

interface WaitingProps {
  readonly of: CaseView
  readonly names: Names
  readonly begin: (noun: Noun) => void
}

export function Waiting(props: WaitingProps) {
  const { of } = props
  const pending = Object.entries(of.pending) as [PendingName, PendingView][]
  const awaitsDecision =
    of.state === 'decision-draft' &&
    of.decision !== null &&
    of.decision.approvedBy === null &&
    of.decision.returned === null
  if (!of.handover && pending.length === 0 && !awaitsDecision && !of.decision?.returned) return null
  return (
    <div className="waiting-list">
      {of.handover && <Handover {...props} handover={of.handover} />}
      {pending.map(([name, step]) => (
        <Step key={name} {...props} name={name} step={step} />
      ))}
      {awaitsDecision && <Draft {...props} />}
      <ReturnedDraft {...props} />
    </div>
  )
}

function Handover(props: WaitingProps & { handover: NonNullable<CaseView['handover']> }) {
  const { handover, names } = props
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const name = (holder: unknown) => sayMember('unit', holder, { language, names })
  return (
    <section className="waiting">
      <div>
        <strong>{say('handoverTo', { from: name(handover.from), to: name(handover.to) })}</strong>
        <p>{handover.reason}</p>
        <p className="quiet">
          <When at={handover.at} />
          {handover.dueAt && `　${say('handoverDue', { at: showInstant(handover.dueAt, language) })}`}
        </p>
      </div>
      <Buttons of={props.of} begin={props.begin} nouns={['acceptance', 'return']} />
    </section>
  )
}

function Step(props: WaitingProps & { name: PendingName; step: PendingView }) {
  const { name, step, names } = props
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const said = Object.entries(step.body).map(([member, value]) => sayMember(member, value, { language, names }))
  return (
    <section className="waiting">
      <div>
        <strong>{say(`pending.${name}` as CaseKey)}</strong>
        <p>{said.filter(each => each !== '').join(language === 'zh-CN' ? '；' : '; ')}</p>
        <p className="quiet">
          {say('pendingBy', { name: step.by.name, at: showInstant(step.at, language) })}
          {step.approvedBy !== null && `　${say('approvedNow')}`}
        </p>
      </div>
      <Buttons
        of={props.of}
        begin={props.begin}
        nouns={[
          `${name}-approval` as Noun,
          `${name}-refusal` as Noun,
          ...(name === 'extension' ? (['extension-notice'] as const) : []),
        ]}
      />
    </section>
  )
}

function Draft(props: WaitingProps) {
  const { decision } = props.of
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  if (decision === null) return null
  const reader = { language, names: props.names }
  const parts = [sayMember('finding', decision.body.finding, reader), sayMember('relief', decision.body.relief, reader)]
  if (decision.body.reliefMinor !== undefined) parts.push(sayMember('reliefMinor', decision.body.reliefMinor, reader))
  return (
    <section className="waiting">
      <div>
        <strong>{say('pending.decision')}</strong>
        <p>{parts.join(language === 'zh-CN' ? '，' : ', ')}</p>
        <ol className="requests">
          {decision.body.answers.map(answer => (
            <li key={answer.request}>
              {sayMember('finding', answer.finding, reader)}　{answer.answer}
            </li>
          ))}
        </ol>
        <p className="quiet">
          {say('pendingBy', { name: sayMember('by', decision.by, reader), at: showInstant(decision.at, language) })}
        </p>
      </div>
      <Buttons of={props.of} begin={props.begin} nouns={['approval', 'approval-refusal']} />
    </section>
  )
}

function ReturnedDraft(props: WaitingProps) {
  const say = useWords(CASE_WORDS)
  const returned = props.of.decision?.returned
  if (!returned) return null
  return (
    <section className="waiting">
      <div>
        <strong>{say('decision')}</strong>
        <p>{say('decisionReturned', { reason: returned.reason })}</p>
      </div>
      <Buttons of={props.of} begin={props.begin} nouns={['decision']} />
    </section>
  )
}

// A step whose author looks at it shows no button: the law wants a second person, and the menu says so.
function Buttons(props: { of: CaseView; begin: (noun: Noun) => void; nouns: readonly Noun[] }) {
  const language = useLanguage()
  const me = useSession().person.id
  const { of } = props
  const open = props.nouns.filter(
    noun => of.allowed.some((each: Allowed) => each.noun === noun && each.ok) && findHindrance(noun, of, me) === null,
  )
  return (
    <span className="waiting-acts">
      {open.map(noun => (
        <Button key={noun} onClick={() => props.begin(noun)}>
          {fill(ACT_WORDS[noun], language)}
        </Button>
      ))}
    </span>
  )
}
