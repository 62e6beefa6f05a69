// The decision: the chart says whether and by whom, then the one rule of the command says what happens.

import { findTransition } from '../../../kernel/chart.ts'
import type { Context } from '../../../kernel/module.ts'
import { forbid, isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import type { Wording } from '../../../kernel/words.ts'
import { adopt } from './adoption.ts'
import type { Answers } from './answers.ts'
import { chart } from './chart.ts'
import { ring } from './clocks.ts'
import type { Command, CommandOf, CommandType, Complaint, Fact } from './complaint.ts'
import * as conclusion from './decide-decision.ts'
import * as handling from './decide-handling.ts'
import * as intake from './decide-intake.ts'
import { enterHistory, register } from './decide-registration.ts'
import type { Decided, Decider, Scene } from './scene.ts'
import { isOneOf, mayRegister } from './who.ts'
import { STATE_WORDS } from './words.ts'
import { ACT_WORDS } from './words-act.ts'

/** What happened, or why not. A command that the chart does not allow in this state is refused before anything is looked at. */
export function decide(
  state: Complaint | null,
  command: Command,
  context: Context<Answers>,
): readonly Fact[] | Refusal {
  const row = findTransition(chart, { state: state?.status ?? null, command: command.type })
  if (isRefusal(row)) return { ...row, wording: outOfState(state, command.type) }
  if (state === null) {
    if (!mayRegister(row.by, context.actor)) return forbid('not-for-you', { command: command.type })
    if (command.type === 'registration') return register(command, context)
    return command.type === 'history' ? enterHistory(command, context) : forbid('not-for-you')
  }
  const scene: Scene = { ...context, complaint: state }
  if (!isOneOf(row.by, { actor: context.actor, complaint: state, answers: context.answers })) {
    return forbid('not-for-you', { command: command.type })
  }
  return decided(command, scene)
}

// In words, because an officer knows the states and the acts by their names.
function outOfState(state: Complaint | null, command: CommandType): Wording {
  const status = state ? STATE_WORDS[state.status] : { zh: '尚未登记', en: 'not registered yet' }
  const act = (ACT_WORDS as Partial<Record<CommandType, Wording>>)[command] ?? { zh: command, en: command }
  return {
    zh: `本件“${status.zh}”，不能进行“${act.zh}”。`,
    en: `The case is “${status.en}”; “${act.en}” is not possible in this state.`,
  }
}

type Later = Exclude<CommandType, 'registration' | 'history'>

const deciders: { readonly [T in Later]: Decider<T> } = {
  claim: intake.claim,
  'supplement-request': intake.supplementRequest,
  supplement: intake.supplement,
  declination: intake.declination,
  'declination-approval': intake.declinationApproval,
  'declination-refusal': intake.declinationRefusal,
  reclassification: intake.reclassification,
  'reclassification-approval': intake.reclassificationApproval,
  'reclassification-refusal': intake.reclassificationRefusal,
  merger: intake.merger,
  'new-facts': intake.newFacts,
  withdrawal: intake.withdrawal,
  assignment: intake.assignment,
  handover: intake.handover,
  acceptance: intake.acceptance,
  return: intake.returning,
  flagging: intake.flagging,
  'regulator-number': intake.regulatorNumber,
  'regulator-reply': intake.regulatorReply,
  evidence: intake.evidence,
  archive: intake.archive,
  note: handling.note,
  contact: handling.contact,
  investigation: handling.investigation,
  negotiation: handling.negotiation,
  extension: handling.extension,
  'extension-approval': handling.extensionApproval,
  'extension-refusal': handling.extensionRefusal,
  'extension-notice': handling.extensionNotice,
  appraisal: handling.appraisal,
  'appraisal-end': handling.appraisalEnd,
  mediation: handling.mediation,
  'mediation-end': handling.mediationEnd,
  correction: handling.correction,
  'correction-approval': handling.correctionApproval,
  'correction-refusal': handling.correctionRefusal,
  decision: conclusion.decision,
  approval: conclusion.approval,
  'approval-refusal': conclusion.approvalRefusal,
  notice: conclusion.notice,
  'call-back': conclusion.callBack,
  recheck: conclusion.recheck,
  'recheck-decision': conclusion.recheckDecision,
  redo: conclusion.redo,
  closure: conclusion.closure,
  rectification: conclusion.rectification,
  'rectification-verification': conclusion.rectificationVerification,
  reopening: conclusion.reopening,
  alarm: (command, scene) => ring(command.key, scene),
  'policy-adoption': adopt,
}

// The table pairs each command with its own rule; the pairing itself is beyond what the compiler can follow.
function decided(command: Command, scene: Scene): Decided {
  const decider = deciders[command.type as Later] as Decider<CommandType>
  return decider(command as CommandOf<CommandType>, scene)
}
