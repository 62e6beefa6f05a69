// One version of a rule pack as a table of limits with their articles; one edition of a calendar with its days.

import type { ReactNode } from 'react'
import { fill, type Language } from '../../../kernel/words.ts'
import { showLimit } from '../../../ui/clock-reading.ts'
import { showMinutes } from '../../../ui/datetime.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { Panel } from '../../../ui/page.tsx'
import { findArticle, RULES_WORDS, type RulesKey } from '../rules/words-rules.ts'
import type { CalendarView, DutyView, PackView, SourceView, Standing } from './rule-answers.ts'

export function PackPanel(props: { pack: PackView; acts: ReactNode }) {
  const { pack } = props
  const say = useWords(RULES_WORDS)
  const language = useLanguage()
  return (
    <Panel title={`${fill(pack.title, language)}　${say('version', { version: pack.version })}`} actions={props.acts}>
      <p className="quiet">
        {pack.id}　{say('from', { day: pack.effectiveFrom })}
        {pack.effectiveTo && `　${say('to', { day: pack.effectiveTo })}`}
        <Stands standing={pack.standing} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls */}
      <div className="rules-scroll" tabIndex={0} role="group" aria-label={pack.id}>
        <table className="rules-table">
          <thead>
            <tr>
              {(['duty', 'limit', 'extensions', 'pauses', 'basis', 'source'] as const).map(name => (
                <th key={name} scope="col">
                  {say(name)}
                </th>
              ))}
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

function Stands(props: { standing: Standing | undefined }) {
  const say = useWords(RULES_WORDS)
  const { standing } = props
  if (!standing) return null
  return (
    <>
      {`　${say(`state.${standing.state}` as RulesKey)}`}
      {standing.reason && `　${standing.reason}`}
    </>
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
            {say('extended', { name: fill(each.title, language), n: amountOf(duty, each.total, language) })}
            <small>{findArticle(each.source, language)}</small>
          </div>
        ))}
      </td>
      <td>
        {(duty.pauses ?? []).map(each => (
          <div key={each.reason}>
            {fill(each.title, language)}
            <small>{findArticle(each.source, language)}</small>
          </div>
        ))}
      </td>
      <td>{say(duty.basis)}</td>
      <td>
        {sourceOf(duty.source, language)}
        <small>{duty.source.code}</small>
      </td>
    </tr>
  )
}

function sourceOf(source: SourceView, language: Language): string {
  return fill(source, language) || source.code
}

function limitOf(duty: DutyView, language: Language): string {
  if (duty.limitFrom) return fill(RULES_WORDS.byLetter, language)
  if (duty.months) return fill(RULES_WORDS.months, language, { n: duty.months })
  return amountOf(duty, duty.limit, language)
}

function amountOf(duty: DutyView, amount: number, language: Language): string {
  return showLimit(duty, amount, language, showMinutes(amount, language))
}

export function CalendarPanel(props: { edition: CalendarView; acts: ReactNode }) {
  const { edition } = props
  const say = useWords(RULES_WORDS)
  const language = useLanguage()
  return (
    <Panel title={edition.id} actions={props.acts}>
      <p className="quiet">
        {edition.source}　{edition.zone}
        <Stands standing={edition.standing} />
      </p>
      <dl className="pairs rules-days">
        <div>
          <dt>{say('hours')}</dt>
          <dd>{edition.hours.map(span => span.map(clockTime).join('–')).join(language === 'zh-CN' ? '、' : ', ')}</dd>
        </div>
        {Object.entries(edition.years).map(([year, days]) => (
          <div key={year}>
            <dt>{year}</dt>
            <dd>
              {say('daysOff', { n: days.holidays?.length ?? 0, days: spansOf(days.holidays ?? [], language) })}
              <br />
              {say('daysOn', { n: days.workdays?.length ?? 0, days: spansOf(days.workdays ?? [], language) })}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

// 02-15、02-16、02-17 reads as 02-15 至 02-17: only days that follow one another are put together.
function spansOf(days: readonly string[], language: Language): string {
  const spans: { from: string; to: string }[] = []
  for (const day of days) {
    const last = spans.at(-1)
    if (last && followsOn(last.to, day)) last.to = day
    else spans.push({ from: day, to: day })
  }
  const said = spans.map(span =>
    span.from === span.to ? span.from.slice(5) : `${span.from.slice(5)}–${span.to.slice(5)}`,
  )
  return said.length > 0 ? said.join(language === 'zh-CN' ? '、' : ', ') : '—'
}

function followsOn(day: string, next: string): boolean {
  return Date.parse(`${next}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`) === 86_400_000
}
