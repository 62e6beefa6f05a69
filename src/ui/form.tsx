// Forms: labels above, problems of the server beside their fields, drafts kept on this computer, Enter that waits for the input method.
//
// <Form<Values> draft="intake" initial={{…}} onSubmit={async values => { await post(…) }}>
//   <Field name="title" label={say('title')} needed><Input /></Field>
//   <Submit>{say('file')}</Submit>
// </Form>
// `secret` names fields never kept in a draft. Throwing a Problem from onSubmit shows its sentence and marks its fields.

import { Form as AntForm, Button } from 'antd'
import { createContext, type KeyboardEvent, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { isProblem } from './api.ts'
import { dropDraft, keepDraft, readDraft } from './draft.ts'
import './form.css'
import { useLanguage, useWords } from './language.tsx'
import { problemSentence } from './state.tsx'
import { KIT } from './words.ts'

type Values = Record<string, unknown>

interface Filling {
  readonly busy: boolean
  readonly kept: boolean
  readonly drop: () => void
}

const Place = createContext<Filling>({ busy: false, kept: false, drop: () => undefined })

export interface FormProps<Shape extends object> {
  readonly initial?: Partial<Shape>
  /** The draft's name on this computer, one per form and case: `note:C-7`. */
  readonly draft?: string
  readonly secret?: readonly string[]
  readonly onSubmit: (values: Shape) => Promise<void>
  readonly onChange?: (values: Partial<Shape>) => void
  readonly disabled?: boolean
  readonly children: ReactNode
}

export function Form<Shape extends object>(props: FormProps<Shape>) {
  const { draft, secret, onSubmit } = props
  const language = useLanguage()
  const [form] = AntForm.useForm()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [kept, setKept] = useState(false)
  const initial = props.initial as Values | undefined

  useEffect(() => {
    const found = draft ? readDraft(draft) : null
    if (found === null) return
    form.setFieldsValue(found)
    setKept(true)
  }, [draft, form])

  const filling = useMemo<Filling>(() => {
    const drop = () => {
      if (draft) dropDraft(draft)
      form.resetFields()
      setKept(false)
    }
    return { busy, kept, drop }
  }, [busy, kept, draft, form])

  const submit = async (values: Values) => {
    setBusy(true)
    setProblem(null)
    try {
      await onSubmit(values as Shape)
      if (draft) dropDraft(draft)
      setKept(false)
    } catch (error) {
      setProblem(problemSentence(error, language))
      if (isProblem(error))
        form.setFields(error.fields.map(each => ({ name: nameOf(each.field) as never, errors: [each.reason] })))
    } finally {
      setBusy(false)
    }
  }
  const changed = (values: Values) => {
    if (draft) setKept(keepDraft(draft, values, secret ?? []))
    props.onChange?.(values as Partial<Shape>)
  }
  return (
    <Place value={filling}>
      <AntForm
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={props.disabled === true}
        scrollToFirstError
        {...(initial && { initialValues: initial })}
        onValuesChange={(_, all: Values) => changed(all)}
        onFinish={submit}
        onKeyDown={holdEnter}
      >
        {problem !== null && (
          <p className="form-problem" role="alert">
            {problem}
          </p>
        )}
        {props.children}
      </AntForm>
    </Place>
  )
}

/** A labelled field. `name` may be a path: `['parties', 0, 'name']`. `needed` refuses an empty one before anything is sent. */
export function Field(props: {
  name: string | (string | number)[]
  label: string
  needed?: boolean
  help?: ReactNode
  valueName?: string
  /** A checkbox that carries its own words. */
  bare?: boolean
  children: ReactNode
}) {
  const say = useWords(KIT)
  const label = (
    <>
      {props.label}
      {!props.needed && <span className="form-optional">{say('optional')}</span>}
    </>
  )
  return (
    <AntForm.Item
      name={props.name}
      label={props.bare ? undefined : label}
      extra={props.help}
      validateTrigger="onSubmit"
      {...(props.valueName && { valuePropName: props.valueName })}
      rules={
        props.needed
          ? [{ required: true, whitespace: true, transform: textOf, message: say('needed', { label: props.label }) }]
          : []
      }
    >
      {props.children}
    </AntForm.Item>
  )
}

/** The one primary button; beside it, that a draft is kept and the way to drop it. */
export function Submit(props: { children: ReactNode; danger?: boolean; also?: ReactNode }) {
  const say = useWords(KIT)
  const { busy, kept, drop } = useContext(Place)
  return (
    <div className="form-submit">
      <Button type="primary" htmlType="submit" loading={busy} danger={props.danger === true}>
        {props.children}
      </Button>
      {props.also}
      {kept && (
        <span className="form-draft">
          {say('draftKept')}
          <button type="button" className="link" onClick={drop}>
            {say('draftDrop')}
          </button>
        </span>
      )}
    </div>
  )
}

// The Enter that accepts a candidate of the input method arrives as keydown too, and would submit half a word.
function holdEnter(event: KeyboardEvent) {
  const { isComposing, keyCode } = event.nativeEvent
  if (event.key === 'Enter' && (isComposing || keyCode === 229)) event.preventDefault()
}

// antd's "required" knows strings; numbers, dates and lists count as filled when they are there.
function textOf(value: unknown): unknown {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.length > 0 ? 'filled' : ''
  return value === undefined || value === null ? '' : 'filled'
}

function nameOf(field: string): (string | number)[] {
  return field
    .replace(/^\/|^body\./, '')
    .split(/[./]/)
    .map(part => (/^\d+$/.test(part) ? Number(part) : part))
}
