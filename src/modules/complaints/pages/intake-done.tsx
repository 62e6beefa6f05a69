// After registering: the number, its clocks, and a slip that proves on paper what was said at first contact.

import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { fill, saySource } from '../../../kernel/words.ts'
import { ClockPanel } from '../../../ui/clock-panel.tsx'
import { When } from '../../../ui/countdown.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useNow } from '../../../ui/now.ts'
import { PageFrame, Panel } from '../../../ui/page.tsx'
import { useSession } from '../../../ui/session.tsx'
import { CHANNEL_WORDS } from '../rules/words.ts'
import { CASE_WORDS } from '../rules/words-case.ts'
import { INTAKE_WORDS } from '../rules/words-intake.ts'
import type { CommandAnswer } from './answers.ts'
import './case.css'
import './intake.css'
import type { IntakeValues } from './intake-values.ts'

export function IntakeDone(props: { answer: CommandAnswer; values: IntakeValues; again: () => void }) {
  const { answer } = props
  const say = useWords(INTAKE_WORDS)
  const clocks = useWords(CASE_WORDS)('clocks')
  const navigate = useNavigate()
  return (
    <PageFrame
      title={`${say('doneTitle')}　${answer.number}`}
      note={say('doneText')}
      actions={
        <>
          <Button onClick={props.again}>{say('again')}</Button>
          <Button onClick={() => window.print()}>{say('print')}</Button>
          <Button type="primary" onClick={() => navigate({ to: `/complaints/${answer.id}` as never })}>
            {say('open')}
          </Button>
        </>
      }
    >
      <div className="intake-result">
        <Slip answer={answer} values={props.values} />
        <div className="intake-clocks">
          <Panel title={clocks}>
            <ClockPanel clocks={answer.clocks} />
          </Panel>
        </div>
      </div>
    </PageFrame>
  )
}

function Slip(props: { answer: CommandAnswer; values: IntakeValues }) {
  const { answer, values } = props
  const say = useWords(INTAKE_WORDS)
  const language = useLanguage()
  const session = useSession()
  const now = useNow()
  const decision = answer.clocks.find(clock => clock.duty === 'decision')
  const unit = session.unit === null ? '' : fill(session.unit.name, language)
  return (
    <section className="slip">
      <h2>{say('slip')}</h2>
      <dl className="pairs">
        <Pair title={say('slipNumber')}>
          <span className="number">{answer.number}</span>
        </Pair>
        <Pair title={say('slipReceived')}>
          <When at={values.receivedAt ?? now} />
        </Pair>
        <Pair title={say('slipChannel')}>{fill(CHANNEL_WORDS[values.channel], language)}</Pair>
        <Pair title={say('slipOwner')}>
          {unit} {session.person.name}
        </Pair>
        <Pair title={say('slipRequests')}>
          {values.requests.map((request, index) => (
            <div key={request.text}>
              {index + 1}. {request.text}
            </div>
          ))}
        </Pair>
        {values.told && <Pair title={say('slipTold')}>{values.told}</Pair>}
        {decision?.dueOn && (
          <Pair title={say('slipBy')}>
            <When day={decision.dueOn} />　{saySource(decision.source, language)}
          </Pair>
        )}
      </dl>
      <p className="slip-sign">{say('slipSign')}</p>
    </section>
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
