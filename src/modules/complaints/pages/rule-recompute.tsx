// Computing clocks again under other rules: how many dates move, who becomes overdue, samples; applied once, on purpose.

import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { fill } from '../../../kernel/words.ts'
import { newKey, post } from '../../../ui/api.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { Awaited, problemSentence } from '../../../ui/state.tsx'
import { DUTY_WORDS } from '../rules/words.ts'
import { RULES_WORDS } from '../rules/words-rules.ts'
import type { Recomputation } from './rule-answers.ts'

export function RecomputeDialog(props: { question: Readonly<Record<string, string>>; onClose: () => void }) {
  const say = useWords(RULES_WORDS)
  const language = useLanguage()
  const { message, modal } = App.useApp()
  const preview = useQuery({
    queryKey: ['recomputation', props.question],
    queryFn: () => post<Recomputation>('/api/recomputations', props.question, { key: newKey() }),
    staleTime: 0,
  })
  const apply = useMutation({
    mutationFn: (id: string) => post<{ applied: number }>(`/api/recomputations/${id}/application`, {}, { key: newKey() }),
    onSuccess: answer => {
      message.success(say('applied', { n: answer.applied }))
      props.onClose()
    },
    onError: error => message.error(problemSentence(error, language)),
  })
  const ask = (of: Recomputation) =>
    modal.confirm({
      title: say('apply'),
      content: say('applyAsk', { n: of.moved }),
      okText: say('apply'),
      onOk: () => apply.mutateAsync(of.id).catch(() => undefined),
    })
  return (
    <Modal open onCancel={props.onClose} footer={null} width={640} title={say('previewTitle')}>
      <Awaited query={preview} rows={5}>
        {of => (
          <>
            <dl className="figures">
              {(['cases', 'moved', 'newlyOverdue', 'newlySaved'] as const).map(name => (
                <div key={name} data-late={name === 'newlyOverdue' && of[name] > 0}>
                  <dt>{say(name)}</dt>
                  <dd>{of[name].toLocaleString('en')}</dd>
                </div>
              ))}
            </dl>
            {of.samples.length > 0 && <Samples of={of} />}
            {of.moved === 0 ? (
              <p className="quiet">{say('noneMoved')}</p>
            ) : (
              <Button type="primary" loading={apply.isPending} onClick={() => ask(of)}>
                {say('apply')}
              </Button>
            )}
          </>
        )}
      </Awaited>
    </Modal>
  )
}

function Samples({ of }: { of: Recomputation }) {
  const say = useWords(RULES_WORDS)
  const language = useLanguage()
  return (
    <table className="rules-table rules-samples">
      <caption>{say('samples')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('number')}</th>
          <th scope="col">{say('duty')}</th>
          <th scope="col">{say('before')}</th>
          <th scope="col">{say('after')}</th>
        </tr>
      </thead>
      <tbody>
        {of.samples.map(sample => (
          <tr key={`${sample.id}:${sample.duty}`}>
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
  )
}
