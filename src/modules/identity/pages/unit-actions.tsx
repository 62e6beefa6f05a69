// Changes to the tree: open a unit below the chosen one, rename it, close it or merge it into another.

import { DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { type Day, dayOf } from '../../../kernel/time.ts'
import { post } from '../../../ui/api.ts'
import { Field, Form, Submit } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/language.tsx'
import { presentInstant } from '../../../ui/now.ts'
import { DayPicker } from '../../../ui/pickers.tsx'
import type { Unit } from './answers.ts'
import { UnitSelect } from './choices.tsx'
import { KINDS, PAGE } from './words.ts'

type Change = 'openUnit' | 'renameUnit' | 'closeUnit'

const CHANGES: readonly Change[] = ['openUnit', 'renameUnit', 'closeUnit']

interface Place {
  readonly unit: Unit
  readonly units: readonly Unit[]
}

export function UnitActions(props: Place & { onChanged: () => void }) {
  const say = useWords(PAGE)
  const { message } = App.useApp()
  const [change, setChange] = useState<Change | null>(null)
  const done = () => {
    setChange(null)
    props.onChanged()
    message.success(say('saved'))
  }
  const items = CHANGES.filter(each => each === 'openUnit' || props.unit.isOpen).map(key => ({ key, label: say(key) }))
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => setChange(key as Change) }}>
        <Button>
          {say('changeUnit')} <DownOutlined aria-hidden="true" />
        </Button>
      </Dropdown>
      {change !== null && (
        <Modal
          open
          title={say(change)}
          footer={null}
          onCancel={() => setChange(null)}
          closable={{ 'aria-label': say('close') }}
          width={480}
        >
          {change === 'openUnit' && <OpenUnit {...props} done={done} />}
          {change === 'renameUnit' && <RenameUnit {...props} done={done} />}
          {change === 'closeUnit' && <CloseUnit {...props} done={done} />}
        </Modal>
      )}
    </>
  )
}

function OpenUnit(props: Place & { done: () => void }) {
  const say = useWords(PAGE)
  const open = async (values: { code: string; zh: string; en: string; kind: string; from: Day }) => {
    const { code, zh, en, kind, from } = values
    await post('/api/units', { path: `${props.unit.path}.${code.trim().toUpperCase()}`, name: { zh, en }, kind, from })
    props.done()
  }
  return (
    <Form initial={{ from: dayOf(presentInstant()) }} onSubmit={open}>
      <Field name="code" label={say('code')} needed help={say('codeHelp')}>
        <Input addonBefore={`${props.unit.path}.`} maxLength={12} />
      </Field>
      <Names />
      <div className="field-pair">
        <Field name="kind" label={say('kind')} needed>
          <Select options={KINDS.map(value => ({ value, label: say(value) }))} />
        </Field>
        <Field name="from" label={say('from')} needed>
          <DayPicker />
        </Field>
      </div>
      <Submit>{say('openUnit')}</Submit>
    </Form>
  )
}

function RenameUnit(props: Place & { done: () => void }) {
  const say = useWords(PAGE)
  const rename = async (name: { zh: string; en: string }) => {
    await post(`/api/units/${props.unit.path}/name`, { name })
    props.done()
  }
  return (
    <Form initial={props.unit.name} onSubmit={rename}>
      <Names />
      <Submit>{say('renameUnit')}</Submit>
    </Form>
  )
}

function CloseUnit(props: Place & { done: () => void }) {
  const say = useWords(PAGE)
  const close = async (values: { on: Day; successor?: string }) => {
    await post(`/api/units/${props.unit.path}/closure`, { on: values.on, successor: values.successor ?? null })
    props.done()
  }
  return (
    <Form initial={{ on: dayOf(presentInstant()) }} onSubmit={close}>
      <Field name="on" label={say('lastDay')} needed>
        <DayPicker />
      </Field>
      <Field name="successor" label={say('successor')} help={say('successorHelp')}>
        <UnitSelect units={props.units} without={props.unit.path} />
      </Field>
      <Submit danger>{say('closeUnit')}</Submit>
    </Form>
  )
}

function Names() {
  const say = useWords(PAGE)
  return (
    <>
      <Field name="zh" label={say('nameZh')} needed>
        <Input maxLength={80} />
      </Field>
      <Field name="en" label={say('nameEn')} needed>
        <Input maxLength={80} />
      </Field>
    </>
  )
}
