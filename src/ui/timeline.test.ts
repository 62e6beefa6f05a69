// One timeline: by day of Shanghai, in the order the reader asked for.

import { expect, it } from 'vitest'
import { getInstant } from '../kernel/time.ts'
import { groupByDay } from './timeline.tsx'

const entries = ['2026-03-11T17:05:00', '2026-03-12T00:10:00', '2026-03-11T10:00:00'].map((text, index) => ({
  id: index,
  at: getInstant(`${text}+08:00`),
}))
const shape = (order: 'newest-first' | 'oldest-first') =>
  groupByDay(entries, order).map(group => [group.day, group.entries.map(entry => entry.id)])

it('what happened ten minutes after midnight belongs to the new day', () => {
  expect(shape('newest-first')).toEqual([
    ['2026-03-12', [1]],
    ['2026-03-11', [0, 2]],
  ])
})

it('the same, oldest first', () => {
  expect(shape('oldest-first')).toEqual([
    ['2026-03-11', [2, 0]],
    ['2026-03-12', [1]],
  ])
})
