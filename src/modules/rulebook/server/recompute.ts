// The work behind a re-computation: what would change, written down; then, when it was ordered, case by case at the door.

import type { Clocked, Named } from '../../../kernel/module.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { Rulebook } from '../../../kernel/rule-pack.ts'
import type { House } from '../../../platform/department.ts'
import type { AnyRules } from '../../../platform/door.ts'
import type { JobKind, Task } from '../../../platform/jobs.ts'
import {
  countCarriedOut,
  countOpenCases,
  isLastPage,
  type OpenCase,
  openCasesAfter,
} from '../../../platform/open-cases.ts'
import { RULEBOOK } from '../rules/authority.ts'
import { findText } from '../rules/decide-recomputation.ts'
import { type Effects, effectOn, NO_EFFECTS, plus } from '../rules/effects.ts'
import { type Reach, reachOf } from '../rules/reach.ts'
import { type RecomputationState, type RulebookCommand, recomputationCase } from '../rules/record.ts'
import { withText } from '../rules/shelf.ts'
import { findRecomputation, unfinishedRecomputations } from './recomputations.ts'
import { textsIn } from './shelf.ts'

export const RECOMPUTATION = 'recomputation'

export type Works = Pick<House, 'pool' | 'door' | 'clock' | 'answers'>
type Work = Pick<Task, 'signal' | 'saved' | 'report'>

/** Begins at once for the one named, and looks by itself for what a killed process left undone. */
export function recomputationKind(house: Works): JobKind {
  return {
    name: RECOMPUTATION,
    cron: '*/10 * * * *',
    async run(task) {
      const { id } = (task.input ?? {}) as { id?: string }
      const ids = id === undefined ? await unfinishedRecomputations(house.pool) : [id]
      for (const each of ids) await carryOn(house, each, { ...task, saved: id === undefined ? null : task.saved })
      return { ids }
    },
  }
}

/** Does what the re-computation waits for: its preview, or its application. Doing it twice does nothing. */
export async function carryOn(house: Works, id: string, task: Work): Promise<void> {
  const state = await findRecomputation(house.pool, id)
  if (state?.stage === 'asked') await tell(house, id, { type: 'preview', effects: await preview(house, state, task) })
  if (state?.stage === 'ordered') await tell(house, id, { type: 'finish', result: await apply(house, state, task) })
}

/** What the change would do to the clocks of every open case. Writes nothing. */
export async function preview(house: Works, asked: RecomputationState, task: Work): Promise<Effects> {
  let effects = NO_EFFECTS
  if (asked.scope === 'new-cases') return effects
  const scene = await sceneOf(house, asked)
  let seen = 0
  const total = await countOpenCases(house.pool, modulesOf(scene))
  for (const rules of scene.rules) {
    for await (const page of pagesOf(house, rules, '')) {
      task.signal.throwIfAborted()
      for (const each of page) {
        const found = regimesFor(each, rules.clocks, scene)
        if (found) effects = plus(effects, { module: rules.module, id: each.id, number: each.number }, found.effect())
      }
      seen += page.length
      await task.report({ progress: seen, total })
    }
  }
  return effects
}

interface Place {
  readonly module: string
  readonly after: string
  readonly seen: number
}

/** Gives every case that the change concerns the command to keep it. Goes on where a killed run stood. */
async function apply(house: Works, ordered: RecomputationState, task: Work) {
  const requestId = recomputationCase(ordered.id)
  const scene = await sceneOf(house, ordered)
  const modules = modulesOf(scene)
  let unlawful = 0
  if (ordered.scope === 'open-cases') {
    const saved = task.saved as Place | null
    const total = await countOpenCases(house.pool, modules)
    let seen = saved?.seen ?? 0
    const first = saved ? modules.indexOf(saved.module) : 0
    for (const rules of scene.rules.slice(first)) {
      for await (const page of pagesOf(house, rules, saved?.module === rules.module ? saved.after : '')) {
        task.signal.throwIfAborted()
        await atOnce(page, async each => {
          const found = regimesFor(each, rules.clocks, scene)
          if (!found) return
          const command = rules.clocks.adoption({ regimes: found.regimes, run: ordered.id })
          const outcome = await house.door.handle({
            module: rules.module,
            caseId: each.id,
            command,
            actor: RULEBOOK,
            requestId,
          })
          if (!outcome.ok) unlawful += 1
        })
        seen += page.length
        const last = page.at(-1)
        if (last) await task.report({ progress: seen, total, saved: { module: rules.module, after: last.id, seen } })
      }
    }
  }
  // Counted from the facts: a run that was killed in the middle counts as one with the run that ended it.
  const { cases, listed } = await countCarriedOut(house.pool, { modules, requestId, list: 'notSent' })
  return { applied: cases, unlawful, notSent: listed }
}

interface WithClocks extends AnyRules {
  readonly clocks: Clocked<unknown, Named>
}

interface Scene {
  readonly rulebook: Rulebook
  readonly reach: Reach
  readonly rules: readonly WithClocks[]
  readonly now: ReturnType<House['clock']['now']>
}

async function sceneOf(house: Works, { subject }: RecomputationState): Promise<Scene> {
  const published = await house.answers.rulebook()
  const text = findText(subject, await textsIn(house.pool))
  const rulebook = text && text.status !== 'withdrawn' ? withText(published, text) : published
  const rules = house.door.modules.map(house.door.rulesOf).filter(each => each.clocks !== undefined) as WithClocks[]
  return { rulebook, reach: reachOf(subject, rulebook), rules, now: house.clock.now() }
}

function modulesOf(scene: Scene): string[] {
  return scene.rules.map(each => each.module)
}

/** What a case would keep and what that would do to it; null when the change does not concern it. */
function regimesFor({ state }: OpenCase, clocks: Clocked<unknown, Named>, { rulebook, reach, now }: Scene) {
  const kept = clocks.regimesOf(state)
  const regimes = kept && reach.regimesAfter(kept)
  if (!regimes) return null
  const before = clocks.clocksOf(state, { now, rulebook })
  if (!reach.concerns(before)) return null
  return {
    regimes,
    effect() {
      const after = clocks.clocksUnder(state, regimes, { now, rulebook })
      return isRefusal(after) ? null : effectOn(before, after)
    },
  }
}

async function* pagesOf(house: Works, rules: AnyRules, from: string): AsyncGenerator<readonly OpenCase[]> {
  let after = from
  for (;;) {
    const page = await openCasesAfter(house.pool, rules, after)
    yield page
    if (isLastPage(page)) return
    after = page.at(-1)?.id ?? after
  }
}

// The door writes one case at a time; a few at once keep the database busy without crowding out the people at work.
const HANDS = 4

async function atOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items[Symbol.iterator]()
  const hand = async () => {
    for (const item of left) await work(item)
  }
  await Promise.all(Array.from({ length: HANDS }, hand))
}

async function tell(house: Works, id: string, command: RulebookCommand): Promise<void> {
  const outcome = await house.door.handle({
    module: 'rulebook',
    caseId: recomputationCase(id),
    command,
    actor: RULEBOOK,
  })
  if (!outcome.ok) throw new Error(`re-computation ${id}: ${outcome.refusal.key}`)
}
