// Facts, readings and seals as the audit asks for them: newest first, page by page, within one's sight.

import type { Pool } from 'pg'
import type { z } from 'zod'
import { invalid, type Refusal } from '../../../kernel/refusal.ts'
import { endOf, startOf } from '../../../kernel/time.ts'
import {
  type FactQuestion,
  type factsReply,
  isNumber,
  type ReadingQuestion,
  type readingsReply,
  type sealsReply,
} from '../rules/contract.ts'
import { type Conditions, conditions, cursorOf, findPlace, type Sight, signatureMeant } from './sight.ts'

const PAGE = 50

export async function findFacts(
  pool: Pool,
  question: FactQuestion,
  sight: Sight,
): Promise<z.output<typeof factsReply> | Refusal> {
  const asked = conditionsOf(question, sight, 'f')
  if (question.type !== undefined) asked.add('f.type = $', question.type)
  const refusal = goOnAfter(asked, question.after, ['f.at', 'f.module', 'f.case_id', 'f.version'])
  if (refusal) return refusal
  const limit = question.limit ?? PAGE
  const { rows } = await pool.query(
    `select f.module, f.case_id, d.number, f.version, f.at, f.actor, f.type, f.body, encode(f.hash, 'hex') as hash
     from ledger.fact f left join ledger.desk d on d.module = f.module and d.case_id = f.case_id
     ${whereOf(asked)}
     order by f.at desc, f.module desc, f.case_id desc, f.version desc limit ${limit + 1}`,
    asked.values,
  )
  const items = rows.slice(0, limit).map(row => ({
    module: row.module,
    case: row.case_id,
    number: row.number,
    version: row.version,
    at: row.at,
    actor: row.actor,
    type: row.type,
    body: sight.readsBodies || row.module === 'identity' ? withoutSealed(row.body) : null,
    hash: row.hash,
  }))
  const last = items.at(-1)
  const more = rows.length > limit && last
  return { items, next: more ? cursorOf([last.at, last.module, last.case, last.version]) : null }
}

export async function findReadings(
  pool: Pool,
  question: ReadingQuestion,
  sight: Sight,
): Promise<z.output<typeof readingsReply> | Refusal> {
  const asked = conditionsOf(question, sight, 'r')
  if (question.act !== undefined) asked.add('r.act = $', question.act)
  const refusal = goOnAfter(asked, question.after, ['r.at', 'r.id'])
  if (refusal) return refusal
  const limit = question.limit ?? PAGE
  const { rows } = await pool.query(
    `select r.id, r.at, r.actor, r.act, r.module, r.case_id, d.number, r.subject, r.purpose
     from ledger.reading r left join ledger.desk d on d.module = r.module and d.case_id = r.case_id
     ${whereOf(asked)}
     order by r.at desc, r.id desc limit ${limit + 1}`,
    asked.values,
  )
  const items = rows.slice(0, limit).map(({ case_id, ...row }) => ({ ...row, case: case_id }))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorOf([last.at, last.id]) : null }
}

export async function findSeals(
  pool: Pool,
  page: { after?: number | undefined; limit?: number | undefined },
): Promise<z.output<typeof sealsReply>> {
  const limit = page.limit ?? PAGE
  const { rows } = await pool.query(
    `select no, at, leaves, encode(root, 'hex') as root, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash
     from ledger.seal where $1::int is null or no < $1 order by no desc limit ${limit + 1}`,
    [page.after ?? null],
  )
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.no ?? null) : null }
}

type Question = Pick<FactQuestion, 'module' | 'case' | 'actor' | 'from' | 'to'>

function conditionsOf(question: Question, sight: Sight, table: 'f' | 'r'): Conditions {
  const asked = conditions()
  if (question.module !== undefined) asked.add(`${table}.module = $`, question.module)
  if (question.case !== undefined)
    asked.add(isNumber(question.case) ? 'd.number = $' : `${table}.case_id = $`, question.case)
  if (question.actor !== undefined) asked.add(`${table}.actor = $`, signatureMeant(question.actor))
  if (question.from !== undefined) asked.add(`${table}.at >= $::timestamptz`, startOf(question.from))
  if (question.to !== undefined) asked.add(`${table}.at < $::timestamptz`, endOf(question.to))
  // A reading of no case (a list, a search) is the head office's to see.
  if (sight.units !== null) asked.add('d.scopes && $::text[]', sight.units)
  return asked
}

function goOnAfter(asked: Conditions, after: string | undefined, columns: readonly string[]): Refusal | null {
  if (after === undefined) return null
  const place = findPlace(after, columns.length)
  if (!place) return invalid('after', 'cursor-form')
  const from = asked.values.length
  asked.values.push(...place)
  const signs = columns.map((column, index) => `$${from + index + 1}${column.endsWith('.at') ? '::timestamptz' : ''}`)
  asked.texts.push(`(${columns.join(', ')}) < (${signs.join(', ')})`)
  return null
}

function whereOf(asked: Conditions): string {
  return asked.texts.length === 0 ? '' : `where ${asked.texts.join(' and ')}`
}

// Sealed text helps nobody who may not open it, and opening it is another route with another purpose.
function withoutSealed(value: unknown): Record<string, unknown> {
  return bare(value) as Record<string, unknown>
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([name]) => name !== 'sealed')
  return Object.fromEntries(members.map(([name, member]) => [name, bare(member)]))
}
