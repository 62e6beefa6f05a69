// Who opened, searched, unmasked, printed or exported what, and why they said they did.

import { useMemo } from 'react'
import { getInstant } from '../../../kernel/time.ts'
import { address } from '../../../ui/api.ts'
import { When } from '../../../ui/countdown.tsx'
import { rangeOf } from '../../../ui/filter-sentence.ts'
import { type Filter, FilterBar, useFilters } from '../../../ui/filters.tsx'
import { useWords } from '../../../ui/language.tsx'
import { usePages } from '../../../ui/paging.ts'
import { type Column, Table } from '../../../ui/table.tsx'
import type { Reading } from './answers.ts'
import { moduleName } from './facts.tsx'
import { ACTS, MODULES, PAGE } from './words.ts'

const FILTERS: readonly Filter[] = [
  { kind: 'choice', key: 'act', words: PAGE.act, choices: ACTS.map(value => ({ value, words: PAGE[value] })) },
  { kind: 'words', key: 'actor', words: PAGE.actor },
  { kind: 'choice', key: 'module', words: PAGE.module, choices: MODULES.map(value => ({ value, words: PAGE[value] })) },
  { kind: 'words', key: 'case', words: PAGE.case },
  { kind: 'days', key: 'days', words: PAGE.days },
]

export function ReadingList(props: { purpose: string }) {
  const say = useWords(PAGE)
  const { chosen, change } = useFilters(FILTERS)
  const { days, ...rest } = chosen
  const query = { ...rest, ...rangeOf(days), purpose: props.purpose }
  const rows = usePages<Reading>(['readings', query], after => address('/api/readings', { ...query, after }))
  const columns = useColumns()
  return (
    <>
      <FilterBar filters={FILTERS} chosen={chosen} change={change} />
      <Table
        label={say('readings')}
        columns={columns}
        rows={rows}
        rowKey={reading => String(reading.id)}
        keys
        height="fill"
        empty={{ title: say('readingsEmpty'), text: say('factsEmptyText') }}
      />
    </>
  )
}

function useColumns(): readonly Column<Reading>[] {
  const say = useWords(PAGE)
  return useMemo(
    () => [
      { key: 'at', title: say('at'), width: 186, render: reading => <When at={getInstant(reading.at)} /> },
      { key: 'actor', title: say('actor'), grow: 1, render: reading => reading.actor },
      { key: 'act', title: say('act'), width: 96, render: reading => say(reading.act) },
      { key: 'module', title: say('module'), width: 104, render: reading => moduleName(reading.module, say) },
      {
        key: 'case',
        title: say('case'),
        width: 168,
        render: reading => <span className="number">{reading.number ?? reading.case ?? '—'}</span>,
      },
      { key: 'subject', title: say('subject'), grow: 1, render: reading => reading.subject ?? '—' },
      { key: 'purpose', title: say('purpose'), grow: 2, render: reading => reading.purpose ?? '—' },
    ],
    [say],
  )
}
