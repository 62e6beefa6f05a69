// One field of a command's form, drawn by its kind.

import { Form as AntForm, Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { fill } from '../../../kernel/words.ts'
import { Field } from '../../../ui/form.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { DayPicker, InstantPicker } from '../../../ui/pickers.tsx'
import { FINDING_WORDS } from '../rules/words.ts'
import { CASE_WORDS, type CaseKey } from '../rules/words-case.ts'
import { findFieldWords } from '../rules/words-field.ts'
import type { CaseView } from './answers.ts'
import type { ActField } from './case-field.ts'
import { useNames } from './reference.ts'

const FEW = 4

export function ActFieldInput(props: { field: ActField; of: CaseView }) {
  const { field } = props
  const language = useLanguage()
  const words = field.words ?? findFieldWords(field.name)
  const label = words ? fill(words, language) : field.name
  const path = field.name.split('.')
  const help = field.help && fill(field.help, language)
  if (field.kind === 'answers') return <Answers of={props.of} />
  if (field.kind === 'codes') return <Codes />
  if (field.kind === 'check' || field.kind === 'sworn') {
    return (
      <AntForm.Item className="act-check" name={path} valuePropName="checked">
        <Checkbox>{label}</Checkbox>
      </AntForm.Item>
    )
  }
  // A group of boxes may not carry aria-required; the server says when none is ticked.
  if (field.kind === 'choices') {
    return (
      <AntForm.Item name={path} label={label}>
        <Control {...props} label={label} />
      </AntForm.Item>
    )
  }
  return (
    <Field name={path} label={label} needed={field.needed === true} help={help}>
      <Control {...props} label={label} />
    </Field>
  )
}

/** The control alone; antd's form gives it `value`, `onChange` and `id`. */
function Control(props: { field: ActField; of: CaseView; label: string; id?: string }) {
  const { field, of, label, ...given } = props
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const names = useNames()
  const listed = {
    ...given,
    showSearch: true,
    optionFilterProp: 'label',
    allowClear: field.needed !== true,
    placeholder: say('pick'),
    popupMatchSelectWidth: false,
  } as const
  switch (field.kind) {
    case 'text':
      return <Input.TextArea {...given} maxLength={field.most} autoSize={{ minRows: 3, maxRows: 12 }} />
    case 'items':
      return <Input.TextArea {...given} autoSize={{ minRows: 2, maxRows: 8 }} />
    case 'choice':
    case 'choices': {
      const options = Object.entries(field.choices ?? {}).map(([value, words]) => ({
        value,
        label: fill(words, language),
      }))
      if (field.kind === 'choices') return <Checkbox.Group {...given} options={options} />
      const few = options.length <= FEW && field.needed
      return few ? <Radio.Group {...given} options={options} /> : <Select {...listed} options={options} />
    }
    case 'person':
      return (
        <Select
          {...listed}
          options={names.people.map(each => ({ value: each.id, label: personLabel(each, names.unit) }))}
        />
      )
    case 'unit':
      return <Select {...listed} options={names.units.map(each => ({ value: each.path, label: each.name }))} />
    case 'party':
      return (
        <Select
          {...listed}
          options={of.parties.map(each => ({ value: each.index, label: each.name ?? say('unknown') }))}
        />
      )
    case 'product':
      return (
        <Select
          {...listed}
          options={names.reference.products.map(each => ({
            value: each.code,
            label: language === 'zh-CN' ? each.zh : each.en,
          }))}
        />
      )
    case 'evidence':
      return (
        <Select
          {...listed}
          notFoundContent={say('noFiles')}
          options={of.files.map(each => ({ value: each.sha256, label: each.name }))}
        />
      )
    case 'stars':
      return (
        <Radio.Group
          {...given}
          options={[1, 2, 3, 4, 5].map(value => ({ value, label: say(`stars${value}` as CaseKey) }))}
        />
      )
    case 'instant':
      return <InstantPicker {...given} />
    case 'day':
      return <DayPicker {...given} />
    case 'money':
      return <InputNumber {...given} className="act-money" prefix="¥" min={0} precision={2} controls={false} />
    case 'number':
      return <InputNumber {...given} min={0} max={600} precision={0} />
    default:
      return <Input {...given} maxLength={field.most ?? 200} />
  }
}

function personLabel(person: { name: string; unit: string | null }, unit: (path: string) => string): string {
  return person.unit === null ? person.name : `${person.name} · ${unit(person.unit)}`
}

// One finding and one answer for each request; the number of the request travels with them.
function Answers(props: { of: CaseView }) {
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const options = Object.entries(FINDING_WORDS).map(([value, words]) => ({ value, label: fill(words, language) }))
  return props.of.requests.map((request, index) => (
    <fieldset key={request.no} className="act-answer">
      <legend>
        {say('requestNo', { n: request.no })}　<span>{request.text}</span>
      </legend>
      <Field
        name={['answers', index, 'finding']}
        label={fill(findFieldWords('finding') ?? CASE_WORDS.pick, language)}
        needed
      >
        <Radio.Group options={options} />
      </Field>
      <Field
        name={['answers', index, 'answer']}
        label={fill(findFieldWords('answer') ?? CASE_WORDS.pick, language)}
        needed
      >
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Field>
    </fieldset>
  ))
}

function Codes() {
  const language = useLanguage()
  const names = useNames()
  return (
    <div className="act-codes">
      {(['a', 'b', 'c'] as const).map(facet => (
        <Field
          key={facet}
          name={['codes', facet]}
          label={fill(findFieldWords(`codes.${facet}`) ?? CASE_WORDS.codes, language)}
          needed
        >
          <Select
            showSearch
            optionFilterProp="label"
            popupMatchSelectWidth={false}
            options={names.reference.codes[facet].map(each => ({
              value: each.code,
              label: `${each.code} ${language === 'zh-CN' ? each.zh : each.en}`,
            }))}
          />
        </Field>
      ))}
    </div>
  )
}
