// Organisation and people: the tree on the left, the people of the chosen unit beside it, a person's record in a drawer.

import { UserAddOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { fill } from '../../../kernel/words.ts'
import { address, get } from '../../../ui/api.ts'
import { type Filter, FilterBar, useFilters } from '../../../ui/filters.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { PageFrame } from '../../../ui/page.tsx'
import { usePages } from '../../../ui/paging.ts'
import { mayDo, useSession } from '../../../ui/session.tsx'
import { Awaited } from '../../../ui/state.tsx'
import { type Column, RowHint, Table } from '../../../ui/table.tsx'
import type { Person, Unit } from './answers.ts'
import { HireDialog } from './hire-dialog.tsx'
import './organisation.css'
import { PersonDrawer } from './person-drawer.tsx'
import { UnitActions } from './unit-actions.tsx'
import { UnitTree } from './unit-tree.tsx'
import { LEVELS, PAGE, ROLES } from './words.ts'

const FILTERS: readonly Filter[] = [
  { kind: 'words', key: 'text', words: PAGE.text },
  {
    kind: 'choice',
    key: 'role',
    words: PAGE.role,
    choices: Object.entries(ROLES).map(([value, words]) => ({ value, words })),
  },
  { kind: 'flag', key: 'inService', words: PAGE.inService },
]

export function Organisation() {
  const say = useWords(PAGE)
  const units = useQuery({ queryKey: ['units'], queryFn: () => get<{ items: Unit[] }>('/api/units') })
  return <Awaited query={units}>{answer => <Inside units={answer.items} title={say('title')} />}</Awaited>
}

function Inside(props: { units: readonly Unit[]; title: string }) {
  const say = useWords(PAGE)
  const language = useLanguage()
  const session = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Readonly<Record<string, string>>
  const [hiring, setHiring] = useState(false)
  const chosen = props.units.find(unit => unit.path === search.unit) ?? props.units[0]
  const admin = mayDo(session, 'admin')
  const goTo = (part: Record<string, string | undefined>) =>
    navigate({ to: '.', search: { ...search, ...part } as never, replace: true })
  const changed = () => {
    queries.invalidateQueries({ queryKey: ['units'] })
    queries.invalidateQueries({ queryKey: ['people'] })
  }
  if (chosen === undefined) return null
  const note = `${chosen.path} · ${say(chosen.kind as keyof typeof PAGE)}${chosen.isOpen ? '' : ` · ${say('closed')} ${chosen.validTo ?? ''}`}`
  return (
    <PageFrame
      fill
      title={props.title}
      actions={
        admin && (
          <>
            <UnitActions unit={chosen} units={props.units} onChanged={changed} />
            <Button type="primary" icon={<UserAddOutlined />} onClick={() => setHiring(true)}>
              {say('hire')}
            </Button>
          </>
        )
      }
    >
      <div className="organisation">
        <UnitTree units={props.units} chosen={chosen.path} choose={path => goTo({ unit: path })} />
        <div className="organisation-people">
          <h2>
            {fill(chosen.name, language)} <small>{note}</small>
          </h2>
          <People units={props.units} unit={chosen.path} open={id => goTo({ person: id })} />
        </div>
      </div>
      {hiring && (
        <HireDialog units={props.units} unit={chosen.path} onClose={() => setHiring(false)} onHired={changed} />
      )}
      <PersonDrawer
        id={search.person ?? null}
        units={props.units}
        onClose={() => goTo({ person: undefined })}
        onChanged={changed}
      />
    </PageFrame>
  )
}

function People(props: { units: readonly Unit[]; unit: string; open: (id: string) => void }) {
  const say = useWords(PAGE)
  const { chosen, change } = useFilters(FILTERS)
  const { inService, ...rest } = chosen
  const query = { ...rest, within: props.unit, inService: inService === '1' ? 'true' : undefined, limit: 100 }
  const rows = usePages<Person>(['people', query], after => address('/api/people', { ...query, after }))
  const columns = useColumns(props.units)
  return (
    <>
      <FilterBar filters={FILTERS} chosen={chosen} change={change} />
      <Table
        label={say('people')}
        columns={columns}
        rows={rows}
        rowKey={person => person.id}
        onOpen={person => props.open(person.id)}
        keys
        hint={() => <RowHint />}
        height="fill"
        empty={{ title: say('noPeople'), text: say('noPeopleText') }}
      />
    </>
  )
}

function useColumns(units: readonly Unit[]): readonly Column<Person>[] {
  const say = useWords(PAGE)
  const sayRole = useWords(ROLES)
  const language = useLanguage()
  return useMemo(() => {
    const nameOf = (path: string | null) => {
      const unit = units.find(each => each.path === path)
      return unit ? fill(unit.name, language) : (path ?? '—')
    }
    const roles = (person: Person) => [...new Set(person.posts.map(post => sayRole(post.role as keyof typeof ROLES)))]
    return [
      { key: 'name', title: say('name'), width: 112, render: person => person.name },
      { key: 'account', title: say('account'), width: 132, render: person => person.account },
      {
        key: 'roles',
        title: say('posts'),
        grow: 2,
        render: person => roles(person).join(language === 'en' ? ', ' : '、'),
      },
      { key: 'unit', title: say('mainUnit'), grow: 2, render: person => nameOf(person.unit) },
      {
        key: 'level',
        title: say('level'),
        width: 132,
        render: person => say(LEVELS[person.approvalLevel] ?? 'level0'),
      },
      { key: 'state', title: say('state'), width: 88, render: person => say(stateOf(person)) },
    ]
  }, [units, say, sayRole, language])
}

function stateOf(person: Person): 'gone' | 'program' | 'away' | 'atWork' {
  if (!person.isInService) return 'gone'
  if (person.isProgram) return 'program'
  return person.isAway ? 'away' : 'atWork'
}
