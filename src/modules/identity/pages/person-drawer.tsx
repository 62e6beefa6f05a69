// A person's record: posts with their days, stand-ins, absences, approval level; what an administrator may change of it.

import { useQuery } from '@tanstack/react-query'
import { App, Button, Drawer, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Day, dayOf } from '../../../kernel/time.ts'
import { fill } from '../../../kernel/words.ts'
import { get, post } from '../../../ui/api.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useNow } from '../../../ui/now.ts'
import { mayDo, useSession } from '../../../ui/session.tsx'
import { Awaited, problemSentence } from '../../../ui/state.tsx'
import type { PersonRecord, Unit } from './answers.ts'
import { type Entry, EntryDialog } from './entry-dialog.tsx'
import { PasswordReset } from './password-reset.tsx'
import { usePersonNames } from './person-names.ts'
import { LEVELS, PAGE, ROLES } from './words.ts'

interface Changing {
  /** Gives one command and reads the record anew: `('post-end', { post: 2, on })`. */
  readonly tell: (noun: string, body: object) => Promise<void>
  readonly begin: (entry: Entry) => void
  readonly may: boolean
}

export function PersonDrawer(props: {
  id: string | null
  units: readonly Unit[]
  onClose: () => void
  onChanged: () => void
}) {
  const say = useWords(PAGE)
  const record = useQuery({
    queryKey: ['people', props.id],
    queryFn: () => get<PersonRecord>(`/api/people/${props.id}`),
    enabled: props.id !== null,
  })
  return (
    <Drawer
      open={props.id !== null}
      onClose={props.onClose}
      size={520}
      title={record.data && props.id !== null ? record.data.name : ' '}
      closable={{ 'aria-label': say('close') }}
    >
      {props.id !== null && (
        <Awaited query={record}>
          {person => <Record key={person.id} person={person} units={props.units} onChanged={props.onChanged} />}
        </Awaited>
      )}
    </Drawer>
  )
}

function Record(props: { person: PersonRecord; units: readonly Unit[]; onChanged: () => void }) {
  const say = useWords(PAGE)
  const language = useLanguage()
  const may = mayDo(useSession(), 'admin')
  const { message } = App.useApp()
  const [entry, setEntry] = useState<Entry | null>(null)
  const nameOf = usePersonNames()
  const { person } = props
  const tell = async (noun: string, body: object) => {
    await post(`/api/people/${person.id}/${noun}`, body)
    props.onChanged()
    message.success(say('saved'))
  }
  const changing: Changing = { tell, may, begin: setEntry }
  const setLevel = (level: number) =>
    tell('approval-level', { level }).catch(error => message.error(problemSentence(error, language)))
  return (
    <div className="record">
      <dl className="facts">
        <Line title={say('account')}>
          {person.account}
          {person.isProgram && ` · ${say('program')}`}
        </Line>
        <Line title={say('since')}>{person.leftOn ? `${person.from} → ${person.leftOn}` : person.from}</Line>
        <Line title={say('level')}>
          {may ? (
            <Select
              aria-label={say('level')}
              value={person.approvalLevel}
              onChange={setLevel}
              popupMatchSelectWidth={false}
              options={LEVELS.map((word, value) => ({ value, label: say(word) }))}
            />
          ) : (
            say(LEVELS[person.approvalLevel] ?? 'level0')
          )}
        </Line>
        {person.manager && <Line title={say('manager')}>{nameOf(person.manager)}</Line>}
        {person.relatives.length > 0 && (
          <Line title={say('relatives')}>{person.relatives.map(nameOf).join(language === 'en' ? ', ' : '、')}</Line>
        )}
      </dl>
      <Posts {...props} {...changing} />
      <StandIns {...props} {...changing} />
      <Absences {...props} {...changing} />
      {may && person.isInService && (
        <div className="record-actions">
          {!person.isProgram && <PasswordReset person={person} />}
          <Button danger onClick={() => setEntry({ kind: 'leaving' })}>
            {say('leaving')}
          </Button>
        </div>
      )}
      {entry !== null && (
        <EntryDialog entry={entry} person={person} units={props.units} tell={tell} onClose={() => setEntry(null)} />
      )}
    </div>
  )
}

function Posts(props: { person: PersonRecord; units: readonly Unit[] } & Changing) {
  const say = useWords(PAGE)
  const sayRole = useWords(ROLES)
  const language = useLanguage()
  const unitName = (path: string) => {
    const unit = props.units.find(each => each.path === path)
    return unit ? fill(unit.name, language) : path
  }
  const titleOf = (held: PersonRecord['allPosts'][number]) =>
    [sayRole(held.role as keyof typeof ROLES), unitName(held.unit), held.main ? say('main') : '']
      .filter(Boolean)
      .join(' · ')
  return (
    <Part title={say('posts')} add={props.may ? say('givePost') : null} onAdd={() => props.begin({ kind: 'post' })}>
      {props.person.allPosts.map(held => (
        <Dated key={held.no} title={titleOf(held)} period={held}>
          {props.may && held.to === null && (
            <Button size="small" onClick={() => props.begin({ kind: 'post-end', post: held.no })}>
              {say('endPost')}
            </Button>
          )}
        </Dated>
      ))}
    </Part>
  )
}

function StandIns(props: { person: PersonRecord } & Changing) {
  const say = useWords(PAGE)
  const nameOf = usePersonNames()
  return (
    <Part
      title={say('standIns')}
      add={props.may ? say('appoint') : null}
      onAdd={() => props.begin({ kind: 'stand-in' })}
    >
      {props.person.allStandIns.map(each => (
        <Dated key={each.no} title={nameOf(each.person)} period={each}>
          {props.may && <Withdraw tell={() => props.tell('stand-in-withdrawal', { no: each.no })} />}
        </Dated>
      ))}
    </Part>
  )
}

function Absences(props: { person: PersonRecord } & Changing) {
  const say = useWords(PAGE)
  return (
    <Part
      title={say('absences')}
      add={props.may ? say('enterAbsence') : null}
      onAdd={() => props.begin({ kind: 'absence' })}
    >
      {props.person.absences.map(each => (
        <Dated key={each.no} title={null} period={each}>
          {props.may && <Withdraw tell={() => props.tell('absence-withdrawal', { no: each.no })} />}
        </Dated>
      ))}
    </Part>
  )
}

function Withdraw(props: { tell: () => Promise<void> }) {
  const say = useWords(PAGE)
  const language = useLanguage()
  const { message } = App.useApp()
  const go = () => props.tell().catch(error => message.error(problemSentence(error, language)))
  return (
    <Button size="small" onClick={go}>
      {say('withdraw')}
    </Button>
  )
}

function Part(props: { title: string; add: string | null; onAdd: () => void; children: ReactNode[] }) {
  const say = useWords(PAGE)
  return (
    <section>
      <h3>
        {props.title}
        {props.add !== null && (
          <Button size="small" type="link" onClick={props.onAdd}>
            {props.add}
          </Button>
        )}
      </h3>
      {props.children.length === 0 ? <p className="quiet">{say('none')}</p> : <ul>{props.children}</ul>}
    </section>
  )
}

// A period that is over stays in the record, faint.
function Dated(props: { title: string | null; period: { from: string; to: string | null }; children: ReactNode }) {
  const say = useWords(PAGE)
  const today: Day = dayOf(useNow())
  const { from, to } = props.period
  const days = `${from} → ${to ?? say('openEnd')}`
  return (
    <li data-over={to !== null && to < today}>
      <span>
        {props.title ?? days}
        {props.title !== null && <small>{days}</small>}
      </span>
      {props.children}
    </li>
  )
}

function Line(props: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
