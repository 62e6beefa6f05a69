// Facts of every module, newest first, within one's sight; a fact opens with its masked content and its hash.

import { Drawer } from 'antd'
import { useMemo, useState } from 'react'
import { getInstant } from '../../../kernel/time.ts'
import { address } from '../../../ui/api.ts'
import { When } from '../../../ui/countdown.tsx'
import { rangeOf } from '../../../ui/filter-sentence.ts'
import { type Filter, FilterBar, useFilters } from '../../../ui/filters.tsx'
import { useWords } from '../../../ui/language.tsx'
import { usePages } from '../../../ui/paging.ts'
import { type Column, RowHint, Table } from '../../../ui/table.tsx'
import type { Fact } from './answers.ts'
import { MODULES, PAGE } from './words.ts'

const FILTERS: readonly Filter[] = [
  { kind: 'choice', key: 'module', words: PAGE.module, choices: MODULES.map(value => ({ value, words: PAGE[value] })) },
  { kind: 'words', key: 'case', words: PAGE.case },
  { kind: 'words', key: 'actor', words: PAGE.actor },
  { kind: 'words', key: 'type', words: PAGE.type },
  { kind: 'days', key: 'days', words: PAGE.days },
]

export function FactList(props: { purpose: string }) {
  const say = useWords(PAGE)
  const { chosen, change } = useFilters(FILTERS)
  const [opened, setOpened] = useState<Fact | null>(null)
  const { days, ...rest } = chosen
  const query = { ...rest, ...rangeOf(days), purpose: props.purpose }
  const rows = usePages<Fact>(['facts', query], after => address('/api/facts', { ...query, after }))
  const columns = useColumns()
  return (
    <>
      <FilterBar filters={FILTERS} chosen={chosen} change={change} />
      <Table
        label={say('facts')}
        columns={columns}
        rows={rows}
        rowKey={fact => `${fact.module} ${fact.case} ${fact.version}`}
        onOpen={setOpened}
        keys
        hint={() => <RowHint />}
        height="fill"
        empty={{ title: say('factsEmpty'), text: say('factsEmptyText') }}
      />
      <FactDrawer fact={opened} onClose={() => setOpened(null)} />
    </>
  )
}

function useColumns(): readonly Column<Fact>[] {
  const say = useWords(PAGE)
  return useMemo(
    () => [
      { key: 'at', title: say('at'), width: 186, render: fact => <When at={getInstant(fact.at)} /> },
      { key: 'module', title: say('module'), width: 104, render: fact => moduleName(fact.module, say) },
      {
        key: 'case',
        title: say('case'),
        width: 168,
        render: fact => <span className="number">{fact.number ?? fact.case}</span>,
      },
      { key: 'version', title: say('version'), width: 56, align: 'end', render: fact => fact.version },
      { key: 'type', title: say('type'), grow: 1, render: fact => fact.type },
      { key: 'actor', title: say('actor'), grow: 1, render: fact => fact.actor },
      {
        key: 'hash',
        title: say('hash'),
        width: 120,
        render: fact => <span className="hash">{fact.hash.slice(0, 12)}</span>,
      },
    ],
    [say],
  )
}

function FactDrawer(props: { fact: Fact | null; onClose: () => void }) {
  const say = useWords(PAGE)
  const { fact } = props
  return (
    <Drawer
      open={fact !== null}
      onClose={props.onClose}
      size={520}
      title={fact ? `${fact.number ?? fact.case} · ${fact.version}` : ' '}
      closable={{ 'aria-label': say('close') }}
    >
      {fact && (
        <>
          <p>
            <When at={getInstant(fact.at)} /> · {fact.actor} · {fact.type}
          </p>
          <p className="quiet">{fact.body === null ? say('noBody') : say('body')}</p>
          {fact.body !== null && <pre className="audit-body">{JSON.stringify(fact.body, null, 2)}</pre>}
          <p className="quiet">{say('hash')}</p>
          <p className="hash">{fact.hash}</p>
        </>
      )}
    </Drawer>
  )
}

/** A module's name in words where they are known here, else as the ledger writes it. */
export function moduleName(module: string | null, say: (key: (typeof MODULES)[number]) => string): string {
  const known = MODULES.find(each => each === module)
  return known ? say(known) : (module ?? '—')
}
