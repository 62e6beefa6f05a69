// A command as a dialog: its fields, what follows from it, one button with its verb; refusals stand at their fields.

import { App, Modal } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { fill } from '../../../kernel/words.ts'
import { newKey, post } from '../../../ui/api.ts'
import { Form, Submit } from '../../../ui/form.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import type { Noun } from '../rules/contract.ts'
import type { Status } from '../rules/vocabulary.ts'
import { ACT_WORDS } from '../rules/words-act.ts'
import { CASE_WORDS } from '../rules/words-case.ts'
import { ActFieldInput } from './act-field.tsx'
import './act.css'
import './desk.css'
import type { CaseView, CommandAnswer } from './answers.ts'
import { FORMS } from './case-actions.ts'
import { type ActField, bodyOf, isShown, startOf } from './case-field.ts'
import { useNames } from './reference.ts'
import { useSubmitKey } from './submit-key.ts'

export interface ActProps {
  readonly noun: Noun
  readonly of: CaseView
  readonly onDone: (answer: CommandAnswer) => void
}

/** Nouns whose dialog must not look like an outward one: they never leave the bank. */
const INWARD: readonly Noun[] = ['note']

export function ActDialog(props: ActProps & { onClose: () => void }) {
  const language = useLanguage()
  const say = useWords(CASE_WORDS)
  const words = ACT_WORDS[props.noun]
  const inward = INWARD.includes(props.noun)
  const box = useRef<HTMLDivElement>(null)
  const begin = () => box.current?.querySelector<HTMLElement>('textarea, input:not([type="hidden"])')?.focus()
  useSubmitKey(box, true)
  const wide = props.noun === 'decision' || props.noun === 'recheck-decision'
  return (
    <Modal
      open
      onCancel={props.onClose}
      footer={null}
      afterOpenChange={open => open && begin()}
      width={wide ? 760 : 560}
      title={
        <>
          {fill(words, language)}　<span className="number act-number">{props.of.number}</span>
        </>
      }
      className={inward ? 'act-inward' : ''}
    >
      {words.effect && <p className="dialog-note">{fill(words.effect, language)}</p>}
      {inward && <p className="dialog-note">{say('noteGround')}</p>}
      <div ref={box}>
        <ActForm {...props} {...(inward && { button: say('noteDo') })} />
      </div>
    </Modal>
  )
}

/** The fields of a command and its button; used in the dialog and in the composer. */
export function ActForm(props: ActProps & { button?: string }) {
  const { noun, of } = props
  const language = useLanguage()
  const say = useWords(CASE_WORDS)
  const { message } = App.useApp()
  const fields = useMemo(() => fieldsOf(noun, of), [noun, of])
  const { products } = useNames().reference
  const start = useMemo(() => ({ ...startOf(fields), ...knownOf(noun, of, products) }), [fields, noun, of, products])
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(start)
  const key = useMemo(newKey, [])
  const words = ACT_WORDS[noun]
  const send = async (filled: Record<string, unknown>) => {
    const body = bodyOf(fields, filled)
    if (noun === 'decision') body.answers = answersOf(of, body.answers)
    const answer = await post<CommandAnswer>(`/api/complaints/${of.id}/${noun}`, body, { key })
    message.success(say('done', { what: fill(words, language) }))
    props.onDone(answer)
  }
  return (
    <div className="act">
      <Form<Record<string, unknown>>
        key={noun}
        draft={`${noun}:${of.id}`}
        initial={start}
        onSubmit={send}
        onChange={setValues}
      >
        {fields
          .filter(field => isShown(field, values))
          .map(field => (
            <ActFieldInput key={`${field.name}:${field.kind}`} field={field} of={of} />
          ))}
        <Submit also={fields.length > 0 && <small className="quiet">{say('keySubmit')}</small>}>
          {props.button ?? fill(words, language)}
        </Submit>
      </Form>
    </div>
  )
}

// What the case already says is not typed again: its codes, and the line of business that its product belongs to.
function knownOf(
  noun: Noun,
  of: CaseView,
  products: readonly { code: string; business?: string }[],
): Record<string, unknown> {
  if (noun === 'decision') return { answers: of.requests.map(() => ({})) }
  if (noun !== 'assignment' && noun !== 'closure') return {}
  const business = products.find(each => each.code === of.product)?.business
  const codes = { ...(business && { b: business }), ...of.codes }
  return noun === 'closure' ? { codes } : { level: of.level, codes }
}

/** States of a complaint that is closed on its answer: then the three codes must be complete. */
const ANSWERED: readonly Status[] = ['notified', 'recheck-decided']

// A case that ended without an answer, or is no complaint, is closed without codes.
function fieldsOf(noun: Noun, of: CaseView): readonly ActField[] {
  const coded = of.matterType === 'complaint' && ANSWERED.includes(of.state)
  return FORMS[noun].filter(field => noun !== 'closure' || field.kind !== 'codes' || coded)
}

function answersOf(of: CaseView, filled: unknown): unknown {
  const list = Array.isArray(filled) ? (filled as object[]) : []
  return of.requests.map((request, index) => ({ request: request.no, ...list[index] }))
}
