// The complaint's way into the vault: who is spoken of, under whose key it is sealed, what may be seen of it.

import {
  maskAccount,
  maskAddress,
  maskEmail,
  maskIdentity,
  maskName,
  maskPhone,
  maskText,
} from '../../../kernel/masking.ts'
import type { SealedBody } from '../../../kernel/sealed.ts'
import type { Instant } from '../../../kernel/time.ts'
import { sealBody } from '../../../platform/seal-body.ts'
import type { NewPerson, Pen, Vault } from '../../../platform/vault.ts'
import type { Complaint, Party, SealedRegistration } from '../rules/complaint.ts'
import { type Body, bodies, type Noun, type Registration, registration } from '../rules/contract.ts'

const MASKS: Readonly<Record<string, (text: string) => string>> = {
  name: maskName,
  phone: maskPhone,
  identityNumber: maskIdentity,
  account: maskAccount,
  email: maskEmail,
  address: maskAddress,
}

/** A registration as the door may see it, with the keys of people met for the first time. */
export async function sealRegistration(
  vault: Vault,
  body: Registration,
  now: Instant,
): Promise<{ sealed: SealedRegistration; people: NewPerson[] }> {
  const pens = await Promise.all(
    body.parties.map(party =>
      vault.penFor(
        {
          ...(party.identityNumber && { identity: party.identityNumber }),
          ...(party.phone && { phone: party.phone }),
          ...(party.account && { account: party.account }),
        },
        now,
      ),
    ),
  )
  const main = pens[mainParty(body.parties)]
  if (!main) throw new RangeError('a registration has at least one party')
  const known = body.parties.map(party => party.name).filter(name => name !== undefined)
  const sealed = sealBody(registration, body, {
    penAt: path => (path[0] === 'parties' ? (pens[Number(path[1])] ?? main) : main),
    mask: (text, path) => maskAt(text, path, known),
  }) as SealedRegistration
  const parties = sealed.parties.map((party, index) => ({ ...party, person: pens[index]?.personId ?? main.personId }))
  return { sealed: { ...sealed, parties }, people: newPeople(pens) }
}

/** Any later body of a complaint, sealed under its complainant's key. Throws when the complainant was erased. */
export async function sealWords<N extends Noun>(
  vault: Vault,
  complaint: Pick<Complaint, 'parties'>,
  noun: N,
  body: Body<N>,
): Promise<SealedBody<Body<N>>> {
  const party = complaint.parties[mainParty(complaint.parties)]
  const pen = party ? await vault.penOf(party.person) : null
  if (!pen) throw new RangeError('the key of this complainant is gone')
  const known = await namesOf(vault, complaint.parties)
  return sealBody(bodies[noun], body, {
    penAt: () => pen,
    mask: (text, path) => maskAt(text, path, known),
  }) as SealedBody<Body<N>>
}

// Whose key seals the free text: the first complainant, else whoever is named first.
function mainParty(parties: readonly { role: string }[]): number {
  return Math.max(
    0,
    parties.findIndex(party => party.role === 'complainant'),
  )
}

function maskAt(text: string, path: readonly string[], known: readonly string[]): string {
  const member = path.at(-1) ?? ''
  const personal = path[0] === 'parties' || path[0] === 'name'
  return (personal && MASKS[member]?.(text)) || maskText(text, known)
}

// Names are opened inside the house only, to be masked in what is written next; nobody sees them.
async function namesOf(vault: Vault, parties: readonly Party[]): Promise<string[]> {
  const names = await Promise.all(parties.map(party => party.name && vault.reveal(party.person, party.name.sealed)))
  return names.filter(name => name !== null)
}

function newPeople(pens: readonly Pen[]): NewPerson[] {
  return pens.flatMap(pen => (pen.toKeep ? [pen.toKeep] : []))
}
