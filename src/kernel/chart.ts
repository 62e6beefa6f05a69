// A chart says which command leads from which state to which, and who may give it; everything else is refused.

import type { Refusal } from './refusal.ts'
import { refuse } from './refusal.ts'

/** One row of a chart. `to: 'same'` keeps the state; `'returns'` means that the fact says where to. */
export interface Transition<State extends string, Command extends string, Who extends string> {
  readonly command: Command
  /** The state names from which it may be given; `null` is "no case yet". */
  readonly from: readonly (State | null)[]
  readonly to: readonly (State | 'same')[]
  readonly by: readonly Who[]
  /** The row of the law's chart or the article it rests on. */
  readonly source: string
}

export type Chart<State extends string, Command extends string, Who extends string> = readonly Transition<
  State,
  Command,
  Who
>[]

/** The transition a command makes from a state, or the refusal that names the state and the command. */
export function findTransition<State extends string, Command extends string, Who extends string>(
  chart: Chart<State, Command, Who>,
  at: { state: State | null; command: Command },
): Transition<State, Command, Who> | Refusal {
  const row = chart.find(each => each.command === at.command && each.from.includes(at.state))
  return row ?? refuse('not-in-chart', { state: at.state ?? 'none', command: at.command })
}

/** The commands that a chart allows in a state, for the buttons of a page. */
export function commandsIn<State extends string, Command extends string, Who extends string>(
  chart: Chart<State, Command, Who>,
  state: State,
): Transition<State, Command, Who>[] {
  return chart.filter(row => row.from.includes(state))
}
