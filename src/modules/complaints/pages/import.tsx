// Importing a file of complaints: columns to fields, a trial with a report per row, then the run with its progress.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Progress } from 'antd'
import { useState } from 'react'
import { get, newKey, post, upload } from '../../../ui/api.ts'
import { When } from '../../../ui/countdown.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { PageFrame, Panel } from '../../../ui/page.tsx'
import { rowsOf } from '../../../ui/paging.ts'
import { Awaited, problemSentence } from '../../../ui/state.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Upload } from '../../../ui/upload.tsx'
import { IMPORT_WORDS, type ImportKey } from '../rules/words-rules.ts'
import type { ImportJob, ImportState } from './import-answers.ts'
import { Mapping } from './import-mapping.tsx'
import './import.css'
import './rules.css'

const MOVING: readonly ImportState[] = ['trying', 'running']
const LOOK_MS = 1000

export function ImportPage() {
  const say = useWords(IMPORT_WORDS)
  const [id, setId] = useState<string | null>(null)
  const job = useQuery({
    queryKey: ['import', id],
    queryFn: () => get<ImportJob>(`/api/imports/${id}`),
    enabled: id !== null,
    refetchInterval: query => (query.state.data && MOVING.includes(query.state.data.state) ? LOOK_MS : false),
  })
  return (
    <PageFrame
      title={say('title')}
      note={say('note')}
      {...(id !== null && { actions: <Button onClick={() => setId(null)}>{say('again')}</Button> })}
    >
      {id === null ? (
        <Begin open={setId} />
      ) : (
        <Awaited query={job} rows={6}>
          {of => <Job of={of} />}
        </Awaited>
      )}
    </PageFrame>
  )
}

function Begin(props: { open: (id: string) => void }) {
  const say = useWords(IMPORT_WORDS)
  const queries = useQueryClient()
  const past = useQuery({ queryKey: ['imports'], queryFn: () => get<{ items: readonly ImportJob[] }>('/api/imports') })
  const sent = (answer: ImportJob) => {
    queries.setQueryData(['import', answer.id], answer)
    props.open(answer.id)
  }
  return (
    <div className="import">
      <Panel title={say('upload')}>
        <Upload<ImportJob>
          label={say('uploadHint')}
          types=".csv,.xlsx,.jsonl,.gz"
          megabytes={500}
          many={false}
          send={(file, progress, signal) => upload('/api/imports', file, progress, signal)}
          onSent={sent}
        />
      </Panel>
      <section>
        <h2 className="import-head">{say('past')}</h2>
        <Awaited query={past} rows={3}>
          {answer => <Past jobs={answer.items} open={props.open} />}
        </Awaited>
      </section>
    </div>
  )
}

function Past(props: { jobs: readonly ImportJob[]; open: (id: string) => void }) {
  const say = useWords(IMPORT_WORDS)
  const columns: readonly Column<ImportJob>[] = [
    { key: 'name', title: say('file'), grow: 1, minWidth: 160, render: job => job.name },
    { key: 'state', title: say('state'), width: 112, render: job => say(`state.${job.state}` as ImportKey) },
    { key: 'rows', title: say('rows'), width: 108, align: 'end', render: job => job.total.toLocaleString('en') },
    { key: 'at', title: say('at'), width: 120, render: job => <When at={job.at} short /> },
  ]
  return (
    <Table<ImportJob>
      label={say('past')}
      columns={columns}
      rows={rowsOf(props.jobs)}
      rowKey={job => job.id}
      onOpen={job => props.open(job.id)}
      height={320}
    />
  )
}

function Job({ of }: { of: ImportJob }) {
  const say = useWords(IMPORT_WORDS)
  return (
    <div className="import">
      <Panel title={`${of.name}　${say(`state.${of.state}` as ImportKey)}`}>
        <Steps of={of} />
      </Panel>
      {(of.state === 'tried' || of.state === 'done' || of.state === 'failed') && <Report of={of} />}
    </div>
  )
}

function Steps({ of }: { of: ImportJob }) {
  const say = useWords(IMPORT_WORDS)
  const language = useLanguage()
  const queries = useQueryClient()
  const { message, modal } = App.useApp()
  const step = useMutation({
    mutationFn: (given: { what: 'trial' | 'run'; body?: object }) =>
      post<ImportJob>(`/api/imports/${of.id}/${given.what}`, given.body ?? {}, { key: newKey() }),
    onSuccess: answer => queries.setQueryData(['import', of.id], answer),
    onError: error => message.error(problemSentence(error, language)),
  })
  const ask = () =>
    modal.confirm({
      title: say('run'),
      content: say('runAsk', { n: of.counts.ready ?? of.total }),
      okText: say('run'),
      onOk: () => step.mutateAsync({ what: 'run' }).catch(() => undefined),
    })
  if (of.state === 'uploaded')
    return <Mapping of={of} busy={step.isPending} trial={body => step.mutate({ what: 'trial', body })} />
  return (
    <>
      <Progress percent={of.total === 0 ? 0 : Math.floor((of.progress / of.total) * 100)} aria-label={say('title')} />
      <p className="quiet">
        {say('progress', { done: of.progress.toLocaleString('en'), total: of.total.toLocaleString('en') })}
      </p>
      <p className="import-counts">
        {of.counts.ready !== undefined && <span>{say('ready', { n: of.counts.ready.toLocaleString('en') })}</span>}
        {of.counts.imported !== undefined && (
          <span>{say('imported', { n: of.counts.imported.toLocaleString('en') })}</span>
        )}
        {of.counts.there ? <span>{say('there', { n: of.counts.there.toLocaleString('en') })}</span> : null}
        {of.counts.refused !== undefined && (
          <span>{say('refused', { n: of.counts.refused.toLocaleString('en') })}</span>
        )}
      </p>
      {of.fault && <p role="alert">{of.fault}</p>}
      {(of.checks ?? []).map(check => (
        <p key={check.id}>
          {check.title}　
          <span className="quiet">
            {say('checkOf', { agreed: check.agreed.toLocaleString('en'), applied: check.applied.toLocaleString('en') })}
          </span>
        </p>
      ))}
      {(of.notes ?? []).map(note => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
      {of.state === 'tried' && (
        <Button type="primary" loading={step.isPending} onClick={ask}>
          {say('run')}
        </Button>
      )}
      {of.state === 'stopped' && (
        <Button type="primary" loading={step.isPending} onClick={() => step.mutate({ what: 'run' })}>
          {say('resume')}
        </Button>
      )}
    </>
  )
}

type ReportRow = NonNullable<ImportJob['report']>[number]

function Report({ of }: { of: ImportJob }) {
  const say = useWords(IMPORT_WORDS)
  const columns: readonly Column<ReportRow>[] = [
    { key: 'row', title: say('row'), width: 88, align: 'end', render: line => line.row.toLocaleString('en') },
    { key: 'field', title: say('field'), width: 176, render: line => line.field },
    { key: 'reason', title: say('reason'), grow: 1, minWidth: 200, render: line => line.reason },
  ]
  return (
    <section>
      <h2 className="import-head">{say('report')}</h2>
      <Table<ReportRow>
        label={say('report')}
        columns={columns}
        rows={rowsOf(of.report)}
        rowKey={line => `${line.row}:${line.field}`}
        height={420}
        empty={{ title: say('clean') }}
      />
    </section>
  )
}
