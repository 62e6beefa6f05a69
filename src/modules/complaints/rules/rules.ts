// The complaint's rules as the door calls them.

import type { Rules } from '../../../kernel/module.ts'
import type { Answers } from './answers.ts'
import { alarmsOf, clocksOf, clocksUnder } from './clocks.ts'
import type { Command, Complaint, Fact } from './complaint.ts'
import { decide } from './decide.ts'
import { deskLine } from './desk.ts'
import { evolve } from './evolve.ts'

export const complaintRules: Rules<Complaint, Command, Fact, Answers> = {
  module: 'complaints',
  table: 'complaints.complaint',
  sequence: 'complaints.number',
  ring: key => ({ type: 'alarm', key }),
  decide,
  evolve,
  desk: (state, { now, answers }) => deskLine(state, now, answers),
  alarms: (state, { now, answers }) => alarmsOf(state, now, answers),
  hears: {},
  clocks: {
    // A closed case keeps its clocks to be read, and no rule of today changes them.
    regimesOf: state => (state.closedAt === null ? state.regimes : null),
    clocksOf: (state, { now, rulebook }) => clocksOf(state, now, rulebook),
    clocksUnder,
    adoption: ({ regimes, run }) => ({ type: 'policy-adoption', regimes, run }),
  },
}
