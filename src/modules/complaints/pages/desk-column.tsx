// The columns of a list of complaints, and the keys that stand at the row under the cursor.

import { fill, type Language } from '../../../kernel/words.ts'
import { Countdown, When } from '../../../ui/countdown.tsx'
import { KeyHint } from '../../../ui/keys.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import type { Column } from '../../../ui/table.tsx'
import { CHANNEL_WORDS, DUTY_WORDS, FLAG_WORDS, STATE_WORDS } from '../rules/words.ts'
import { DESK_WORDS, type DeskKey } from '../rules/words-desk.ts'
import type { DeskItem } from './answers.ts'

export interface ListRoom {
  /** `beside` a preview the summary needs the room; on a phone the clock and the summary are enough. */
  readonly place: 'phone' | 'beside' | 'wide'
  readonly largeType: boolean
  readonly language: Language
}

export function columnsOf(say: (key: DeskKey) => string, room: ListRoom): readonly Column<DeskItem>[] {
  const wide = (px: number) => Math.round(px * (room.largeType ? LARGER : 1))
  const left: Column<DeskItem> = {
    key: 'due',
    title: say('left'),
    width: wide(148),
    sort: 'due',
    render: item => <Left item={item} />,
  }
  const summary: Column<DeskItem> = {
    key: 'title',
    title: say('summary'),
    grow: 1,
    minWidth: 180,
    render: item => <Summary item={item} />,
  }
  if (room.place === 'phone')
    return [
      { ...left, width: wide(112) },
      { ...summary, minWidth: 150 },
    ]
  const stage = room.language === 'zh-CN' ? 76 : 118
  const received: Column<DeskItem> = {
    key: 'opened',
    title: say('opened'),
    width: wide(92),
    sort: 'opened',
    render: item => <When at={item.openedAt} short />,
  }
  return [
    left,
    {
      key: 'number',
      title: say('number'),
      width: wide(118),
      render: item => <span className="number">{item.number}</span>,
    },
    summary,
    { key: 'owner', title: say('holder'), width: wide(100), render: item => <Holder item={item} /> },
    { key: 'state', title: say('stage'), width: wide(stage), render: item => <StateName item={item} /> },
    ...(room.place === 'wide' ? [received] : []),
  ]
}

const LARGER = 1.3

/** The keys that act on the row under the cursor. */
export function KeyStrip() {
  const say = useWords(DESK_WORDS)
  return (
    <span className="key-strip">
      <KeyHint code="KeyO" /> {say('open')}
      <KeyHint code="KeyC" /> {say('key.claim')}
      <KeyHint code="KeyN" /> {say('key.note')}
      <KeyHint code="KeyE" /> {say('key.done')}
    </span>
  )
}

function Left({ item }: { item: DeskItem }) {
  const language = useLanguage()
  const duty = item.dueDuty ? DUTY_WORDS[item.dueDuty] : undefined
  const clock = { dueAt: item.dueAt, startedAt: item.openedAt, ...(item.paused && { state: 'paused' as const }) }
  return (
    <span title={duty ? fill(duty, language) : undefined}>
      <Countdown clock={clock} />
    </span>
  )
}

function Summary({ item }: { item: DeskItem }) {
  const say = useWords(DESK_WORDS)
  const language = useLanguage()
  const marks = [
    ...item.flags.map(flag => fill(FLAG_WORDS[flag], language)),
    ...(item.returns > 0 ? [say('returns', { n: item.returns })] : []),
    ...(item.extended !== '' ? [say('extended')] : []),
  ]
  return (
    <span title={`${item.title}\n${fill(CHANNEL_WORDS[item.channel], language)}`}>
      {marks.map(mark => (
        <span key={mark} className="mark-word">
          {mark}
        </span>
      ))}
      {item.title}
    </span>
  )
}

function Holder({ item }: { item: DeskItem }) {
  const unit = item.ownerUnit?.name ?? ''
  return <span title={[unit, item.owner?.name].filter(Boolean).join(' ')}>{item.owner?.name ?? (unit || '—')}</span>
}

function StateName({ item }: { item: DeskItem }) {
  const language = useLanguage()
  const words = STATE_WORDS[item.state]
  return <span title={fill(words, language)}>{fill(words, language)}</span>
}
