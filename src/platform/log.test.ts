// What the log never says.

import { expect, test } from 'vitest'
import { getInstant } from '../kernel/time.ts'
import { steppedClock } from './clock.ts'
import { logRequest, openLog } from './log.ts'

function written(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = []
  const clock = steppedClock(getInstant('2026-03-01T02:00:00Z'))
  write(openLog({ level: 'info', clock, to: { write: line => lines.push(line) } }))
  return lines.join('')
}

test('names, numbers that identify and words of a complaint are left out at any depth', () => {
  const line = written(log =>
    log.info(
      { caseId: 'c1', phone: '13800138000', party: { name: '王小明', deep: { idNumber: '110101199003071234' } } },
      'x',
    ),
  )
  expect(line).not.toMatch(/138|王|1101/)
  expect(JSON.parse(line)).toMatchObject({ caseId: 'c1', level: 'info', time: '2026-03-01T02:00:00.000Z' })
})

test('the line of a request has five fields and never an address with its query', () => {
  const request = {
    method: 'GET',
    route: '/api/desk',
    status: 200,
    ms: 3.0769,
    requestId: 'r1',
    url: '/api/desk?phone=138',
  }
  expect(JSON.parse(written(log => logRequest(log, request)))).toEqual({
    level: 'info',
    time: '2026-03-01T02:00:00.000Z',
    method: 'GET',
    route: '/api/desk',
    status: 200,
    ms: 3.1,
    requestId: 'r1',
    msg: 'answered',
  })
})

test('an error of the database is logged by its code, without the values it quotes', () => {
  const error = Object.assign(new Error('invalid input syntax for type date: "王小明"'), {
    code: '22007',
    detail: 'Key (phone)=(13800138000) already exists.',
    table: 'complaint',
  })
  const line = written(log => log.error({ err: error }, 'failed'))
  expect(line).not.toMatch(/王|138/)
  expect(JSON.parse(line).err).toMatchObject({ code: '22007', table: 'complaint' })
})

test('an error of our own keeps its message and where it came from', () => {
  const line = JSON.parse(written(log => log.error({ err: new Error('no calendar of 2027') }, 'failed')))
  expect(line.err.message).toBe('no calendar of 2027')
  expect(line.err.stack).toContain('log.test.ts')
})
