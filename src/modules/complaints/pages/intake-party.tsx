// The parties of a registration: a complainant, and agents, heirs or at most five representatives beside.

import { Form as AntForm, Button, Input, InputNumber, Radio } from 'antd'
import { fill } from '../../../kernel/words.ts'
import { Field } from '../../../ui/form.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { MOST_REPRESENTATIVES, PARTY_ROLES, type PartyRole } from '../rules/vocabulary.ts'
import { PARTY_KIND_WORDS, ROLE_WORDS } from '../rules/words.ts'
import { findFieldWords } from '../rules/words-field.ts'
import { INTAKE_WORDS, type IntakeKey } from '../rules/words-intake.ts'
import type { PartyValues } from './intake-values.ts'

const ADD: Readonly<Record<PartyRole, IntakeKey>> = {
  agent: 'addAgent',
  heir: 'addHeir',
  representative: 'addRepresentative',
  complainant: 'addComplainant',
}

export function PartyFields() {
  const say = useWords(INTAKE_WORDS)
  const form = AntForm.useFormInstance()
  const parties = (AntForm.useWatch('parties', { form, preserve: true }) ?? []) as readonly PartyValues[]
  const representatives = parties.filter(party => party?.role === 'representative').length
  return (
    <AntForm.List name="parties">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field, index) => (
            <Party
              key={field.key}
              index={field.name}
              role={parties[index]?.role ?? 'complainant'}
              organisation={parties[index]?.kind === 'organisation'}
              {...(fields.length > 1 && { drop: () => remove(field.name) })}
            />
          ))}
          <div className="intake-adds">
            {PARTY_ROLES.map(role => (
              <Button
                key={role}
                size="small"
                disabled={role === 'representative' && representatives >= MOST_REPRESENTATIVES}
                onClick={() => add({ role, kind: 'person' })}
              >
                {say(ADD[role])}
              </Button>
            ))}
            {representatives >= MOST_REPRESENTATIVES && <small className="quiet">{say('fiveOnly')}</small>}
          </div>
        </>
      )}
    </AntForm.List>
  )
}

function Party(props: { index: number; role: PartyRole; organisation: boolean; drop?: () => void }) {
  const { index, role } = props
  const say = useWords(INTAKE_WORDS)
  const language = useLanguage()
  const label = (name: string) => fill(findFieldWords(name) ?? INTAKE_WORDS.parties, language)
  const proven = role === 'agent' || role === 'heir'
  const kinds = Object.entries(PARTY_KIND_WORDS).map(([value, words]) => ({ value, label: fill(words, language) }))
  return (
    <fieldset className="intake-party">
      <legend>
        {fill(ROLE_WORDS[role], language)}
        {props.drop && (
          <button type="button" className="link" onClick={props.drop}>
            {say('drop')}
          </button>
        )}
      </legend>
      <AntForm.Item name={[index, 'role']} hidden>
        <Input />
      </AntForm.Item>
      <div className="intake-grid">
        <Field name={[index, 'kind']} label={label('kind')} needed>
          <Radio.Group options={kinds} />
        </Field>
        <Field name={[index, 'name']} label={label('name')} help={say('nameHelp')}>
          <Input maxLength={120} autoComplete="off" />
        </Field>
        <Field name={[index, 'phone']} label={label('phone')}>
          <Input maxLength={40} autoComplete="off" inputMode="tel" />
        </Field>
        <Field name={[index, 'identityNumber']} label={label('identityNumber')}>
          <Input maxLength={40} autoComplete="off" />
        </Field>
        {role === 'complainant' && (
          <Field name={[index, 'account']} label={label('account')}>
            <Input maxLength={60} autoComplete="off" />
          </Field>
        )}
        {!props.organisation && role === 'complainant' && (
          <Field name={[index, 'birthYear']} label={label('birthYear')}>
            <InputNumber min={1900} max={2026} controls={false} />
          </Field>
        )}
        {proven && (
          <Field name={[index, 'authority']} label={label('authority')} needed>
            <Input maxLength={400} />
          </Field>
        )}
      </div>
    </fieldset>
  )
}
