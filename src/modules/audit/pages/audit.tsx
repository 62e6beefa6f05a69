// The ledger for those who check the bank: facts, who read what, seals; a purpose is stated before anything is searched.

import { useNavigate, useSearch } from '@tanstack/react-router'
import { Input, Segmented } from 'antd'
import { useState } from 'react'
import { Field, Form, Submit } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PageFrame } from '../../../ui/page.tsx'
import './audit.css'
import { FactList } from './facts.tsx'
import { ReadingList } from './readings.tsx'
import { SealList } from './seals.tsx'
import { PAGE } from './words.ts'

const LISTS = ['facts', 'readings', 'seals'] as const
type List = (typeof LISTS)[number]

export function Audit() {
  const say = useWords(PAGE)
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { list?: string }
  const [purpose, setPurpose] = useState<string | null>(null)
  const list: List = LISTS.find(each => each === search.list) ?? 'facts'
  // Filters of one list mean nothing to another.
  const turnTo = (next: List) => navigate({ to: '.', search: { list: next } as never, replace: true })
  const note = purpose !== null && list !== 'seals' && (
    <>
      {say('purposeNow', { purpose })}{' '}
      <button type="button" className="link" onClick={() => setPurpose(null)}>
        {say('purposeOther')}
      </button>
    </>
  )
  return (
    <PageFrame
      fill
      title={say('title')}
      note={note}
      actions={
        <Segmented<List>
          aria-label={say('lists')}
          value={list}
          options={LISTS.map(value => ({ value, label: say(value) }))}
          onChange={turnTo}
        />
      }
    >
      {list === 'seals' && <SealList />}
      {list !== 'seals' && purpose === null && <AskPurpose state={setPurpose} />}
      {list === 'facts' && purpose !== null && <FactList purpose={purpose} />}
      {list === 'readings' && purpose !== null && <ReadingList purpose={purpose} />}
    </PageFrame>
  )
}

function AskPurpose(props: { state: (purpose: string) => void }) {
  const say = useWords(PAGE)
  return (
    <section className="audit-purpose">
      <h2>{say('purposeTitle')}</h2>
      <p className="quiet">{say('purposeText')}</p>
      <Form<{ purpose: string }> onSubmit={async values => props.state(values.purpose.trim())}>
        <Field name="purpose" label={say('purpose')} needed help={say('purposeHelp')}>
          <Input maxLength={200} minLength={2} />
        </Field>
        <Submit>{say('purposeGo')}</Submit>
      </Form>
    </section>
  )
}
