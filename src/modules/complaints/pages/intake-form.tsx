// The registration form: source and four times, parties, the matter, respondents and care, what was said at first contact.

import { Form as AntForm, Button, Checkbox, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { fill, type Wording } from '../../../kernel/words.ts'
import { Field } from '../../../ui/form.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { Panel } from '../../../ui/page.tsx'
import { DayPicker, InstantPicker } from '../../../ui/pickers.tsx'
import { MAJOR_COMPLAINANTS, VULNERABILITIES } from '../rules/vocabulary.ts'
import { CHANNEL_WORDS, FLAG_WORDS, MATTER_WORDS, REGULATOR_WORDS } from '../rules/words.ts'
import { findFieldWords } from '../rules/words-field.ts'
import { INTAKE_WORDS } from '../rules/words-intake.ts'
import { PartyFields } from './intake-party.tsx'
import { type IntakeValues, TRANSFERS } from './intake-values.ts'
import { useNames } from './reference.ts'

export function IntakeFields(props: { values: Partial<IntakeValues> }) {
  const say = useWords(INTAKE_WORDS)
  return (
    <>
      <Source values={props.values} />
      <Panel title={say('parties')}>
        <PartyFields />
      </Panel>
      <Matter />
      <Others values={props.values} />
    </>
  )
}

function useLabel(): (name: string) => string {
  const language = useLanguage()
  return name => fill(findFieldWords(name) ?? INTAKE_WORDS.matter, language)
}

function useOptions(): (words: Readonly<Record<string, Wording>>) => { value: string; label: string }[] {
  const language = useLanguage()
  return words => Object.entries(words).map(([value, each]) => ({ value, label: fill(each, language) }))
}

function Source({ values }: { values: Partial<IntakeValues> }) {
  const say = useWords(INTAKE_WORDS)
  const label = useLabel()
  const options = useOptions()
  const transferred = values.channel !== undefined && TRANSFERS[values.channel] !== undefined
  return (
    <Panel title={say('source')}>
      <div className="intake-grid">
        <Field name="channel" label={label('channel')} needed>
          <Select options={options(CHANNEL_WORDS)} showSearch optionFilterProp="label" />
        </Field>
        <Field name="matterType" label={label('matterType')} needed>
          <Select options={options(MATTER_WORDS)} />
        </Field>
        <Field name="receivedAt" label={label('receivedAt')} help={say('receivedHelp')}>
          <InstantPicker />
        </Field>
        <Field name="spokeAt" label={label('spokeAt')}>
          <InstantPicker />
        </Field>
        <Field name="happenedAt" label={label('happenedAt')}>
          <InstantPicker />
        </Field>
      </div>
      {(transferred || (values.outsideNumbers ?? []).length > 0) && (
        <OutsideNumbers first={values.channel && TRANSFERS[values.channel]} />
      )}
    </Panel>
  )
}

function OutsideNumbers(props: { first: string | undefined }) {
  const say = useWords(INTAKE_WORDS)
  const label = useLabel()
  const options = useOptions()
  return (
    <AntForm.List name="outsideNumbers">
      {(fields, { add, remove }) => (
        <>
          {fields.map(field => (
            <div key={field.key} className="intake-grid intake-outside">
              <Field name={[field.name, 'body']} label={label('body')} needed>
                <Select options={options(REGULATOR_WORDS)} />
              </Field>
              <Field name={[field.name, 'number']} label={label('number')} needed>
                <Input maxLength={80} />
              </Field>
              <Field name={[field.name, 'receivedAt']} label={label('receivedAt')}>
                <InstantPicker />
              </Field>
              <Field name={[field.name, 'replyDueOn']} label={label('replyDueOn')}>
                <DayPicker />
              </Field>
              <Drop drop={() => remove(field.name)} />
            </div>
          ))}
          <Button size="small" onClick={() => add({ body: props.first })}>
            {say('addOutside')}
          </Button>
        </>
      )}
    </AntForm.List>
  )
}

function Matter() {
  const say = useWords(INTAKE_WORDS)
  const language = useLanguage()
  const names = useNames()
  const label = useLabel()
  const products = names.reference.products.map(each => ({
    value: each.code,
    label: language === 'zh-CN' ? each.zh : each.en,
  }))
  return (
    <Panel title={say('matter')}>
      <AntForm.List name="requests">
        {(fields, { add, remove }) => (
          <>
            {fields.map(field => (
              <div key={field.key} className="intake-request">
                <Field name={[field.name, 'text']} label={say('requestText')} needed>
                  <Input maxLength={2000} placeholder={say('requestHint')} />
                </Field>
                <Field name={[field.name, 'amount']} label={say('amount')}>
                  <InputNumber min={0} precision={2} controls={false} prefix="¥" />
                </Field>
                {fields.length > 1 && <Drop drop={() => remove(field.name)} />}
              </div>
            ))}
            <div className="intake-adds">
              <Button size="small" onClick={() => add({ text: '' })}>
                {say('addRequest')}
              </Button>
            </div>
          </>
        )}
      </AntForm.List>
      <Field name="text" label={say('text')} needed help={say('textHelp')}>
        <Input.TextArea maxLength={20_000} autoSize={{ minRows: 5, maxRows: 20 }} />
      </Field>
      <div className="intake-grid">
        <Field name="product" label={label('product')}>
          <Select options={products} showSearch optionFilterProp="label" allowClear />
        </Field>
        <Field name="amount" label={label('amountMinor')}>
          <InputNumber min={0} precision={2} controls={false} prefix="¥" />
        </Field>
      </div>
      <p className="quiet">{say('notAsked')}</p>
    </Panel>
  )
}

function Others({ values }: { values: Partial<IntakeValues> }) {
  const say = useWords(INTAKE_WORDS)
  const language = useLanguage()
  const names = useNames()
  const label = useLabel()
  const major = values.jointFaceToFace === true && (values.complainants ?? 1) >= MAJOR_COMPLAINANTS
  return (
    <Panel title={say('others')}>
      <div className="intake-grid">
        <Field name="units" label={label('units')}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={names.units.map(each => ({ value: each.path, label: each.name }))}
          />
        </Field>
        <Field name="people" label={label('people')}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={names.people.map(each => ({ value: each.id, label: each.name }))}
          />
        </Field>
        <Field name="complainants" label={say('complainants')}>
          <InputNumber min={1} max={100_000} precision={0} />
        </Field>
        <AntForm.Item name="jointFaceToFace" valuePropName="checked" className="intake-joint">
          <Checkbox>{say('joint')}</Checkbox>
        </AntForm.Item>
        <Field name="vulnerable" label={label('vulnerable')}>
          <Checkbox.Group
            options={VULNERABILITIES.map(value => ({ value, label: fill(FLAG_WORDS[value], language) }))}
          />
        </Field>
      </div>
      {major && <p className="intake-major">{say('majorNote')}</p>}
      <Field name="told" label={say('told')} help={say('toldHelp')}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Field>
    </Panel>
  )
}

function Drop(props: { drop: () => void }): ReactNode {
  const say = useWords(INTAKE_WORDS)
  return (
    <button type="button" className="link intake-drop" onClick={props.drop}>
      {say('drop')}
    </button>
  )
}
