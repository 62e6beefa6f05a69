// One dated entry into a person's record: a post, its end, a stand-in, an absence, the last day.

import { Checkbox, Modal } from 'antd'
import { type Day, dayOf } from '../../../kernel/time.ts'
import { Field, Form, Submit } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/language.tsx'
import { presentInstant } from '../../../ui/now.ts'
import { DayPicker } from '../../../ui/pickers.tsx'
import type { PersonRecord, Unit } from './answers.ts'
import { PersonSelect, RoleSelect, UnitSelect } from './choices.tsx'
import { PAGE } from './words.ts'

export type Entry =
  | { readonly kind: 'post' | 'stand-in' | 'absence' | 'leaving' }
  | { readonly kind: 'post-end'; readonly post: number }

interface Values {
  readonly role?: string
  readonly unit?: string
  readonly main?: boolean
  readonly person?: string
  readonly from: Day
  readonly to?: Day | null
  readonly on: Day
}

const TITLES = {
  post: 'givePost',
  'post-end': 'endPost',
  'stand-in': 'appoint',
  absence: 'enterAbsence',
  leaving: 'leaving',
} as const satisfies Record<Entry['kind'], keyof typeof PAGE>

export function EntryDialog(props: {
  entry: Entry
  person: PersonRecord
  units: readonly Unit[]
  tell: (noun: string, body: object) => Promise<void>
  onClose: () => void
}) {
  const say = useWords(PAGE)
  const { entry } = props
  const today = dayOf(presentInstant())
  const submit = async (values: Values) => {
    const { noun, body } = commandOf(entry, values)
    await props.tell(noun, body)
    props.onClose()
  }
  const ends = entry.kind === 'post-end' || entry.kind === 'leaving'
  return (
    <Modal
      open
      title={say(TITLES[entry.kind])}
      footer={null}
      onCancel={props.onClose}
      closable={{ 'aria-label': say('close') }}
      width={460}
    >
      <Form<Values> initial={{ from: today, on: today }} onSubmit={submit}>
        {entry.kind === 'post' && (
          <>
            <Field name="role" label={say('role')} needed>
              <RoleSelect />
            </Field>
            <Field name="unit" label={say('unit')} needed>
              <UnitSelect units={props.units} />
            </Field>
          </>
        )}
        {entry.kind === 'stand-in' && (
          <Field name="person" label={say('standIn')} needed>
            <PersonSelect programs={false} without={props.person.id} />
          </Field>
        )}
        {ends ? (
          <Field
            name="on"
            label={say('endPostOn')}
            needed
            help={entry.kind === 'leaving' ? say('leavingHelp') : undefined}
          >
            <DayPicker />
          </Field>
        ) : (
          <div className="field-pair">
            <Field name="from" label={say('from')} needed>
              <DayPicker />
            </Field>
            <Field
              name="to"
              label={say('to')}
              needed={entry.kind !== 'post'}
              help={entry.kind === 'post' ? say('toHelp') : undefined}
            >
              <DayPicker />
            </Field>
          </div>
        )}
        {entry.kind === 'post' && (
          <Field name="main" label="" bare valueName="checked">
            <Checkbox>{say('main')}</Checkbox>
          </Field>
        )}
        <Submit danger={entry.kind === 'leaving'}>{say(TITLES[entry.kind])}</Submit>
      </Form>
    </Modal>
  )
}

function commandOf(entry: Entry, values: Values): { noun: string; body: object } {
  const { from, to = null, on, role, unit, main = false, person } = values
  switch (entry.kind) {
    case 'post':
      return { noun: 'posts', body: { role, unit, main, from, to } }
    case 'post-end':
      return { noun: 'post-end', body: { post: entry.post, on } }
    case 'stand-in':
      return { noun: 'stand-in', body: { person, from, to } }
    case 'absence':
      return { noun: 'absence', body: { from, to } }
    case 'leaving':
      return { noun: 'leaving', body: { on } }
  }
}
