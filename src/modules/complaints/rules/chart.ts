// The chart of a complaint: which command may be given in which state, by whom, on which ground. The rest is refused.

import type { Chart } from '../../../kernel/chart.ts'
import type { CommandType } from './complaint.ts'
import { OPEN, STATUSES, type Status } from './vocabulary.ts'

/** Those who may give a command, seen from the case; who that is in person is decided in who.ts. */
export type Who =
  | 'intake' // clerk, handler or supervisor of any unit
  | 'holder' // the person who holds the case, or their stand-in
  | 'first-owner' // the person who heard it first (首问)
  | 'unit-staff' // clerk, handler or supervisor of the unit that holds the case
  | 'receiver' // the unit or person to whom a hand-over is offered
  | 'head' // supervisor over the unit that holds the case
  | 'approver' // approver or executive over the unit that holds the case
  | 'superior' // approver, supervisor or executive of a superior institution, or a senior executive of the head office
  | 'complaint-head' // the head of complaint work: supervisor over the unit that holds the case
  | 'caller' // clerk or handler who did not handle the case
  | 'archivist'
  | 'verifier' // supervisor or approver who does not own the rectification
  | 'consumer' // the complainant, identified by number and code
  | 'program' // a program with a token
  | 'import'
  | 'timer'
  | 'system' // the house itself: adoption of a new rule pack

const WORKING: readonly Status[] = ['assigned', 'investigating', 'negotiating']
const BEFORE_CLOSING: readonly Status[] = STATUSES.filter(each => !['closed', 'rectifying', 'archived'].includes(each))
const NOT_ARCHIVED: readonly Status[] = STATUSES.filter(each => each !== 'archived')
const ENDED: readonly Status[] = ['notified', 'recheck-decided', 'declined', 'withdrawn', 'merged', 'reclassified']
const STAFF: readonly Who[] = ['holder', 'first-owner', 'unit-staff', 'head']

/** Rows are numbered as in the chart of the law notes; a row without a number serves the work and changes no state. */
export const chart: Chart<Status, CommandType, Who> = [
  {
    command: 'registration',
    from: [null],
    to: ['registered'],
    by: ['intake', 'consumer', 'program', 'import'],
    source: '1',
  },
  { command: 'history', from: [null], to: ['closed'], by: ['import'], source: 'import of closed history' },

  {
    command: 'supplement-request',
    from: ['registered'],
    to: ['supplement'],
    by: ['first-owner', 'holder'],
    source: '2; No.3 Art. 13',
  },
  {
    command: 'supplement',
    from: ['supplement'],
    to: ['registered', 'assigned'],
    by: ['consumer', 'first-owner', 'holder', 'unit-staff'],
    source: '3',
  },
  { command: 'declination', from: ['registered', 'assigned'], to: ['same'], by: STAFF, source: '4; No.3 Art. 18' },
  {
    command: 'declination-approval',
    from: ['registered', 'assigned'],
    to: ['declined'],
    by: ['head'],
    source: '4; No.3 Art. 18',
  },
  { command: 'declination-refusal', from: ['registered', 'assigned'], to: ['same'], by: ['head'], source: '4' },
  { command: 'reclassification', from: ['registered'], to: ['same'], by: STAFF, source: '5; No.3 Art. 2' },
  { command: 'reclassification-approval', from: ['registered'], to: ['reclassified'], by: ['head'], source: '5' },
  { command: 'reclassification-refusal', from: ['registered'], to: ['same'], by: ['head'], source: '5' },
  {
    command: 'merger',
    from: ['registered', 'investigating'],
    to: ['merged'],
    by: ['holder', 'head'],
    source: '6; No.3 Art. 18',
  },
  { command: 'new-facts', from: OPEN, to: ['registered'], by: ['head'], source: '7; No.3 Art. 18' },
  { command: 'assignment', from: ['registered'], to: ['assigned'], by: ['head'], source: '8; No.3 Art. 17' },

  { command: 'claim', from: ['registered', ...WORKING], to: ['same'], by: ['unit-staff'], source: '首问负责' },
  { command: 'handover', from: ['registered', ...WORKING], to: ['same'], by: ['holder', 'head'], source: '8b' },
  {
    command: 'acceptance',
    from: ['registered', ...WORKING],
    to: ['assigned'],
    by: ['receiver'],
    source: '8b; No.3 Art. 17',
  },
  { command: 'return', from: ['registered', ...WORKING], to: ['same'], by: ['receiver'], source: '8b' },
  {
    command: 'investigation',
    from: ['assigned', 'negotiating'],
    to: ['investigating'],
    by: ['holder'],
    source: '9, 10',
  },
  { command: 'negotiation', from: ['investigating'], to: ['negotiating'], by: ['holder'], source: '10' },

  { command: 'extension', from: WORKING, to: ['same'], by: ['holder'], source: '11, 12; No.3 Art. 18' },
  {
    command: 'extension-approval',
    from: WORKING,
    to: ['same'],
    by: ['complaint-head', 'superior'],
    source: '11, 12; No.3 Art. 18',
  },
  { command: 'extension-refusal', from: WORKING, to: ['same'], by: ['complaint-head', 'superior'], source: '11, 12' },
  { command: 'extension-notice', from: WORKING, to: ['same'], by: ['holder'], source: '12; No.3 Art. 18' },
  { command: 'appraisal', from: WORKING, to: ['paused-appraisal'], by: ['holder'], source: '13; No.3 Art. 18' },
  { command: 'appraisal-end', from: ['paused-appraisal'], to: WORKING, by: ['holder'], source: '13' },
  { command: 'mediation', from: WORKING, to: ['paused-mediation'], by: ['holder'], source: '14; No.3 Art. 23' },
  {
    command: 'mediation-end',
    from: ['paused-mediation'],
    to: ['decision-draft', 'negotiating'],
    by: ['holder'],
    source: '14b',
  },

  {
    command: 'decision',
    from: ['investigating', 'negotiating', 'decision-draft'],
    to: ['decision-draft'],
    by: ['holder'],
    source: '15; No.3 Art. 18, 19',
  },
  { command: 'approval', from: ['decision-draft'], to: ['decision-approved'], by: ['approver'], source: '16' },
  { command: 'approval-refusal', from: ['decision-draft'], to: ['same'], by: ['approver'], source: '16' },
  { command: 'notice', from: ['decision-approved'], to: ['notified'], by: ['holder'], source: '17; No.3 Art. 21' },
  { command: 'withdrawal', from: OPEN, to: ['withdrawn'], by: ['consumer', ...STAFF], source: '18; No.3 Art. 15' },

  {
    command: 'recheck',
    from: ['notified'],
    to: ['recheck'],
    by: ['consumer', 'superior', 'first-owner', 'unit-staff'],
    source: '19; No.3 Art. 20',
  },
  {
    command: 'recheck-decision',
    from: ['recheck'],
    to: ['recheck-decided'],
    by: ['superior'],
    source: '20; No.3 Art. 20',
  },
  { command: 'redo', from: ['recheck-decided'], to: ['assigned'], by: ['superior'], source: '21' },
  { command: 'closure', from: ENDED, to: ['closed'], by: ['holder', 'head'], source: '22' },
  {
    command: 'rectification',
    from: ['closed'],
    to: ['rectifying'],
    by: ['head', 'complaint-head'],
    source: '23; No.3 Art. 26',
  },
  { command: 'rectification-verification', from: ['rectifying'], to: ['closed'], by: ['verifier'], source: '24' },
  { command: 'archive', from: ['closed'], to: ['archived'], by: ['archivist'], source: '25; No.3 Art. 28' },
  { command: 'reopening', from: ['closed', 'archived'], to: ['registered'], by: ['complaint-head'], source: '26' },

  {
    command: 'note',
    from: NOT_ARCHIVED,
    to: ['same'],
    by: [...STAFF, 'receiver', 'approver', 'superior'],
    source: 'case file',
  },
  {
    command: 'contact',
    from: BEFORE_CLOSING,
    to: ['same'],
    by: ['holder', 'first-owner', 'unit-staff'],
    source: 'C09',
  },
  {
    command: 'evidence',
    from: NOT_ARCHIVED,
    to: ['same'],
    by: [...STAFF, 'consumer', 'approver', 'superior'],
    source: 'No.3 Art. 28',
  },
  { command: 'flagging', from: NOT_ARCHIVED, to: ['same'], by: STAFF, source: 'overlay' },
  { command: 'regulator-number', from: NOT_ARCHIVED, to: ['same'], by: STAFF, source: 'No.3 Art. 33; No.5 Art. 43' },
  { command: 'regulator-reply', from: NOT_ARCHIVED, to: ['same'], by: ['holder', 'head'], source: 'No.5 Art. 44' },
  { command: 'correction', from: NOT_ARCHIVED, to: ['same'], by: STAFF, source: 'mistyped facts' },
  {
    command: 'correction-approval',
    from: NOT_ARCHIVED,
    to: ['same'],
    by: ['head', 'complaint-head'],
    source: 'mistyped facts',
  },
  {
    command: 'correction-refusal',
    from: NOT_ARCHIVED,
    to: ['same'],
    by: ['head', 'complaint-head'],
    source: 'mistyped facts',
  },
  {
    command: 'call-back',
    from: ['notified', 'recheck-decided', 'closed'],
    to: ['same'],
    by: ['caller'],
    source: '回访',
  },

  { command: 'alarm', from: STATUSES, to: [...STATUSES], by: ['timer'], source: 'clock' },
  { command: 'policy-adoption', from: STATUSES, to: ['same'], by: ['system'], source: 're-computation' },
]
