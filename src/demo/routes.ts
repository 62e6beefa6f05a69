// What only the demonstration has on the wire: who can be signed in as, and the time machine.

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { invalid } from '../kernel/refusal.ts'
import { DAY_MS, getInstant, plusMs } from '../kernel/time.ts'
import type { Words } from '../kernel/words.ts'
import type { OffsetClock } from '../platform/clock.ts'
import { bankName, getColleague, getUnit } from './bank.ts'
import { visitors } from './staff.ts'
import type { TimeMachine } from './time-machine.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const demonstration = z.object({
  bank: words,
  now: z.string(),
  /** Milliseconds by which the product's clock runs ahead of the machine's. */
  offsetMs: z.number(),
  accounts: z.array(z.object({ account: z.string(), name: words, unit: words, roles: z.array(z.string()) })),
})
const MOST_DAYS = 400
const wish = z
  .strictObject({
    to: z.iso.datetime({ offset: true }).optional(),
    /** Days from now, instead of a moment. */
    days: z.number().positive().max(MOST_DAYS).optional(),
  })
  .refine(each => (each.to === undefined) !== (each.days === undefined), { error: 'one-of-to-and-days' })
const journey = z.object({
  from: z.string(),
  to: z.string(),
  arrived: z.boolean(),
  done: z.int(),
  rang: z.array(
    z.object({
      module: z.string(),
      caseId: z.string(),
      number: z.string().nullable(),
      title: z.string().nullable(),
      key: z.string(),
      at: z.string(),
    }),
  ),
})

/** Registered in demonstration mode only: elsewhere nobody moves a bank's clock. */
export function demonstrationRoutes(plain: FastifyInstance, parts: { clock: OffsetClock; machine: TimeMachine }): void {
  const { clock, machine } = parts
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/demo',
    {
      config: {
        public: true,
        says: {
          zh: '演示机构、演示账户与产品时钟。',
          en: 'The demonstration bank, its accounts and the product’s clock.',
        },
      },
      schema: { response: { 200: demonstration } },
    },
    async () => ({ bank: bankName, now: clock.now(), offsetMs: clock.offsetMs(), accounts: visitors.map(accountOf) }),
  )
  server.post(
    '/api/demo/time-machine',
    {
      config: {
        says: {
          zh: '把产品时钟向前拨，到期的提醒按各自的时间依次响起。只能向前，一次最多 400 天。',
          en: 'Moves the product’s clock forward; alarms ring in order at their own times. Only forward, 400 days at most.',
        },
      },
      schema: { body: wish, response: { 200: journey } },
    },
    async (request, reply) => {
      const { to, days } = request.body
      const now = clock.now()
      const target = to === undefined ? plusMs(now, (days ?? 0) * DAY_MS) : getInstant(to)
      if (target <= now) return reply.refuse(invalid('to', 'time-machine-forward'))
      if (target > plusMs(now, MOST_DAYS * DAY_MS))
        return reply.refuse(invalid('to', 'time-machine-too-far', { days: MOST_DAYS }))
      const travelled = await machine.travel(target)
      return { ...travelled, rang: [...travelled.rang] }
    },
  )
}

/** The sentences of the refusals. */
export const demonstrationWords: Words = {
  'time-machine-forward': { zh: '时光机只能向前', en: 'The time machine only goes forward' },
  'time-machine-too-far': { zh: '一次最多前进 {days} 天', en: 'At most {days} days at a time' },
  'one-of-to-and-days': { zh: '请只填写 to 或 days 之一', en: 'Give either to or days' },
}

function accountOf(account: string) {
  const { zh, en, unit, posts } = getColleague(`p-${account}`)
  const place = getUnit(unit)
  return {
    account,
    name: { zh, en },
    unit: { zh: place.zh, en: place.en },
    roles: [...new Set(posts.map(([role]) => role))],
  }
}
