// Rule packs and calendars: every limit with its article; a new version, what it would move, and applying that once.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import { fill, type Language } from '../../../kernel/words.ts'
import { get } from '../../../ui/api.ts'
import { showLimit } from '../../../ui/clock-reading.ts'
import { showMinutes } from '../../../ui/datetime.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { PageFrame, Panel } from '../../../ui/page.tsx'
import { mayDo, useSession } from '../../../ui/session.tsx'
import { Awaited } from '../../../ui/state.tsx'
import { RULES_WORDS } from '../rules/words-rules.ts'
import type { CalendarView, DutyView, PackView } from './rule-answers.ts'
import { RecomputeDialog } from './rule-recompute.tsx'
import { RuleTextDialog } from './rule-text.tsx'
import './case.css'
import './desk.css'
import './rules.css'

type Editing = { readonly kind: 'pack'; readonly of: PackView } | { readonly kind: 'calendar'; readonly of: CalendarView }

export function RulesPage() {
  const say = useWords(RULES_WORDS)
  const queries = useQueryClient()
  const [editing, setEditing] = useState<Editing | null>(null)
  const [previewing, setPreviewing] = useState<Editing | null>(null)
  const packs = useQuery({ queryKey: ['rule-packs'], queryFn: () => get<List<PackView>>('/api/rule-packs').then(itemsOf) })
  const calendars = useQuery({ queryKey: ['calendars'], queryFn: () => get<List<CalendarView>>('/api/calendars').then(itemsOf) })
  const may = mayDo(useSession(), 'supervisor', 'admin')
  const acts = (of: Editing) =>
    may && (
      <span className="rules-acts">
        <Button onClick={() => setPreviewing(of)}>{say('preview')}</Button>
        <Button onClick={() => setEditing(of)}>{say(of.kind === 'pack' ? 'newPack' : 'newCalendar')}</Button>
      </span>
    )
  const items = [
    {
      key: 'packs',
      label: say('packs'),
      children: (
        <Awaited query={packs}>
          {all => (
            <div className="rules">
              {all.map(pack => (
                <Pack key={`${pack.id}:${pack.version}`} pack={pack} acts={acts({ kind: 'pack', of: pack })} />
              ))}
            </div>
          )}
        </Awaited>
      ),
    },
    {
      key: 'calendars',
      label: say('calendars'),
      children: (
        <Awaited query={calendars}>
          {all => (
            <div className="rules">
              {all.map(edition => (
                <Calendar key={edition.id} edition={edition} acts={acts({ kind: 'calendar', of: edition })} />
              ))}
            </div>
          )}
        </Awaited>
      ),
    },
  ]
  return (
    <PageFrame title={say('title')} note={say('note')}>
      <Tabs items={items} />
      {editing && (
        <RuleTextDialog
          {...editing}
          onClose={() => setEditing(null)}
          onKept={() => queries.invalidateQueries({ queryKey: [editing.kind === 'pack' ? 'rule-packs' : 'calendars'] })}
        />
      )}
      {previewing && <RecomputeDialog question={questionOf(previewing)} onClose={() => setPreviewing(null)} />}
    </PageFrame>
  )
}

type List<Item> = readonly Item[] | { readonly items: readonly Item[] }

function itemsOf<Item>(list: List<Item>): readonly Item[] {
  return 'items' in list ? list.items : list
}

function questionOf(of: Editing): Readonly<Record<string, string>> {
  return of.kind === 'pack' ? { pack: of.of.id, version: of.of.version } : { calendar: of.of.calendar, edition: of.of.id }
}

function Pack(props: { pack: PackView; acts: ReactNode }) {
  const { pack } = props
  const say = useWords(RULES_WORDS)
  const language = useLanguage()
  return (
    <Panel title={fill(pack.title, language)} actions={props.acts}>
      <p className="quiet">
        {pack.id}　{say('version', { version: pack.version })}　{say('from', { day: pack.effectiveFrom })}
        {pack.effectiveTo && `　${say('to', { day: pack.effectiveTo })}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <div className="rules-scroll" tabIndex={0} role="group" aria-label={pack.id}>
        <table className="rules-table">
          <thead>
            <tr>
              <th scope="col">{say('duty')}</th>
              <th scope="col">{say('limit')}</th>
              <th scope="col">{say('extensions')}</th>
              <th scope="col">{say('pauses')}</th>
              <th scope="col">{say('basis')}</th>
              <th scope="col">{say('source')}</th>
            </tr>
          </thead>
          <tbody>
            {pack.duties.map(duty => (
              <DutyRow key={duty.name} duty={duty} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function DutyRow({ duty }: { duty: DutyView }) {
  const say = useWords(RULES_WORDS)
  const language = useLanguage()
  return (
    <tr>
      <th scope="row">{fill(duty.title, language)}</th>
      <td>{limitOf(duty, language)}</td>
      <td>
        {(duty.extensions ?? []).map(each => (
          <div key={each.tier}>
            {fill(each.title, language)}：{say('inAll', { n: amountOf(duty, each.total, language) })}
            <small>{fill(each.source, language) || each.source.code}</small>
          </div>
        ))}
      </td>
      <td>
        {(duty.pauses ?? []).map(each => (
          <div key={each.reason}>
            {fill(each.title, language)}
            <small>{fill(each.source, language) || each.source.code}</small>
          </div>
        ))}
      </td>
      <td>{say(duty.basis)}</td>
      <td>{fill(duty.source, language) || duty.source.code}</td>
    </tr>
  )
}

function limitOf(duty: DutyView, language: Language): string {
  if (duty.limitFrom) return fill(RULES_WORDS.byLetter, language)
  if (duty.months) return fill(RULES_WORDS.months, language, { n: duty.months })
  return amountOf(duty, duty.limit, language)
}

function amountOf(duty: DutyView, amount: number, language: Language): string {
  return showLimit(duty, amount, language, showMinutes(amount, language))
}

function Calendar(props: { edition: CalendarView; acts: ReactNode }) {
  const { edition } = props
  const say = useWords(RULES_WORDS)
  return (
    <Panel title={edition.id} actions={props.acts}>
      <p className="quiet">
        {edition.source}　{edition.zone}
      </p>
      <dl className="pairs">
        {Object.entries(edition.years).map(([year, days]) => (
          <div key={year}>
            <dt>{year}</dt>
            <dd>
              {say('holidays')} {say('days', { n: days.holidays?.length ?? 0 })}：{listed(days.holidays)}
              <br />
              {say('workdays')} {say('days', { n: days.workdays?.length ?? 0 })}：{listed(days.workdays)}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function listed(days: readonly string[] | undefined): string {
  return days && days.length > 0 ? days.map(day => day.slice(5)).join('、') : '—'
}
