// The desk's address as a question to the work list: views, filters, words; and its rows with names.

import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf, endOf, type Instant, plusDays } from '../../../kernel/time.ts'
import type { DeskQuery, DeskRow } from '../../../platform/desk.ts'
import { CHANNELS, FLAGS, MATTERS, STATUSES } from '../rules/vocabulary.ts'
import { scopesOfActor, scopesToAsk } from './store.ts'
import type { Names } from './view.ts'

export const VIEWS = [
  'today',
  'mine',
  'unit',
  'unclaimed',
  'to-accept',
  'first-owned',
  'returned',
  'call-back',
  'approvals',
  'all',
] as const
export type View = (typeof VIEWS)[number]

const list = <const Values extends readonly string[]>(values: Values) =>
  z
    .string()
    .transform(text => text.split(','))
    .pipe(z.array(z.enum(values)).max(20))

export const deskQuery = z.strictObject({
  module: z.literal('complaints').default('complaints'),
  view: z.enum(VIEWS).default('all'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
  sort: z.enum(['due', 'opened', '-opened']).default('due'),
  state: list(STATUSES).optional(),
  channel: z.enum(CHANNELS).optional(),
  matter: z.enum(MATTERS).optional(),
  product: z.string().max(120).optional(),
  flag: z.enum(FLAGS).optional(),
  pack: z.string().max(40).optional(),
  unit: z.string().max(60).optional(),
  owner: z.string().max(64).optional(),
  extended: z.enum(['complex', 'special']).optional(),
  overdue: z.enum(['true', 'false']).optional(),
  open: z.enum(['true', 'false']).optional(),
  q: z.string().trim().max(200).optional(),
})
export type DeskParameters = z.output<typeof deskQuery>

/** The question that an address asks, for this reader at this instant. */
export function questionOf(parameters: DeskParameters, actor: Actor, now: Instant): DeskQuery {
  const { channel, matter, product, flag, pack, unit, extended, overdue } = parameters
  const tags = [
    channel && `channel:${channel}`,
    matter && `matter:${matter}`,
    product && `product:${product}`,
    flag && `flag:${flag}`,
    pack && `pack:${pack}`,
    extended && `extended:${extended}`,
  ].filter(tag => typeof tag === 'string')
  const view = viewOf(parameters.view, actor, now)
  return {
    module: 'complaints',
    scopes: scopesToAsk(actor),
    ...(parameters.open && { open: parameters.open === 'true' }),
    ...(overdue === 'true' && { dueBefore: now, open: true }),
    ...(parameters.state && { states: parameters.state }),
    ...(parameters.owner && { owners: [parameters.owner] }),
    ...(unit && { ownerUnit: unit }),
    ...(parameters.q && { words: parameters.q }),
    ...view,
    tags: [...tags, ...(view.tags ?? [])],
    sort: parameters.sort,
    limit: parameters.limit,
    ...(parameters.after && { after: parameters.after }),
  }
}

function viewOf(view: View, actor: Actor, now: Instant): Partial<DeskQuery> {
  const me = [actor.id, ...actor.standsInFor]
  const units = scopesOfActor(actor).filter(scope => !scope.startsWith('person:'))
  const views: Record<View, Partial<DeskQuery>> = {
    // What the law or the house wants done by the end of tomorrow, late ones first.
    today: { open: true, dueBefore: endOf(plusDays(dayOf(now), 1)), ...(isFront(actor) && { owners: me }) },
    mine: { open: true, owners: me },
    unit: { open: true },
    unclaimed: { open: true, tags: ['unclaimed'] },
    'to-accept': { open: true, anyTags: [...me.map(id => `to-person:${id}`), ...units.map(path => `to-unit:${path}`)] },
    'first-owned': { anyTags: me.map(id => `first:${id}`) },
    returned: { open: true, owners: me, tags: ['returned'] },
    'call-back': { tags: ['call-back'] },
    approvals: { open: true, anyTags: [...AWAITING] },
    all: {},
  }
  return views[view]
}

/** Tags of cases that wait for a second person. */
export const AWAITING = [
  'awaits:decision',
  'awaits:extension:complex',
  'awaits:extension:special',
  'awaits:declination',
  'awaits:reclassification',
  'awaits:correction',
] as const

function isFront(actor: Actor): boolean {
  return actor.posts.every(post => post.role === 'clerk' || post.role === 'handler')
}

/** A row of the desk with names, as the wire gives it. */
export function deskItem(row: DeskRow, names: Names) {
  const tag = (prefix: string) => row.tags.find(each => each.startsWith(`${prefix}:`))?.slice(prefix.length + 1)
  const flags = row.tags.filter(each => each.startsWith('flag:')).map(each => each.slice('flag:'.length))
  return {
    module: row.module,
    id: row.caseId,
    number: row.number,
    title: row.title,
    state: row.state,
    open: row.open,
    owner: row.owner === null ? null : names.person(row.owner),
    ownerUnit: row.ownerUnit === null ? null : names.unit(row.ownerUnit),
    openedAt: row.openedAt,
    dueAt: row.dueAt,
    dueDuty: row.dueDuty,
    flags,
    channel: tag('channel') ?? 'other',
    matterType: tag('matter') ?? 'complaint',
    product: tag('product') ?? null,
    extended: row.tags.includes('extended:special')
      ? 'special'
      : row.tags.includes('extended:complex')
        ? 'complex'
        : '',
    returns: Number(tag('returns') ?? 0),
    paused: row.tags.includes('paused'),
  }
}
