// Exporting a list to Excel: a purpose first, then the file; the server puts the watermark in and records the export.

import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { isProblem } from '../../../ui/api.ts'
import { presentInstant } from '../../../ui/now.ts'
import { useWords } from '../../../ui/language.tsx'
import { type Purpose, PurposeForm } from '../../../ui/masked.tsx'
import { dayOf } from '../../../kernel/time.ts'
import { DESK_WORDS } from '../rules/words-desk.ts'

const PURPOSES = [
  { code: 'report', words: DESK_WORDS.purposeReport },
  { code: 'meeting', words: DESK_WORDS.purposeMeeting },
  { code: 'inspect', words: DESK_WORDS.purposeInspect },
  { code: 'other', words: DESK_WORDS.purposeOther },
] as const

export function ExportButton(props: { query: Readonly<Record<string, string>> }) {
  const say = useWords(DESK_WORDS)
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const send = async (purpose: Purpose) => {
    const name = await download(props.query, purpose)
    setOpen(false)
    message.success(say('exportDone', { name }))
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('export')}</Button>
      <Modal open={open} onCancel={() => setOpen(false)} title={say('exportTitle')} footer={null} destroyOnHidden width={440}>
        <p className="quiet dialog-note">{say('exportNote')}</p>
        <PurposeForm ask={send} purposes={PURPOSES} action={say('exportDo')} />
      </Modal>
    </>
  )
}

// The answer is a file and not JSON, so the kit's post() cannot read it; its problems are read the same way.
async function download(query: Readonly<Record<string, string>>, purpose: Purpose): Promise<string> {
  const response = await fetch('/api/exports', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
    body: JSON.stringify({ query, purpose: purpose.purpose, ...(purpose.words !== '' && { words: purpose.words }) }),
  })
  if (!response.ok) throw await refusalOf(response)
  const name = `complaints-${dayOf(presentInstant())}.xlsx`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
  return name
}

async function refusalOf(response: Response): Promise<Error> {
  const body = (await response.json().catch(() => ({}))) as { detail?: string; code?: string }
  const detail = body.detail ?? ''
  const problem = { problem: true, status: response.status, code: body.code ?? '', detail, source: null, fields: [], requestId: null }
  const error = Object.assign(new Error(detail), problem)
  return isProblem(error) ? error : new Error(detail)
}
