// POST /api/clock-explanations: facts laid before the packs, answered with dates and reasons; nothing is stored.

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { CalendarEdition } from '../../../kernel/calendar.ts'
import { type ClockRefusal, isClockRefusal } from '../../../kernel/clock-refusal.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { House } from '../../../platform/department.ts'
import { clockAnswer, clockQuestion } from '../rules/clock-contract.ts'
import { explainClocks } from '../rules/clock-explanation.ts'

export function clockRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/clock-explanations',
    {
      config: {
        says: {
          zh: '按所给事实计算各项期限并说明依据，不存储任何内容。',
          en: 'Computes the clocks of given facts and explains each date. Stores nothing.',
        },
      },
      schema: { body: clockQuestion, response: { 200: clockAnswer } },
    },
    async (request, reply) => {
      const { packs, calendars } = await house.answers.rulebook()
      const now = house.clock.now()
      const answer = explainClocks(request.body, { now, packs, calendars: newest(calendars) })
      return isClockRefusal(answer) ? reply.refuse(refusalOf(answer)) : answer
    },
  )
}

function newest(editions: readonly CalendarEdition[]): Record<string, CalendarEdition> {
  return Object.fromEntries(editions.map(edition => [edition.calendar, edition]))
}

function refusalOf(refusal: ClockRefusal): Refusal {
  return {
    refused: refusal.refusal === 'input' ? 'invalid' : 'conflict',
    key: refusal.code,
    wording: refusal.saying,
    ...(refusal.source && { source: refusal.source }),
    ...(refusal.field && { field: refusal.field }),
  }
}
