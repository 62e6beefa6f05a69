// The staff's intake: the customer's cases first, then one form, then the number, its clocks and a slip to hand over.

import { useNavigate } from '@tanstack/react-router'
import { Form as AntForm } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useActions } from '../../../ui/action.ts'
import { newKey, post } from '../../../ui/api.ts'
import { Form, Submit } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PageFrame } from '../../../ui/page.tsx'
import { INTAKE_WORDS } from '../rules/words-intake.ts'
import type { CommandAnswer } from './answers.ts'
import './case.css'
import './intake.css'
import { IntakeDone } from './intake-done.tsx'
import { IntakeFields } from './intake-form.tsx'
import { CustomerSearch, type SearchBy } from './intake-search.tsx'
import { FIRST_VALUES, type IntakeValues, registrationOf } from './intake-values.ts'
import { useSubmitKey } from './submit-key.ts'

export function IntakePage() {
  const [done, setDone] = useState<{ answer: CommandAnswer; values: IntakeValues } | null>(null)
  const [round, setRound] = useState(0)
  const again = () => {
    setDone(null)
    setRound(round + 1)
  }
  if (done) return <IntakeDone answer={done.answer} values={done.values} again={again} />
  return <Intake key={round} onDone={(answer, values) => setDone({ answer, values })} />
}

function Intake(props: { onDone: (answer: CommandAnswer, values: IntakeValues) => void }) {
  const say = useWords(INTAKE_WORDS)
  const navigate = useNavigate()
  const [values, setValues] = useState<Partial<IntakeValues>>(FIRST_VALUES)
  const [known, setKnown] = useState<{ by: SearchBy; text: string } | null>(null)
  const key = useMemo(newKey, [])
  const search = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  useSubmitKey(page)
  useActions([
    {
      id: 'find',
      say: INTAKE_WORDS.key,
      key: { code: 'Slash' },
      run: () => search.current?.querySelector<HTMLElement>('input.ant-input')?.focus(),
    },
    { id: 'back', say: INTAKE_WORDS.title, key: { code: 'KeyU' }, run: () => navigate({ to: '/desk' as never }) },
  ])
  const send = async (filled: IntakeValues) => {
    const answer = await post<CommandAnswer>('/api/complaints', registrationOf(filled), { key })
    props.onDone(answer, filled)
  }
  return (
    <PageFrame title={say('title')}>
      <div className="intake" ref={page}>
        <CustomerSearch box={search} onSearched={(by, text) => setKnown({ by, text })} />
        <Form<IntakeValues>
          draft="intake"
          secret={['parties']}
          initial={FIRST_VALUES}
          onSubmit={send}
          onChange={setValues}
        >
          <Known known={known} />
          <IntakeFields values={values} />
          <div className="intake-foot">
            <Submit also={<small className="quiet">{say('submitKey')}</small>}>{say('submit')}</Submit>
          </div>
        </Form>
      </div>
    </PageFrame>
  )
}

// What was searched for is not asked for again: it fills the first party where that is still empty.
function Known(props: { known: { by: SearchBy; text: string } | null }) {
  const form = AntForm.useFormInstance()
  const used = useRef<string | null>(null)
  const { known } = props
  if (known !== null && used.current !== known.text) {
    used.current = known.text
    queueMicrotask(() => {
      const path = ['parties', 0, known.by]
      if (!form.getFieldValue(path)) form.setFieldValue(path, known.text)
    })
  }
  return null
}
