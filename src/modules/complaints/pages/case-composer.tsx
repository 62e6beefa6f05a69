// Writing to the case. The three modes differ in place, border, ground and the word on the button, so that habit cannot send a note out.

import { LockOutlined, SendOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { useRef, useState } from 'react'
import { fill } from '../../../kernel/words.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useSession } from '../../../ui/session.tsx'
import type { Noun } from '../rules/contract.ts'
import { ACT_WORDS } from '../rules/words-act.ts'
import { CASE_WORDS } from '../rules/words-case.ts'
import { ActForm } from './act-dialog.tsx'
import type { CaseView } from './answers.ts'
import { findHindrance } from './case-actions.ts'
import { ContactForm } from './case-contact.tsx'
import { useSubmitKey } from './submit-key.ts'

export type Mode = 'note' | 'contact' | 'notice'

/** What goes out to the consumer, in the order in which it is usually due. */
const OUTWARD: readonly Noun[] = ['notice', 'extension-notice', 'supplement-request']

interface ComposerProps {
  readonly of: CaseView
  readonly mode: Mode
  readonly change: (mode: Mode) => void
  readonly onDone: () => void
}

export function Composer(props: ComposerProps) {
  const { of, mode } = props
  const say = useWords(CASE_WORDS)
  const box = useRef<HTMLDivElement>(null)
  useSubmitKey(box)
  const tabs: readonly { mode: Mode; name: string; mark: string }[] = [
    { mode: 'note', name: say('modeNote'), mark: say('modeNoteMark') },
    { mode: 'contact', name: say('modeContact'), mark: '' },
    { mode: 'notice', name: say('modeNotice'), mark: say('modeNoticeMark') },
  ]
  return (
    <section className="composer" data-mode={mode} aria-label={say('mode')}>
      <div className="composer-modes">
        {tabs.map(tab => (
          <button
            key={tab.mode}
            type="button"
            data-mode={tab.mode}
            aria-pressed={tab.mode === mode}
            onClick={() => props.change(tab.mode)}
          >
            {tab.mode === 'note' && <LockOutlined aria-hidden="true" />}
            {tab.mode === 'notice' && <SendOutlined aria-hidden="true" />}
            {tab.name}
            {tab.mark !== '' && <small>{tab.mark}</small>}
          </button>
        ))}
      </div>
      <div className="composer-body" ref={box}>
        {mode === 'note' && <Note of={of} onDone={props.onDone} />}
        {mode === 'contact' && <ContactForm of={of} onDone={props.onDone} />}
        {mode === 'notice' && <Outward of={of} onDone={props.onDone} />}
      </div>
    </section>
  )
}

function Note(props: { of: CaseView; onDone: () => void }) {
  const say = useWords(CASE_WORDS)
  const answer = props.of.allowed.find(each => each.noun === 'note')
  const [count, setCount] = useState(0)
  const done = () => {
    setCount(count + 1)
    props.onDone()
  }
  if (answer && !answer.ok) return <p className="quiet">{answer.reason}</p>
  return (
    <>
      <p className="composer-ground">{say('noteGround')}</p>
      <ActForm key={count} noun="note" of={props.of} button={say('noteDo')} onDone={done} />
    </>
  )
}

function Outward(props: { of: CaseView; onDone: () => void }) {
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const me = useSession().person.id
  const answers = OUTWARD.flatMap(noun =>
    props.of.allowed.filter(each => each.noun === noun && findHindrance(noun, props.of, me) === null),
  )
  const open = answers.filter(each => each.ok)
  const [chosen, setChosen] = useState<Noun | null>(null)
  const noun = open.find(each => each.noun === chosen)?.noun ?? open[0]?.noun
  if (noun === undefined) {
    const reason = answers.find(each => !each.ok)
    return (
      <p className="composer-ground">
        {say('noticeNone')}
        {reason && !reason.ok && !/^[a-z-]+$/.test(reason.reason) && <> {reason.reason}</>}
      </p>
    )
  }
  return (
    <>
      <p className="composer-ground">{say('noticeGround')}</p>
      {open.length > 1 && (
        <Select
          aria-label={say('noticeWhich')}
          className="composer-which"
          value={noun}
          onChange={setChosen}
          options={open.map(each => ({ value: each.noun, label: fill(ACT_WORDS[each.noun], language) }))}
        />
      )}
      <ActForm key={noun} noun={noun} of={props.of} button={say('noticeDo')} onDone={props.onDone} />
    </>
  )
}
