// Computing clocks again under other rules: how many dates move, who becomes overdue, samples; applied once, by a second person.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { fill, type Language } from '../../../kernel/words.ts'
import { get, newKey, post } from '../../../ui/api.ts'
import { When } from '../../../ui/countdown.tsx'
import { Field, Form, Submit } from '../../../ui/form.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { rowsOf } from '../../../ui/paging.ts'
import { useSession } from '../../../ui/session.tsx'
import { Awaited, problemSentence } from '../../../ui/state.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { DUTY_WORDS } from '../rules/words.ts'
import { RULES_WORDS, type RulesKey } from '../rules/words-rules.ts'
import { useNames } from './reference.ts'
import type { Recomputation, RuleText } from './rule-answers.ts'

const LOOK_MS = 1500

/** Asks for the preview of one text, then shows it. */
export function AskDialog(props: { text: RuleText; onClose: () => void }) {
  const say = useWords(RULES_WORDS)
  const queries = useQueryClient()
  const [id, setId] = useState<string | null>(null)
  const { text } = props
  const send = async ({ reason }: { reason: string }) => {
    const subject = text.kind === 'pack' ? { pack: text.of.id, version: text.of.version } : { edition: text.of.id }
    const answer = await post<Recomputation>(
      '/api/recomputations',
      { ...subject, scope: 'open-cases', reason },
      { key: newKey() },
    )
    queries.setQueryData(['recomputations', answer.id], answer)
    queries.invalidateQueries({ queryKey: ['recomputations'], exact: true })
    setId(answer.id)
  }
  if (id !== null) return <PreviewDialog id={id} onClose={props.onClose} />
  return (
    <Modal open onCancel={props.onClose} footer={null} width={560} title={say('preview')}>
      <p className="dialog-note">{say('previewNote')}</p>
      <Form<{ reason: string }> onSubmit={send}>
        <Field name="reason" label={say('reason')} needed>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Field>
        <Submit>{say('previewDo')}</Submit>
      </Form>
    </Modal>
  )
}

/** Every re-computation, the newest first; a second person finds here what somebody else previewed. */
export function Recomputations() {
  const say = useWords(RULES_WORDS)
  const language = useLanguage()
  const names = useNames()
  const [opened, setOpened] = useState<string | null>(null)
  const list = useQuery({
    queryKey: ['recomputations'],
    queryFn: () => get<readonly Recomputation[]>('/api/recomputations'),
  })
  const columns: readonly Column<Recomputation>[] = [
    { key: 'subject', title: say('subject'), grow: 1, minWidth: 180, render: each => subjectOf(each, language) },
    { key: 'state', title: say('state'), width: 100, render: each => say(`state.${each.state}` as RulesKey) },
    { key: 'moved', title: say('moved'), width: 100, align: 'end', render: each => each.moved.toLocaleString('en') },
    {
      key: 'overdue',
      title: say('newlyOverdue'),
      width: 100,
      align: 'end',
      render: each => each.newlyOverdue.toLocaleString('en'),
    },
    { key: 'by', title: say('askedBy'), width: 120, render: each => names.person(each.askedBy) },
    { key: 'at', title: say('askedAt'), width: 110, render: each => <When at={each.askedAt} short /> },
    {
      key: 'open',
      title: say('open'),
      width: 64,
      render: each => (
        <button type="button" className="link" onClick={() => setOpened(each.id)}>
          {say('open')}
        </button>
      ),
    },
  ]
  return (
    <Awaited query={list}>
      {all => (
        <>
          <Table<Recomputation>
            label={say('recomputations')}
            columns={columns}
            rows={rowsOf(all)}
            rowKey={each => each.id}
            onOpen={each => setOpened(each.id)}
            height={480}
            empty={{ title: say('recomputationsEmpty'), text: say('recomputationsEmptyText') }}
          />
          {opened !== null && <PreviewDialog id={opened} onClose={() => setOpened(null)} />}
        </>
      )}
    </Awaited>
  )
}

function subjectOf(of: Recomputation, language: Language): string {
  if (!('pack' in of.subject)) return of.subject.edition
  return `${of.subject.pack}　${fill(RULES_WORDS.version, language, { version: of.subject.version })}`
}

function PreviewDialog(props: { id: string; onClose: () => void }) {
  const say = useWords(RULES_WORDS)
  const preview = useQuery({
    queryKey: ['recomputations', props.id],
    queryFn: () => get<Recomputation>(`/api/recomputations/${props.id}`),
    refetchInterval: query =>
      query.state.data && ['asked', 'ordered'].includes(query.state.data.state) ? LOOK_MS : false,
  })
  return (
    <Modal open onCancel={props.onClose} footer={null} width={680} title={say('previewTitle')}>
      <Awaited query={preview} rows={5}>
        {of => <Figures of={of} onClose={props.onClose} />}
      </Awaited>
    </Modal>
  )
}

function Figures({ of, onClose }: { of: Recomputation; onClose: () => void }) {
  const say = useWords(RULES_WORDS)
  const language = useLanguage()
  if (of.state === 'asked') return <p className="quiet">{say('computing')}</p>
  return (
    <>
      <p className="dialog-note">
        {subjectOf(of, language)}
        {of.reason && `　${of.reason}`}
      </p>
      <dl className="figures">
        {(['cases', 'moved', 'unchanged', 'unlawful', 'newlyOverdue', 'newlySaved'] as const).map(name => (
          <div key={name} data-late={name === 'newlyOverdue' && of[name] > 0}>
            <dt>{say(name)}</dt>
            <dd>{of[name].toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {of.samples.length > 0 && <Samples of={of} />}
      <Apply of={of} onClose={onClose} />
    </>
  )
}

function Apply({ of, onClose }: { of: Recomputation; onClose: () => void }) {
  const say = useWords(RULES_WORDS)
  const language = useLanguage()
  const queries = useQueryClient()
  const me = useSession().person.id
  const { message, modal } = App.useApp()
  const apply = useMutation({
    mutationFn: () => post<Recomputation>(`/api/recomputations/${of.id}/application`, {}, { key: newKey() }),
    onSuccess: answer => {
      message.success(say('applied', { n: answer.applied }))
      for (const key of ['recomputations', 'desk', 'case']) queries.invalidateQueries({ queryKey: [key] })
      onClose()
    },
    onError: error => message.error(problemSentence(error, language)),
  })
  if (of.state === 'ordered') return <p className="quiet">{say('state.ordered')}</p>
  if (of.state === 'applied') return <p>{say('applied', { n: of.applied })}</p>
  if (of.moved === 0) return <p className="quiet">{say('noneMoved')}</p>
  if (of.askedBy === me) return <p className="quiet">{say('secondPerson')}</p>
  const ask = () =>
    modal.confirm({
      title: say('apply'),
      content: say('applyAsk', { n: of.moved }),
      okText: say('apply'),
      onOk: () => apply.mutateAsync().catch(() => undefined),
    })
  return (
    <Button type="primary" loading={apply.isPending} onClick={ask}>
      {say('apply')}
    </Button>
  )
}

function Samples({ of }: { of: Recomputation }) {
  const say = useWords(RULES_WORDS)
  const language = useLanguage()
  return (
    <div className="rules-samples">
      <table className="rules-table">
        <caption>{say('samples')}</caption>
        <thead>
          <tr>
            {(['number', 'duty', 'before', 'after'] as const).map(name => (
              <th key={name} scope="col">
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.samples.map(sample => (
            <tr key={`${sample.id}:${sample.duty}:${sample.before}`}>
              <th scope="row" className="number">
                {sample.number}
              </th>
              <td>{fill(DUTY_WORDS[sample.duty] ?? { zh: sample.duty, en: sample.duty }, language)}</td>
              <td>{sample.before ?? '—'}</td>
              <td>{sample.after ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
