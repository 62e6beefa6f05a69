// The approval tray: facts, proposal, amount and clock of each step fit without opening; agree or return by keyboard.

import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { fill } from '../../../kernel/words.ts'
import { useActions } from '../../../ui/action.ts'
import { address, get } from '../../../ui/api.ts'
import { ClockExplanation } from '../../../ui/clock-panel.tsx'
import type { ClockAnswer } from '../../../ui/clock-reading.ts'
import { Countdown, When } from '../../../ui/countdown.tsx'
import { KeyHint } from '../../../ui/keys.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { PageFrame } from '../../../ui/page.tsx'
import { type Rows, usePages } from '../../../ui/paging.ts'
import { Empty, Failed, Loading, problemSentence } from '../../../ui/state.tsx'
import { Folded } from '../../../ui/timeline.tsx'
import type { Noun } from '../rules/contract.ts'
import { DESK_WORDS, type DeskKey } from '../rules/words-desk.ts'
import { findFieldWords } from '../rules/words-field.ts'
import { ActDialog } from './act-dialog.tsx'
import type { ApprovalItem, CaseView } from './answers.ts'
import './approvals.css'
import './case.css'
import { sayMember } from './case-fact.tsx'
import { useNames } from './reference.ts'

type Way = 'approve' | 'return'

export function ApprovalsPage() {
  const say = useWords(DESK_WORDS)
  const rows = usePages<ApprovalItem>(['approvals'], after => address('/api/approvals', { limit: 50, after }))
  const tray = useTray(rows)
  const [explained, setExplained] = useState<ClockAnswer | null>(null)
  return (
    <PageFrame title={say('approvals')}>
      {rows.loading && <Loading rows={6} rowHeight={110} />}
      {rows.error !== null && rows.items.length === 0 && <Failed error={rows.error} again={rows.again} height={320} />}
      {!rows.loading && rows.error === null && rows.items.length === 0 && (
        <Empty title={say('approvalsEmpty')} text={say('approvalsEmptyText')} height={320} />
      )}
      <ol className="tray">
        {rows.items.map((item, index) => (
          <Step
            key={keyOf(item)}
            item={item}
            here={index === tray.at}
            put={() => tray.put(index)}
            decide={way => tray.decide(item, way)}
            explain={setExplained}
          />
        ))}
      </ol>
      {rows.more && <Button onClick={rows.loadMore}>{say('more')}</Button>}
      <ClockExplanation clock={explained} onClose={() => setExplained(null)} />
      {tray.begun && <ActDialog noun={tray.begun.noun} of={tray.begun.of} onClose={tray.end} onDone={tray.finished} />}
    </PageFrame>
  )
}

function useTray(rows: Rows<ApprovalItem>) {
  const language = useLanguage()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [cursor, setCursor] = useState(0)
  const [begun, setBegun] = useState<{ noun: Noun; of: CaseView } | null>(null)
  const at = Math.min(cursor, Math.max(0, rows.items.length - 1))
  const item = rows.items[at]
  const decide = async (of: ApprovalItem, way: Way) => {
    const id = of.case.id
    try {
      const whole = await queries.fetchQuery({
        queryKey: ['case', id],
        queryFn: () => get<CaseView>(`/api/complaints/${id}`),
      })
      setBegun({ noun: nounOf(of, way), of: whole })
    } catch (error) {
      message.error(problemSentence(error, language))
    }
  }
  const finished = () => {
    queries.invalidateQueries({ queryKey: ['approvals'] })
    queries.invalidateQueries({ queryKey: ['desk-counts'] })
    if (begun) queries.invalidateQueries({ queryKey: ['case', begun.of.id] })
    setBegun(null)
  }
  const put = (to: number) => setCursor(Math.max(0, Math.min(rows.items.length - 1, to)))
  useActions([
    { id: 'next', say: DESK_WORDS['key.next'], key: { code: 'KeyJ' }, run: () => put(at + 1) },
    { id: 'previous', say: DESK_WORDS['key.previous'], key: { code: 'KeyK' }, run: () => put(at - 1) },
    {
      id: 'approve',
      say: DESK_WORDS['key.approve'],
      key: { code: 'KeyA' },
      run: () => item && decide(item, 'approve'),
    },
    { id: 'return', say: DESK_WORDS['key.return'], key: { code: 'KeyR' }, run: () => item && decide(item, 'return') },
    {
      id: 'open',
      say: DESK_WORDS.open,
      key: { code: 'KeyO' },
      run: () => item && navigate({ to: `/complaints/${item.case.id}` as never }),
    },
  ])
  return { at, put, decide, begun, end: () => setBegun(null), finished }
}

interface StepProps {
  readonly item: ApprovalItem
  readonly here: boolean
  readonly put: () => void
  readonly decide: (way: Way) => void
  readonly explain: (clock: ClockAnswer) => void
}

function Step(props: StepProps) {
  const { item, here } = props
  const say = useWords(DESK_WORDS)
  const navigate = useNavigate()
  const { clock } = item
  const box = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (here) box.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J and K move the cursor; the buttons inside are reached by Tab
    <li ref={box} className="tray-step" aria-current={here ? 'true' : undefined} onClick={props.put}>
      <div className="tray-clock">
        {clock ? (
          <Countdown clock={clock} onExplain={() => props.explain(clock)} />
        ) : (
          <Countdown clock={{ dueAt: item.case.dueAt }} />
        )}
        <strong>{say(`approval.${item.kind}` as DeskKey)}</strong>
        <span className="quiet">
          {say('proposedBy', { name: item.by.name })}　<When at={item.at} short />
        </span>
      </div>
      <div className="tray-middle">
        <p className="tray-title">
          <button
            type="button"
            className="link number"
            onClick={() => navigate({ to: `/complaints/${item.case.id}` as never })}
          >
            {item.case.number}
          </button>{' '}
          {item.case.title}
        </p>
        <Proposal item={item} />
      </div>
      <div className="tray-acts">
        <Button onClick={() => props.decide('approve')}>
          {say('approve')} {here && <KeyHint code="KeyA" />}
        </Button>
        <Button onClick={() => props.decide('return')}>
          {say('return')} {here && <KeyHint code="KeyR" />}
        </Button>
      </div>
    </li>
  )
}

/** What of a proposal is read first, and what of it in full; `responsibility` is said in words of its own. */
const FIRST = ['finding', 'relief', 'reliefMinor', 'tier', 'to'] as const
const WHOLE = ['answers', 'verification', 'basis', 'grounds', 'text', 'reason', 'legalNote', 'legalCheck'] as const

function Proposal({ item }: { item: ApprovalItem }) {
  const language = useLanguage()
  const names = useNames()
  const reader = { language, names }
  const comma = language === 'zh-CN' ? '，' : ', '
  const first = FIRST.filter(member => item.proposal[member] !== 'none')
    .map(member => sayMember(member, item.proposal[member], reader))
    .filter(said => said !== '')
  if (item.kind === 'declination') first.push(sayMember('reason', item.proposal.reason, reader))
  if (item.kind === 'correction') first.push(correctionOf(item.proposal, reader))
  const ours = oursOf(item.proposal)
  const say = useWords(DESK_WORDS)
  if (ours !== null) first.push(say(ours ? 'oursYes' : 'oursNo'))
  return (
    <>
      <p className="tray-first">{first.join(comma)}</p>
      <dl className="pairs">
        {WHOLE.flatMap(member => {
          const text =
            item.kind === 'declination' && member === 'reason' ? '' : textOf(member, item.proposal[member], reader)
          const label = findFieldWords(member === 'text' ? 'reason' : member)
          return text === '' || !label ? [] : [<Line key={member} title={fill(label, language)} text={text} />]
        })}
      </dl>
    </>
  )
}

function Line(props: { title: string; text: string }) {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd>
        <Folded text={props.text} characters={120} />
      </dd>
    </div>
  )
}

// 收到时间：2026-03-05 → 2026-03-04
function correctionOf(proposal: Readonly<Record<string, unknown>>, reader: Parameters<typeof sayMember>[2]): string {
  const said = (member: string) => sayMember(member, proposal[member], reader)
  const right = said('value') || said('name')
  return [said('field'), [said('from'), right].filter(part => part !== '').join(' → ')].join(
    reader.language === 'zh-CN' ? '：' : ': ',
  )
}

function textOf(member: string, value: unknown, reader: Parameters<typeof sayMember>[2]): string {
  if (member !== 'answers') return typeof value === 'string' ? value : ''
  if (!Array.isArray(value)) return ''
  const answers = value as { request: number; finding: string; answer: string }[]
  return answers
    .map(each => `${each.request}. ${sayMember('finding', each.finding, reader)}　${each.answer}`)
    .join('\n')
}

function oursOf(proposal: Readonly<Record<string, unknown>>): boolean | null {
  const { responsibility } = proposal
  if (typeof responsibility !== 'object' || responsibility === null || !('ours' in responsibility)) return null
  return responsibility.ours === true
}

function nounOf(item: ApprovalItem, way: Way): Noun {
  if (item.kind === 'decision') return way === 'approve' ? 'approval' : 'approval-refusal'
  return way === 'approve' ? `${item.kind}-approval` : `${item.kind}-refusal`
}

function keyOf(item: ApprovalItem): string {
  return `${item.case.id}:${item.kind}`
}
