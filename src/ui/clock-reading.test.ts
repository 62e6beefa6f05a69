// What a clock says, on dates a bank knows.

import { describe, expect, it } from 'vitest'
import { getInstant } from '../kernel/time.ts'
import { type ClockFace, readFace } from './clock-reading.ts'

const at = (text: string) => getInstant(`${text}+08:00`)
const read = (face: ClockFace, now: string, language: 'zh-CN' | 'en' = 'zh-CN') =>
  readFace(face, { now: at(now), language })
// Due on 2026-03-16: the first instant after it is midnight of the 17th.
const decision: ClockFace = { dueAt: at('2026-03-17T00:00:00'), startedAt: at('2026-03-01T10:00:00') }

describe('a clock of days', () => {
  it.each([
    ['2026-03-12T09:00:00', '剩 4 天', 'due in 4 days', 'in-time'],
    ['2026-03-13T23:59:00', '剩 3 天', 'due in 3 days', 'soon'],
    ['2026-03-15T09:00:00', '剩 1 天', 'due in 1 day', 'soon'],
    ['2026-03-16T00:00:00', '今天 24:00', 'today 24:00', 'today'],
    ['2026-03-16T23:59:59', '今天 24:00', 'today 24:00', 'today'],
    ['2026-03-17T00:00:00', '逾 1 天', '1 day late', 'late'],
    ['2026-03-18T08:00:00', '逾 2 天', '2 days late', 'late'],
  ])('at %s says %s', (now, zh, en, tone) => {
    expect(read(decision, now)).toMatchObject({ word: zh, tone })
    expect(read(decision, now, 'en').word).toBe(en)
  })
  it('fills its bar as the days are used, and is full when late', () => {
    expect(read(decision, '2026-03-01T10:00:00').share).toBe(0)
    expect(read(decision, '2026-03-09T05:00:00').share).toBeCloseTo(0.5, 2)
    expect(read(decision, '2026-03-20T00:00:00').share).toBe(1)
  })
  it('counts the used days of the server when they are known', () => {
    expect(read({ ...decision, limit: 15, elapsed: 3 }, '2026-03-12T09:00:00').share).toBe(0.2)
  })
})

describe('a clock of hours', () => {
  const handOver: ClockFace = { dueAt: at('2026-03-12T18:00:00') }
  it.each([
    ['2026-03-12T09:00:00', '今天 18:00', 'today 18:00'],
    ['2026-03-11T20:00:00', '明天 18:00', 'tomorrow 18:00'],
    ['2026-03-10T20:00:00', '剩 2 天', 'due in 2 days'],
    ['2026-03-12T18:00:00', '逾 1 分钟', '1 minute late'],
    ['2026-03-12T18:40:00', '逾 40 分钟', '40 minutes late'],
    ['2026-03-13T09:00:00', '逾 15 小时', '15 hours late'],
    ['2026-03-14T18:00:00', '逾 2 天', '2 days late'],
  ])('at %s says %s', (now, zh, en) => {
    expect(read(handOver, now).word).toBe(zh)
    expect(read(handOver, now, 'en').word).toBe(en)
  })
})

describe('a clock that no longer counts', () => {
  it.each([
    ['paused', '暂停中', 'paused'],
    ['met', '按期完成', 'met'],
    ['met-late', '逾期完成', 'late'],
    ['ended', '已终止', 'met'],
  ] as const)('%s says %s, whatever the date', (state, word, tone) => {
    expect(read({ ...decision, state }, '2026-04-01T09:00:00')).toMatchObject({ word, tone })
  })
  it('a matter without a limit says so', () => {
    expect(read({ dueAt: null }, '2026-03-12T09:00:00').word).toBe('无时限')
  })
})
