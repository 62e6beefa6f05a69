// A rehearsal: organisation and scripts played through the pure rules in memory, without database, keys or network.

import { type Actor, signatureOf, TIMER } from '../kernel/actor.ts'
import { CURRENT_EDITIONS } from '../kernel/calendar-editions.ts'
import type { Recorded } from '../kernel/module.ts'
import type { Organisation } from '../kernel/organisation.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { dayOf, type Instant } from '../kernel/time.ts'
import type { Answers } from '../modules/complaints/rules/answers.ts'
import type { Command, Complaint, Fact } from '../modules/complaints/rules/complaint.ts'
import { bodies, type Noun, registration } from '../modules/complaints/rules/contract.ts'
import { RULE_PACKS } from '../modules/complaints/rules/policy.ts'
import { complaintRules } from '../modules/complaints/rules/rules.ts'
import { FOUNDING } from '../modules/identity/rules/authority.ts'
import { type IdentityState, rules as identityRules } from '../modules/identity/rules/identity.ts'
import { organisationOn } from '../modules/identity/rules/organisation.ts'
import type { Outcome } from '../platform/door.ts'
import { sealBody } from '../platform/seal-body.ts'
import { speakerOf } from './build.ts'
import { organisationSteps } from './organisation.ts'
import { type Played, play, type Stage } from './play.ts'
import type { Script } from './plot.ts'

/** The demonstration bank's people and units as the rules make them. Throws when a step is refused. */
export function rehearseOrganisation(now: Instant): Organisation {
  const states = new Map<string, IdentityState>()
  const day = dayOf(now)
  for (const { caseId, command } of organisationSteps(now)) {
    const state = states.get(caseId) ?? null
    const answers = { organisation: organisationOn([...states.values()], day) }
    const decided = identityRules.decide(state, command, { now, actor: FOUNDING, number: null, answers })
    if (isRefusal(decided)) throw new Error(`${caseId} ${command.type}: ${decided.key}`)
    let next = state
    for (const fact of decided)
      next = identityRules.evolve(next, { ...fact, at: now, by: 'program:xiaobao', version: 1 })
    if (next) states.set(caseId, next)
  }
  return organisationOn([...states.values()], day)
}

/** Plays all scripts, the merged ones while the case they join is still new. */
export async function rehearse(scripts: readonly Script[], now: Instant): Promise<Map<string, Played>> {
  const states = new Map<string, Complaint>()
  const stage = stageOf(rehearseOrganisation(now), states)
  const played = new Map<string, Played>()
  for (const script of scripts) {
    const [first] = script.steps
    if (!first) continue
    const outcome = await stage.give(script, first, 0, null)
    if (!outcome.ok) throw new Error(`${script.plan}: ${JSON.stringify(outcome.refusal)}`)
  }
  for (const script of scripts.toSorted((a, b) => Number(b.into !== null) - Number(a.into !== null))) {
    played.set(script.id, await play(stage, script, { first: 1, state: states.get(script.id) ?? null, now }))
  }
  return played
}

function stageOf(organisation: Organisation, states: Map<string, Complaint>): Stage {
  const rulebook = { packs: RULE_PACKS, calendars: Object.values(CURRENT_EDITIONS) }
  let numbers = 0
  const answersTo = (command: Command | null): Answers => {
    const into = command?.type === 'merger' ? states.get(command.into) : undefined
    const target = into ? { id: into.id, status: into.status, people: into.parties.map(party => party.person) } : null
    return { organisation, ...rulebook, target }
  }
  const handle = (caseId: string, command: Command, actor: Actor, now: Instant): Outcome => {
    let state = states.get(caseId) ?? null
    if (state === null) numbers += 1
    const number = state === null ? numbers : null
    const decided = complaintRules.decide(state, command, { now, actor, number, answers: answersTo(command) })
    if (isRefusal(decided)) return { ok: false, refusal: decided }
    const facts: Recorded<Fact>[] = []
    for (const fact of decided) {
      const recorded = { ...fact, at: now, by: signatureOf(actor), version: (state?.version ?? 0) + 1 }
      state = complaintRules.evolve(state, recorded)
      facts.push(recorded)
    }
    if (state) states.set(caseId, state)
    return { ok: true, version: state?.version ?? 0, state, facts, replayed: false }
  }
  return {
    give: async (script, step) =>
      handle(script.id, commandOf(script.id, step.noun, step.body), speakerOf(script, step), step.at),
    ring: async (script, alarm, at) => handle(script.id, complaintRules.ring(alarm.key, alarm.at), TIMER, at),
    alarms: (state, now) => complaintRules.alarms(state, { now, answers: answersTo(null) }),
  }
}

// Nothing is kept, so nothing is hidden: the mask shows the text, and people are told apart by their numbers.
function commandOf(id: string, noun: 'registration' | Noun, body: unknown): Command {
  const schema = noun === 'registration' ? registration : bodies[noun]
  const parsed = schema.parse(body)
  const pen = { personId: 'v-rehearsal', seal: (text: string) => text, toKeep: null }
  const sealed = sealBody(schema, parsed, { penAt: () => pen, mask: text => text }) as Record<string, unknown>
  if (noun !== 'registration') return { type: noun, ...sealed } as Command
  const parties = registration.parse(body).parties.map((party, index) => ({
    ...(sealed.parties as object[])[index],
    person: `v-${party.identityNumber ?? party.phone ?? `${id}-${index}`}`,
  }))
  return { type: 'registration', id, ...sealed, parties } as unknown as Command
}
