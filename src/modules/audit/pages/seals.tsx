// Seals, and the proof on demand: every chain and every seal computed again, the first difference named.

import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo } from 'react'
import { getInstant } from '../../../kernel/time.ts'
import { address, post } from '../../../ui/api.ts'
import { When } from '../../../ui/countdown.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { usePages } from '../../../ui/paging.ts'
import { Notice, problemSentence } from '../../../ui/state.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { Seal, Verdict } from './answers.ts'
import { PAGE } from './words.ts'

export function SealList() {
  const say = useWords(PAGE)
  const rows = usePages<Seal>(['seals'], after => address('/api/seals', { after }))
  const columns = useColumns()
  return (
    <>
      <Verify />
      <Table
        label={say('seals')}
        columns={columns}
        rows={rows}
        rowKey={seal => String(seal.no)}
        keys
        height="fill"
        empty={{ title: say('sealsEmpty'), text: say('sealsEmptyText') }}
      />
    </>
  )
}

function Verify() {
  const say = useWords(PAGE)
  const language = useLanguage()
  const verification = useMutation({ mutationFn: () => post<Verdict>('/api/verification') })
  const { data, error, isPending } = verification
  return (
    <div className="audit-verify">
      <Button
        type="primary"
        icon={<SafetyCertificateOutlined />}
        loading={isPending}
        onClick={() => verification.mutate()}
      >
        {say(isPending ? 'verifying' : 'verify')}
      </Button>
      {error !== null && <Notice tone="today">{problemSentence(error, language)}</Notice>}
      {data?.ok === true && (
        <Notice tone="in-time">{say('verified', { facts: data.facts, cases: data.cases, seals: data.seals })}</Notice>
      )}
      {data?.ok === false && <Notice tone="late">{say('differs', { first: data.first?.sentence ?? '' })}</Notice>}
    </div>
  )
}

function useColumns(): readonly Column<Seal>[] {
  const say = useWords(PAGE)
  return useMemo(
    () => [
      { key: 'no', title: say('no'), width: 64, align: 'end', render: seal => seal.no },
      { key: 'at', title: say('at'), width: 186, render: seal => <When at={getInstant(seal.at)} /> },
      { key: 'leaves', title: say('leaves'), width: 96, align: 'end', render: seal => seal.leaves },
      {
        key: 'root',
        title: say('root'),
        grow: 1,
        minWidth: 200,
        render: seal => <span className="hash">{seal.root}</span>,
      },
      {
        key: 'previous',
        title: say('previous'),
        width: 128,
        render: seal => <span className="hash">{seal.previous?.slice(0, 12) ?? '—'}</span>,
      },
    ],
    [say],
  )
}
