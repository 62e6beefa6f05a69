// Any list as a workbook: with a purpose, a watermark of who and when, and a record before the first byte leaves.

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { writeXlsx } from 'hucre'
import { z } from 'zod'
import { type Actor, signatureOf } from '../../../kernel/actor.ts'
import { invalid } from '../../../kernel/refusal.ts'
import { dayOf, type Instant, timeOf } from '../../../kernel/time.ts'
import { fill, type Language } from '../../../kernel/words.ts'
import type { House } from '../../../platform/department.ts'
import { type DeskRow, readDesk } from '../../../platform/desk.ts'
import { actorOf } from '../../../platform/guard.ts'
import { CHANNEL_WORDS, DUTY_WORDS, MATTER_WORDS, STATE_WORDS } from '../rules/words.ts'
import { EXPORT_WORDS } from '../rules/words-export.ts'
import { deskItem, deskQuery, questionOf } from './desk-query.ts'
import { PURPOSES } from './file-routes.ts'
import { namesFrom } from './view.ts'

const MOST_ROWS = 20_000
const PAGE = 200
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function exportRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/exports',
    {
      config: {
        roles: ['handler', 'supervisor', 'approver', 'executive', 'inspector', 'archivist'],
        says: {
          zh: '按清单条件导出 Excel，须写明用途，留痕并加水印。',
          en: 'Exports a list to Excel: with a purpose, recorded and watermarked.',
        },
      },
      schema: {
        body: z.strictObject({
          query: deskQuery,
          purpose: z.enum(PURPOSES),
          words: z.string().trim().max(500).optional(),
        }),
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { query, purpose, words } = request.body
      if (purpose === 'other' && !words) return reply.refuse(invalid('words', 'value-needed'))
      const now = house.clock.now()
      const rows = await allRows(house, actor, query, now)
      await house.readings.record([
        {
          at: now,
          actor: signatureOf(actor),
          act: 'exported',
          module: 'complaints',
          subject: `${rows.length} rows: ${JSON.stringify(query)}`,
          purpose: words ? `${purpose}: ${words}` : purpose,
        },
      ])
      const book = await workbookOf(house, { rows, actor, now, language: request.language, purpose: words ?? purpose })
      return reply
        .header('content-disposition', `attachment; filename="xiaobao-${dayOf(now)}.xlsx"`)
        .type(XLSX)
        .send(Buffer.from(book))
    },
  )
}

async function allRows(
  house: House,
  actor: Actor,
  query: z.output<typeof deskQuery>,
  now: Instant,
): Promise<DeskRow[]> {
  const rows: DeskRow[] = []
  let after: string | null = query.after ?? null
  do {
    const page = await readDesk(house.pool, { ...questionOf(query, actor, now), limit: PAGE, ...(after && { after }) })
    rows.push(...page.items)
    after = page.next
  } while (after !== null && rows.length < MOST_ROWS)
  return rows
}

async function workbookOf(
  house: House,
  list: { rows: readonly DeskRow[]; actor: Actor; now: Instant; language: Language; purpose: string },
): Promise<Uint8Array> {
  const { language, now, actor } = list
  const names = namesFrom(await house.answers.organisation(), language)
  const say = (words: Readonly<Record<string, { zh: string; en: string }>>, key: string) => {
    const wording = words[key]
    return wording ? fill(wording, language) : key
  }
  const mark = fill(EXPORT_WORDS.mark, language, {
    person: `${names.person(actor.id).name}(${actor.id})`,
    at: `${dayOf(now)} ${timeOf(now)}`,
    purpose: list.purpose,
  })
  const head = EXPORT_WORDS.columns.map(column => fill(column, language))
  const body = list.rows.map(row => {
    const item = deskItem(row, names)
    return [
      item.number,
      item.title,
      say(MATTER_WORDS, item.matterType),
      say(CHANNEL_WORDS, item.channel),
      say(STATE_WORDS, item.state),
      item.ownerUnit?.name ?? '',
      item.owner?.name ?? '',
      `${dayOf(item.openedAt)} ${timeOf(item.openedAt)}`,
      item.dueAt ? `${dayOf(item.dueAt)} ${timeOf(item.dueAt)}` : '',
      item.dueDuty ? say(DUTY_WORDS, item.dueDuty) : '',
    ].map(defused)
  })
  // The mark stands above and below, so that a printed or cut list still says whose it is.
  return writeXlsx({ sheets: [{ name: fill(EXPORT_WORDS.sheet, language), rows: [[mark], head, ...body, [mark]] }] })
}

// A cell that begins like a formula is text: what a consumer wrote must not run on an officer's machine.
function defused(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
