// The beginning of an organisation: a head office where there is none, and the first person who may let others in.

import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { dayOf, getDay } from '../../../kernel/time.ts'
import type { House } from '../../../platform/department.ts'
import type { Door } from '../../../platform/door.ts'
import { passwordFault } from '../../../platform/password.ts'
import type { SignIn } from '../../../platform/sign-in.ts'
import { FOUNDING, HEAD_OFFICE } from '../rules/authority.ts'
import { type PersonCommand, personCase, personOf } from '../rules/person.ts'
import { type UnitCommand, unitCase } from '../rules/unit.ts'

// Before the first case that an import may bring.
const LONG_AGO = getDay('2000-01-01')

/** Opens the head office `HO` in a bank without units; does nothing where there is one. */
export async function ensureDefaultOrganisation(house: Pick<House, 'door' | 'answers'>): Promise<void> {
  const { units } = await house.answers.organisation()
  if (units.length > 0) return
  const command: UnitCommand = {
    type: 'open-unit',
    path: HEAD_OFFICE,
    name: { zh: '总行', en: 'Head Office' },
    kind: 'head-office',
    from: LONG_AGO,
  }
  const outcome = await founded(house.door, unitCase(HEAD_OFFICE), command)
  house.answers.organisationChanged()
  // Another process may have been first.
  if (!outcome.ok && outcome.refusal.key !== 'unit-exists') throw new Error(`no head office: ${outcome.refusal.key}`)
}

/**
 * Spends the one-time link on the first administrator of the head office, and tells the person's id.
 * Refusals: link-spent, account-taken, and the rules of passwords.
 */
export async function createFirstAdministrator(
  house: Pick<House, 'door' | 'answers' | 'clock'>,
  signIn: SignIn,
  wish: { secret: string; account: string; name: string; password: string; language: 'zh-CN' | 'en' },
): Promise<{ person: string } | Refusal> {
  const { secret, account, name, password, language } = wish
  const fault = passwordFault('password', { account, next: password })
  if (fault) return fault
  const spent = await signIn.spendFirstAdministratorLink(secret)
  if (spent) return spent
  await ensureDefaultOrganisation(house)
  const { people } = await house.answers.organisation()
  if (people.some(person => person.isInService && person.posts.some(post => post.role === 'admin'))) {
    return refuse('link-spent')
  }
  const from = dayOf(house.clock.now())
  const command: PersonCommand = {
    type: 'hire',
    account,
    name,
    isProgram: false,
    language,
    from,
    posts: [{ role: 'admin', unit: HEAD_OFFICE, main: true, from, to: null }],
  }
  const outcome = await founded(house.door, personCase(personOf(account)), command)
  house.answers.organisationChanged()
  if (!outcome.ok) {
    await signIn.restoreFirstAdministratorLink()
    return outcome.refusal
  }
  await signIn.setPassword(personOf(account), { account, password, mustChange: false })
  return { person: personOf(account) }
}

function founded(door: Door, caseId: string, command: UnitCommand | PersonCommand) {
  return door.handle({ module: 'identity', caseId, command, actor: FOUNDING })
}
