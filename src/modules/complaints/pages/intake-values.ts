// The intake form's values and the registration they become.

import type { Day, Instant } from '../../../kernel/time.ts'
import type { Channel, Matter, PartyRole } from '../rules/vocabulary.ts'

export interface PartyValues {
  readonly role: PartyRole
  readonly kind?: 'person' | 'organisation'
  readonly name?: string
  readonly phone?: string
  readonly identityNumber?: string
  readonly account?: string
  readonly email?: string
  readonly address?: string
  readonly authority?: string
  readonly birthYear?: number
}

export interface IntakeValues {
  readonly channel: Channel
  readonly matterType: Matter
  readonly happenedAt?: Instant | null
  readonly spokeAt?: Instant | null
  readonly receivedAt?: Instant | null
  readonly parties: readonly PartyValues[]
  readonly requests: readonly { readonly text: string; readonly amount?: number | null }[]
  readonly text: string
  readonly product?: string
  readonly amount?: number | null
  readonly people?: readonly string[]
  readonly units?: readonly string[]
  readonly complainants?: number | null
  readonly jointFaceToFace?: boolean
  readonly vulnerable?: readonly string[]
  readonly outsideNumbers?: readonly {
    readonly body: string
    readonly number: string
    readonly receivedAt?: Instant | null
    readonly replyDueOn?: Day | null
  }[]
  readonly told?: string
}

export const FIRST_VALUES: Partial<IntakeValues> = {
  channel: 'hotline',
  matterType: 'complaint',
  parties: [{ role: 'complainant', kind: 'person' }],
  requests: [{ text: '' }],
  complainants: 1,
}

/** Channels whose transfers carry a number of their own. */
export const TRANSFERS: Readonly<Partial<Record<Channel, string>>> = {
  'nfra-12378': 'nfra',
  'pbc-12363': 'pbc',
  'government-12345': 'government',
  'petition-office': 'petition-office',
}

/** The body of `POST /api/complaints`: empty members left out, yuan in minor units. */
export function registrationOf(values: IntakeValues): Record<string, unknown> {
  const { amount, people = [], units = [], requests, complainants, ...rest } = values
  return filled({
    ...rest,
    parties: values.parties.map(filled),
    requests: requests.map(request => filled({ text: request.text, amountMinor: minorOf(request.amount) })),
    outsideNumbers: (values.outsideNumbers ?? []).map(filled),
    amountMinor: minorOf(amount),
    complainants: complainants ?? 1,
    respondents: people.length + units.length > 0 ? { people, units } : undefined,
  })
}

function minorOf(yuan: number | null | undefined): number | undefined {
  return yuan === null || yuan === undefined ? undefined : Math.round(yuan * 100)
}

function filled(values: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === ''),
    ),
  )
}
