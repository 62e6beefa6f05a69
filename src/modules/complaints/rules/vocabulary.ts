// The closed lists of the complaint: states, channels, matters, parties. One name each, from the law to the column.

/** The states of a complaint, in the order in which a case usually meets them. */
export const STATUSES = [
  'registered',
  'supplement',
  'declined',
  'reclassified',
  'assigned',
  'investigating',
  'negotiating',
  'paused-appraisal',
  'paused-mediation',
  'decision-draft',
  'decision-approved',
  'notified',
  'withdrawn',
  'merged',
  'recheck',
  'recheck-decided',
  'closed',
  'rectifying',
  'archived',
] as const
export type Status = (typeof STATUSES)[number]

/** States in which the bank still owes the consumer its decision. */
export const OPEN = [
  'registered',
  'supplement',
  'assigned',
  'investigating',
  'negotiating',
  'paused-appraisal',
  'paused-mediation',
  'decision-draft',
  'decision-approved',
] as const satisfies readonly Status[]

/** The way in which the complaint came to the bank; not the business channel in dispute (JR/T 0169 facet A). */
export const CHANNELS = [
  'hotline',
  'branch',
  'web',
  'app',
  'wechat',
  'email',
  'letter',
  'visit',
  'nfra-12378',
  'pbc-12363',
  'government-12345',
  'petition-office',
  'media',
  'other',
] as const
export type Channel = (typeof CHANNELS)[number]

/** No.3 Art. 2: a complaint has a product or service, a dispute and a claim; without them it is another matter. */
export const MATTERS = ['complaint', 'inquiry', 'suggestion', 'praise', 'report', 'petition', 'other'] as const
export type Matter = (typeof MATTERS)[number]

/** No.3 Art. 12 to 14: who speaks. At most five representatives of a group. */
export const PARTY_ROLES = ['complainant', 'agent', 'heir', 'representative'] as const
export type PartyRole = (typeof PARTY_ROLES)[number]
export const MOST_REPRESENTATIVES = 5
/** No.3 Art. 29: a joint complaint face to face of this many people is a major complaint. */
export const MAJOR_COMPLAINANTS = 20

export const TIERS = ['complex', 'special'] as const
export type Tier = (typeof TIERS)[number]

export const DECLINE_REASONS = ['not-consumer-or-agent', 'not-our-product', 'no-civil-claim', 'other'] as const
export const FINDINGS = ['upheld', 'partly-upheld', 'not-upheld'] as const
export const RELIEFS = ['money', 'correction', 'apology', 'explanation', 'none'] as const
export const REMEDIES = ['recheck', 'mediation', 'arbitration', 'litigation'] as const
export const LEVELS = ['ordinary', 'complex', 'major'] as const
export const VULNERABILITIES = ['elderly', 'disabled', 'minor'] as const
export const FLAGS = ['elderly', 'disabled', 'minor', 'major', 'litigation', 'legal-hold', 'agent-signals'] as const
export type Flag = (typeof FLAGS)[number]

/** No.3 Art. 21: how the consumer is told, and from when it counts: handed over, posted, sent, called. */
export const NOTICE_CHANNELS = ['handed-over', 'posted', 'sms', 'email', 'phone', 'agreed', 'unreachable'] as const
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number]

/** Attempts after which a consumer may be held unreachable [policy]. */
export const ATTEMPTS_BEFORE_UNREACHABLE = 3

export const CONTACT_MEDIA = ['phone', 'sms', 'email', 'letter', 'wechat', 'face-to-face'] as const
export const CONTACT_OUTCOMES = ['connected', 'sent', 'met', 'no-answer'] as const
export const EMOTIONS = ['calm', 'anxious', 'dissatisfied', 'angry', 'agitated'] as const

/** The seven steps of a handling conversation: 同理倾听 … 回馈跟踪. */
export const STEPS = ['listen', 'soothe', 'apologise', 'gather', 'propose', 'agree', 'follow-up'] as const
export type Step = (typeof STEPS)[number]

export const RETURN_REASONS = ['not-our-unit', 'facts-missing', 'recusal', 'wrong-code', 'other'] as const
export const REOPEN_GROUNDS = ['new-facts', 'order', 'own-error'] as const
export const CORRECTABLE = ['receivedAt', 'happenedAt', 'spokeAt', 'product', 'channel', 'party'] as const
export const REGULATORS = ['nfra', 'pbc', 'petition-office', 'government', 'other'] as const
