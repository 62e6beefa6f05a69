// Filters of a list: they live in the address and read as a sentence; each part can be dropped by itself.
//
// const { chosen, change } = useFilters(FILTERS)            reads and writes the address (history is replaced, not grown)
// <FilterBar filters={FILTERS} chosen={chosen} change={change}>…actions…</FilterBar>

import { CloseOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Checkbox, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { fill } from '../kernel/words.ts'
import { type Chosen, chosenFrom, type Filter, rangeOf, sentenceOf } from './filter-sentence.ts'
import './filters.css'
import { meansEnter } from './keys.tsx'
import { useLanguage, useWords } from './language.tsx'
import { KIT } from './words.ts'

export type { Chosen, Filter, FilterChoice } from './filter-sentence.ts'

/** The filters that the address holds. `change` takes a part; an empty string drops it; other parameters of the address stay. */
export function useFilters(filters: readonly Filter[]): { chosen: Chosen; change: (part: Chosen) => void } {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const navigate = useNavigate()
  const chosen = useMemo(() => chosenFrom(filters, search), [filters, search])
  const change = (part: Chosen) => {
    const next: Record<string, unknown> = { ...search, ...part }
    for (const [key, value] of Object.entries(next)) if (value === '') delete next[key]
    navigate({ to: '.', search: next as never, replace: true })
  }
  return { chosen, change }
}

export function FilterBar(props: {
  filters: readonly Filter[]
  chosen: Chosen
  change: (part: Chosen) => void
  children?: ReactNode
}) {
  const say = useWords(KIT)
  const language = useLanguage()
  const parts = sentenceOf(props.filters, props.chosen, language)
  return (
    <search className="filters" aria-label={say('filters')}>
      <div className="filters-row">
        {props.filters.map(filter => (
          <Control key={filter.key} filter={filter} value={props.chosen[filter.key] ?? ''} change={props.change} />
        ))}
        <span className="filters-actions">{props.children}</span>
      </div>
      <p className="filters-sentence">
        {parts.length === 0 && say('filterNone')}
        {parts.map(part => (
          <button
            key={part.key}
            type="button"
            title={say('filterDrop', { name: part.text })}
            onClick={() => props.change({ [part.key]: '' })}
          >
            {part.text}
            <CloseOutlined aria-hidden="true" />
          </button>
        ))}
        {parts.length > 1 && (
          <button
            type="button"
            className="filters-clear"
            onClick={() => props.change(Object.fromEntries(parts.map(part => [part.key, ''])))}
          >
            {say('filterClear')}
          </button>
        )}
      </p>
    </search>
  )
}

function Control(props: { filter: Filter; value: string; change: (part: Chosen) => void }) {
  const { filter, value, change } = props
  const language = useLanguage()
  const label = fill(filter.words, language)
  if (filter.kind === 'words') return <WordsControl {...props} label={label} />
  if (filter.kind === 'flag') {
    return (
      <Checkbox checked={value === '1'} onChange={event => change({ [filter.key]: event.target.checked ? '1' : '' })}>
        {label}
      </Checkbox>
    )
  }
  if (filter.kind === 'days') {
    const { from, to } = rangeOf(value)
    return (
      <DatePicker.RangePicker
        aria-label={label}
        className="filters-days"
        allowEmpty={[true, true]}
        placeholder={[label, '']}
        value={[from === '' ? null : dayjs(from), to === '' ? null : dayjs(to)]}
        onChange={(_, texts) => change({ [filter.key]: texts ? `${texts[0]}..${texts[1]}`.replace(/^\.\.$/, '') : '' })}
      />
    )
  }
  const options = filter.choices.map(choice => ({ value: choice.value, label: fill(choice.words, language) }))
  const picked = value === '' ? [] : value.split(',')
  return (
    <Select
      aria-label={label}
      className="filters-choice"
      placeholder={label}
      allowClear
      maxTagCount={0}
      maxTagPlaceholder={`${label} · ${picked.length}`}
      popupMatchSelectWidth={false}
      options={options}
      {...(filter.many ? { mode: 'multiple' as const, value: picked } : { value: picked[0] ?? null })}
      onChange={(next: string | string[] | undefined) =>
        change({ [filter.key]: Array.isArray(next) ? next.join(',') : (next ?? '') })
      }
    />
  )
}

// Typed words go to the address on Enter or when the field is left, so that an input method can finish.
function WordsControl(props: { filter: Filter; value: string; label: string; change: (part: Chosen) => void }) {
  const [text, setText] = useState(props.value)
  useEffect(() => setText(props.value), [props.value])
  const settle = () => {
    if (text.trim() !== props.value) props.change({ [props.filter.key]: text.trim() })
  }
  return (
    <Input
      className="filters-words"
      aria-label={props.label}
      placeholder={props.label}
      value={text}
      allowClear
      onChange={event => setText(event.target.value)}
      onClear={() => props.change({ [props.filter.key]: '' })}
      onKeyDown={event => meansEnter(event) && settle()}
      onBlur={settle}
    />
  )
}
