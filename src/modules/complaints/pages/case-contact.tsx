// Recording a contact: a call not answered is an attempt; the seven steps stand beside it as prompts, each with its own record.

import { App, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { fill } from '../../../kernel/words.ts'
import { newKey, post } from '../../../ui/api.ts'
import { Form, Submit } from '../../../ui/form.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { STEPS, type Step } from '../rules/vocabulary.ts'
import { ACT_WORDS } from '../rules/words-act.ts'
import { CASE_WORDS } from '../rules/words-case.ts'
import { STEP_WORDS } from '../rules/words-step.ts'
import { ActFieldInput } from './act-field.tsx'
import type { CaseView } from './answers.ts'
import { FORMS } from './case-actions.ts'
import { bodyOf, isShown, startOf } from './case-field.ts'

type Taken = Readonly<Partial<Record<Step, string>>>

export function ContactForm(props: { of: CaseView; onDone: () => void }) {
  const { of } = props
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const { message } = App.useApp()
  const fields = FORMS.contact
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(() => startOf(fields))
  const [taken, setTaken] = useState<Taken>({})
  const [round, setRound] = useState(() => ({ count: 0, key: newKey() }))
  const reached = values.outcome === 'connected' || values.outcome === 'met'
  const answer = of.allowed.find(each => each.noun === 'contact')
  if (answer && !answer.ok) return <p className="quiet">{answer.reason}</p>
  const send = async (filled: Record<string, unknown>) => {
    const steps = Object.entries(taken).map(([step, text]) => ({
      step,
      ...(text.trim() !== '' && { text: text.trim() }),
    }))
    await post(
      `/api/complaints/${of.id}/contact`,
      { ...bodyOf(fields, filled), steps: reached ? steps : [] },
      { key: round.key },
    )
    message.success(say('done', { what: fill(ACT_WORDS.contact, language) }))
    setTaken({})
    setRound({ count: round.count + 1, key: newKey() })
    props.onDone()
  }
  return (
    <div className="act contact-form">
      <Form<Record<string, unknown>>
        key={round.count}
        draft={`contact:${of.id}`}
        initial={startOf(fields)}
        onSubmit={send}
        onChange={setValues}
      >
        {fields
          .filter(field => isShown(field, values))
          .map(field => (
            <ActFieldInput key={field.name} field={field} of={of} />
          ))}
        {reached && <StepRecords done={of.steps} taken={taken} change={setTaken} />}
        <Submit>{say('contactDo')}</Submit>
      </Form>
    </div>
  )
}

function StepRecords(props: { done: readonly string[]; taken: Taken; change: (taken: Taken) => void }) {
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const { taken, change } = props
  const turn = (step: Step, on: boolean) => {
    const { [step]: _dropped, ...rest } = taken
    change(on ? { ...rest, [step]: '' } : rest)
  }
  return (
    <fieldset className="step-records">
      <legend>{say('contactSteps')}</legend>
      {STEPS.map(step => {
        const words = STEP_WORDS[step]
        const text = taken[step]
        return (
          <div key={step} className="step-record" data-done={props.done.includes(step)}>
            <Checkbox checked={text !== undefined} onChange={event => turn(step, event.target.checked)}>
              {fill(words.name, language)}
            </Checkbox>
            {text === undefined ? (
              <span className="quiet">{fill(words.aim, language)}</span>
            ) : (
              <div>
                {words.prompts.map(prompt => (
                  <q key={prompt.en}>{fill(prompt, language)}</q>
                ))}
                <Input.TextArea
                  aria-label={`${fill(words.name, language)} ${say('stepRecord', { what: fill(words.record, language) })}`}
                  placeholder={say('stepRecord', { what: fill(words.record, language) })}
                  value={text}
                  maxLength={2000}
                  autoSize={{ minRows: 1, maxRows: 5 }}
                  onChange={event => change({ ...taken, [step]: event.target.value })}
                />
              </div>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
