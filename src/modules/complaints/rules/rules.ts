// The complaint's rules as the door calls them.

import type { Rules } from '../../../kernel/module.ts'
import type { Answers } from './answers.ts'
import { alarmsOf } from './clocks.ts'
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
}
