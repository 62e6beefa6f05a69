// A consumer's filing on its way to the door: the plain body becomes a registration, sealed, under an id made from its key.

import { createHash } from 'node:crypto'
import { canonical } from '../../../kernel/canonical.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Day, findDay, startOf } from '../../../kernel/time.ts'
import type { House } from '../../../platform/department.ts'
import { clocksOf } from '../rules/clocks.ts'
import type { Complaint } from '../rules/complaint.ts'
import { type Registration, registration } from '../rules/contract.ts'
import type { Filed, PublicFiling } from '../rules/contract-public.ts'
import { answerClock } from '../rules/progress.ts'
import { gatherAnswers } from './gather.ts'
import { findPublication } from './publication.ts'
import { sealRegistration } from './sealing.ts'
import { consumerOf, type Tracking } from './tracking.ts'

/**
 * Registers a filing once per key: a retry gets the same number and code, the key with another body is refused (409).
 * The code's row follows the door's yes, and a retry writes it where a crash came between.
 */
export async function fileOnce(
  house: House,
  tracking: Tracking,
  filing: { body: PublicFiling; key: string },
): Promise<Filed | Refusal> {
  const { body, key } = filing
  const now = house.clock.now()
  const caseId = `c-${createHash('sha256').update(`public\n${key}`).digest('hex').slice(0, 24)}`
  const published = await findPublication(house.pool)
  const filed = registrationOf(body, published?.unit ?? null)
  const { sealed, people } = await sealRegistration(house.vault, filed, now)
  const outcome = await house.door.handle({
    module: 'complaints',
    caseId,
    command: { type: 'registration', id: caseId, ...sealed, spokeAt: now } as { type: string },
    actor: consumerOf(caseId),
    people,
    requestId: `filing:${key}`,
    requestDigest: house.vault.digest(canonical(body)),
  })
  if (!outcome.ok) return outcome.refusal
  const complaint = outcome.state as Complaint
  const answers = await gatherAnswers(house, null)
  // The door took its own instant, later than the one above.
  const clock = answerClock(clocksOf(complaint, house.clock.now(), answers))
  if (clock === null) throw new RangeError('a complaint without a clock for its answer')
  return { number: complaint.number, code: await tracking.issue(caseId, key), answerBy: clock.dueOn }
}

function registrationOf(body: PublicFiling, unit: string | null): Registration {
  const { identityNumber, happenedOn, product } = body
  const day: Day | null = happenedOn === undefined ? null : findDay(happenedOn)
  return registration.parse({
    channel: 'web',
    parties: partiesOf(body, { name: body.name, phone: body.phone, ...(identityNumber && { identityNumber }) }),
    requests: typeof body.request === 'string' ? [body.request] : body.request,
    text: body.text,
    ...(product && { product }),
    ...(unit && { unit }),
    ...(day && { happenedAt: startOf(day) }),
    vulnerable: body.vulnerable,
    ...(body.largeType && { told: '消费者使用大字页面，书面答复请用大字。' }),
  })
}

// No.3 Art. 14: whoever files for another is a party of their own; the complainant is the one they file for.
function partiesOf(body: PublicFiling, filer: { name: string; phone: string; identityNumber?: string }) {
  if (body.filer === 'self') return [{ role: 'complainant', ...filer }]
  const authority = body.filer === 'agent' ? '网上提交，待出示委托书原件' : '网上提交，待出示继承证明'
  return [
    { role: 'complainant', ...(body.forName && { name: body.forName }) },
    { role: body.filer, ...filer, authority },
  ]
}
