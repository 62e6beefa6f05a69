// Who stands in a complaint of the demonstration: the complainant, an agent with authority, heirs, a group's representatives.

import { MOST_REPRESENTATIVES } from '../modules/complaints/rules/vocabulary.ts'
import type { Chance } from '../platform/clock.ts'
import { GROUP, type Occasion } from './occasion.ts'
import { dayAt } from './office-hours.ts'
import { type Consumer, inventConsumer, inventName } from './person.ts'
import type { PlainRegistration } from './plot.ts'

type Parties = PlainRegistration['parties']
type Party = Parties[number]

/** The parties of an occasion; a repeated complaint has the same people as the first. */
export function partiesOf(chance: Chance, occasion: Occasion): Parties {
  if (occasion.plan === 'group') return group(chance, occasion)
  const { consumer, situation, anonymous, identified } = occasion
  if (anonymous) return [{ role: 'complainant', phone: consumer.phone }]
  const main = partyOf(consumer, situation.id === 'deposit-heir' ? 'heir' : 'complainant', identified)
  if (consumer.kind === 'organisation' || chance.fraction() >= 0.035) return [main]
  const agent: Party = {
    role: 'agent',
    name: inventName(chance),
    phone: `1990009${String(occasion.no).padStart(4, '0')}`,
    authority: chance.pick(['授权委托书（本人签字）', '法定代理人，户口簿', '律师函及授权委托书']),
  }
  return [main, agent]
}

function group(chance: Chance, occasion: Occasion): Parties {
  const year = Number(dayAt(occasion.receivedAt).slice(0, 4))
  const people = Array.from({ length: GROUP.people }, (_, index) =>
    index === 0
      ? occasion.consumer
      : inventConsumer(chance, { branch: occasion.branch, no: 90_000 + index, year, elderly: true }),
  )
  return people.map((each, index) =>
    partyOf(each, index < MOST_REPRESENTATIVES ? 'representative' : 'complainant', true),
  )
}

function partyOf(consumer: Consumer, role: Party['role'], identified: boolean): Party {
  const { name, kind, phone, identityNumber, account, email, address, birthYear } = consumer
  return {
    role,
    kind,
    name,
    phone,
    ...(identified && identityNumber && { identityNumber }),
    account,
    ...(email && { email }),
    ...(address && { address }),
    ...(role === 'heir' && { authority: '亲属关系证明、继承公证书' }),
    ...(birthYear !== null && { birthYear }),
  }
}
