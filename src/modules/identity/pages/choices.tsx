// Choosing a unit, a role or a person: the three selects these pages share.

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { fill } from '../../../kernel/words.ts'
import { address, get } from '../../../ui/api.ts'
import { useLanguage } from '../../../ui/language.tsx'
import type { Person, Unit } from './answers.ts'
import { ROLES } from './words.ts'

interface Choosing {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly label?: string
}

/** Open units by name or code; `without` is left out (a unit cannot be merged into itself). */
export function UnitSelect(props: Choosing & { units: readonly Unit[]; without?: string }) {
  const language = useLanguage()
  const options = props.units
    .filter(unit => unit.isOpen && unit.path !== props.without)
    .map(unit => ({ value: unit.path, label: `${fill(unit.name, language)}  ${unit.path}` }))
  return (
    <Select
      {...passed(props)}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      popupMatchSelectWidth={false}
      options={options}
    />
  )
}

export function RoleSelect(props: Choosing) {
  const language = useLanguage()
  return (
    <Select
      {...passed(props)}
      options={Object.entries(ROLES).map(([value, words]) => ({ value, label: fill(words, language) }))}
    />
  )
}

/** People in service, asked of the server as one types. */
export function PersonSelect(props: Choosing & { programs?: boolean; without?: string }) {
  const [text, setText] = useState('')
  const found = useQuery({
    queryKey: ['people', 'select', text],
    queryFn: ({ signal }) =>
      get<{ items: Person[] }>(address('/api/people', { text, inService: 'true', limit: 50 }), { signal }),
  })
  const options = (found.data?.items ?? [])
    .filter(
      person => person.id !== props.without && (props.programs === undefined || person.isProgram === props.programs),
    )
    .map(person => ({ value: person.id, label: `${person.name}  ${person.account}` }))
  return (
    <Select
      {...passed(props)}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={found.isFetching}
      popupMatchSelectWidth={false}
      options={options}
    />
  )
}

function passed(props: Choosing) {
  return {
    ...(props.id !== undefined && { id: props.id }),
    ...(props.value !== undefined && { value: props.value }),
    ...(props.onChange !== undefined && { onChange: props.onChange }),
    ...(props.label !== undefined && { 'aria-label': props.label }),
  }
}
