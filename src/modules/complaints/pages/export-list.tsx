// Exporting a list to Excel: a purpose first, then the file; the server puts the watermark in and records the export.

import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../kernel/time.ts'
import { useWords } from '../../../ui/language.tsx'
import { type Purpose, PurposeForm } from '../../../ui/masked.tsx'
import { presentInstant } from '../../../ui/now.ts'
import { DESK_WORDS } from '../rules/words-desk.ts'
import { saveAnswer } from './file-wire.ts'

const PURPOSES = [
  { code: 'decide', words: DESK_WORDS.purposeDecide },
  { code: 'inspect', words: DESK_WORDS.purposeInspect },
  { code: 'other', words: DESK_WORDS.purposeOther },
] as const

export function ExportButton(props: { query: Readonly<Record<string, string>> }) {
  const say = useWords(DESK_WORDS)
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const send = async ({ purpose, words }: Purpose) => {
    const name = `complaints-${dayOf(presentInstant())}.xlsx`
    await saveAnswer('/api/exports', { query: props.query, purpose, ...(words !== '' && { words }) }, name)
    setOpen(false)
    message.success(say('exportDone', { name }))
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('export')}</Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        title={say('exportTitle')}
        footer={null}
        destroyOnHidden
        width={440}
      >
        <p className="dialog-note">{say('exportNote')}</p>
        <PurposeForm ask={send} purposes={PURPOSES} action={say('exportDo')} />
      </Modal>
    </>
  )
}
