// What an import preset is: a file's columns, what each of them means to a complaint, and what the file can be checked for.

import { z } from 'zod'

export const FILE_FORMATS = ['csv', 'xlsx', 'jsonl'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** Zones in which dates without one may stand. The packs know fewer; a source may come from elsewhere. */
export const SOURCE_ZONES = ['Asia/Shanghai', 'Europe/Amsterdam', 'Europe/London', 'America/New_York', 'UTC'] as const
export type SourceZone = (typeof SOURCE_ZONES)[number]

const column = z.string().trim().min(1).max(120)
/** The first of these columns that is filled counts. */
const from = z.array(column).min(1).max(12)
const dictionary = z.record(z.string().max(120), z.string().min(1).max(60))

const reader = z.discriminatedUnion('as', [
  /** With `join` every filled column counts, put together by that text. */
  z.strictObject({
    as: z.literal('text'),
    from,
    join: z.string().max(40).optional(),
    otherwise: z.string().min(1).max(200).optional(),
  }),
  /** `order` of figures that do not begin with the year: `03/04/2015` means two days. */
  z.strictObject({ as: z.literal('instant'), from, order: z.enum(['ymd', 'mdy', 'dmy']).optional() }),
  /** `to` maps the source's words; a word that is not in it is a fault unless `otherwise` says what it means. */
  z.strictObject({ as: z.literal('choice'), from, to: dictionary, otherwise: z.string().min(1).max(60).optional() }),
  /** Several words in one cell; those that are not in `to` mean nothing to a complaint. */
  z.strictObject({ as: z.literal('choices'), from, split: z.string().min(1).max(5), to: dictionary }),
  z.strictObject({ as: z.literal('number'), from }),
  z.strictObject({ as: z.literal('money'), from, unit: z.enum(['yuan', 'wan']) }),
  z.strictObject({ as: z.literal('constant'), value: z.string().min(1).max(200) }),
])
export type Reader = z.output<typeof reader>

/** The fields a row can fill, and by which readers. A constant can stand for any. */
export const FIELDS = {
  reference: ['text'],
  channel: ['choice'],
  matterType: ['choice'],
  happenedAt: ['instant'],
  spokeAt: ['instant'],
  receivedAt: ['instant'],
  toldAt: ['instant'],
  closedAt: ['instant'],
  outcome: ['text', 'choice'],
  text: ['text'],
  request: ['text'],
  product: ['text', 'choice'],
  codeA: ['text', 'choice'],
  codeB: ['text', 'choice'],
  codeC: ['text', 'choice'],
  amountMinor: ['money'],
  complainants: ['number'],
  unit: ['text', 'choice'],
  name: ['text'],
  phone: ['text'],
  identityNumber: ['text'],
  account: ['text'],
  email: ['text'],
  address: ['text'],
  birthYear: ['number'],
  vulnerable: ['choices'],
  outsideBody: ['choice'],
  outsideNumber: ['text'],
  outsideReceivedAt: ['instant'],
} as const satisfies Readonly<Record<string, readonly Reader['as'][]>>
export type Field = keyof typeof FIELDS
export const FIELD_NAMES = Object.keys(FIELDS) as Field[]

/** Without these a row is no complaint. */
export const NEEDED: readonly Field[] = ['channel', 'receivedAt', 'text']

const wording = z.strictObject({ zh: z.string().min(1).max(1000), en: z.string().min(1).max(1000) })
const words = z.array(z.string().max(120)).min(1).max(40)

/** A row is closed when the columns hold one of these words, when they hold another, or when they hold anything. */
const closedWhen = z.union([
  z.strictObject({ from, is: words }),
  z.strictObject({ from, not: words }),
  z.strictObject({ from, filled: z.literal(true) }),
])

const check = z.discriminatedUnion('kind', [
  /** Where the first column holds one of its words, the second must hold one of its own. */
  z.strictObject({
    kind: z.literal('agree'),
    id: z.string().max(60),
    title: wording,
    when: z.strictObject({ column, is: words }),
    expect: z.strictObject({ column, is: words }),
  }),
  /** The first column's date is not later than the second's. */
  z.strictObject({
    kind: z.literal('order'),
    id: z.string().max(60),
    title: wording,
    earlier: column,
    later: column,
  }),
])
export type Check = z.output<typeof check>

export const importPreset = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    title: wording,
    formats: z.array(z.enum(FILE_FORMATS)).min(1).max(3),
    /** In which dates and times without a zone of their own are read. */
    zone: z.enum(SOURCE_ZONES),
    /** The language of the consumers' words, kept with every row. */
    language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
    /** Null: those that the law gives the matter. */
    packs: z.array(z.string().max(40)).min(1).max(6).nullable(),
    /** Why these packs. */
    why: wording,
    fields: z.partialRecord(z.enum(FIELD_NAMES), reader),
    /** What else of the source is kept with the complaint, in clear: nothing that identifies a person. */
    remarks: z.record(z.string().max(60), reader).default({}),
    /** Null: the file tells of no end, so every row is open. */
    closed: closedWhen.nullable(),
    checks: z.array(check).max(10).default([]),
    /** What the file does not allow to be checked, and why. */
    notes: z.array(wording).max(10).default([]),
  })
  .superRefine((preset, context) => {
    for (const [field, given] of Object.entries(preset.fields)) {
      const takes: readonly string[] = FIELDS[field as Field]
      if (given && given.as !== 'constant' && !takes.includes(given.as))
        context.addIssue({ code: 'custom', path: ['fields', field, 'as'], message: 'reader-not-for-field' })
    }
    const needed = preset.closed ? [...NEEDED, 'closedAt' as const] : NEEDED
    for (const field of needed)
      if (!preset.fields[field]) context.addIssue({ code: 'custom', path: ['fields', field], message: 'value-needed' })
  })
export type ImportPreset = z.output<typeof importPreset>

/** The columns that a preset looks at, in its own order. */
export function columnsOf(preset: ImportPreset): string[] {
  const readers = [...Object.values(preset.fields), ...Object.values(preset.remarks)]
  const read = readers.flatMap(each => (each && each.as !== 'constant' ? each.from : []))
  const checked = preset.checks.flatMap(each =>
    each.kind === 'agree' ? [each.when.column, each.expect.column] : [each.earlier, each.later],
  )
  return [...new Set([...read, ...checked, ...(preset.closed?.from ?? [])])]
}

/** Needed fields of which a table has not a single column: the file is another one, and no row of it is looked at. */
export function missingFields(preset: ImportPreset, columns: readonly string[]): Field[] {
  return NEEDED.filter(field => {
    const given = preset.fields[field]
    if (!given || given.as === 'constant') return !given
    const hasDefault = 'otherwise' in given && given.otherwise !== undefined
    return !hasDefault && !given.from.some(each => columns.includes(each))
  })
}
