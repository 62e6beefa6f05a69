// The seven steps of a handling conversation, each with what it is for and a sentence that helps to begin it.

import type { Wording } from '../../../kernel/words.ts'
import type { Step } from './vocabulary.ts'

export interface StepWords {
  readonly name: Wording
  /** What the step is for, in one line. */
  readonly aim: Wording
  /** Sentences to begin with; the officer says them in their own words. */
  readonly prompts: readonly Wording[]
  /** What the record of the step should hold. */
  readonly record: Wording
}

export const STEP_WORDS: Readonly<Record<Step, StepWords>> = {
  listen: {
    name: { zh: '同理倾听', en: 'Listen' },
    aim: { zh: '让对方说完，复述要点，请对方确认。', en: 'Let them finish, repeat the points, have them confirmed.' },
    prompts: [
      { zh: '您先说，我在记录，不会打断您。', en: 'Please go on. I am taking notes and will not interrupt.' },
      { zh: '我复述一下，您看是否准确：……', en: 'Let me repeat it, and tell me whether it is right: …' },
    ],
    record: { zh: '对方的原话要点，确认过的诉求', en: 'The points in their words, the requests they confirmed' },
  },
  soothe: {
    name: { zh: '情绪安抚', en: 'Soothe' },
    aim: {
      zh: '回应感受，不评判对错，说明接下来由谁负责。',
      en: 'Answer the feeling, judge nothing yet, say who is responsible now.',
    },
    prompts: [
      {
        zh: '这件事耽误了您这么久，换作是我也会着急。',
        en: 'This has cost you a long time. I would be upset as well.',
      },
      { zh: '从现在起由我负责跟进，我的工号和电话是……', en: 'From now on I am following this myself. My number is …' },
    ],
    record: { zh: '通话前后的情绪', en: 'The mood before and after' },
  },
  apologise: {
    name: { zh: '合理道歉', en: 'Apologise' },
    aim: {
      zh: '为带来的不便道歉；事实未明之前，不承认也不推卸责任。',
      en: 'Apologise for the trouble; before the facts are known, neither admit nor deny fault.',
    },
    prompts: [
      {
        zh: '给您带来不便，我们道歉。责任如何，查清后会书面答复您。',
        en: 'We are sorry for the trouble. Once the facts are clear you will have our answer in writing.',
      },
    ],
    record: { zh: '为什么事道歉', en: 'What the apology was for' },
  },
  gather: {
    name: { zh: '收集信息', en: 'Gather facts' },
    aim: {
      zh: '问时间、地点、人员、金额；本行能查到的，不向消费者要。',
      en: 'Ask when, where, who, how much; never ask for what the bank can look up.',
    },
    prompts: [
      { zh: '当时是在哪个网点，经办人员怎样说的？', en: 'At which branch was it, and what were you told there?' },
      {
        zh: '您手上有没有短信、截图或书面材料？没有也不影响办理。',
        en: 'Have you any message, screenshot or paper? It goes on without them as well.',
      },
    ],
    record: { zh: '新得到的事实，待核实的事项', en: 'New facts, points to verify' },
  },
  propose: {
    name: { zh: '提出建议', en: 'Propose' },
    aim: {
      zh: '给出可选方案、依据和时间；不越权承诺。',
      en: 'Offer choices with their grounds and dates; promise nothing beyond your authority.',
    },
    prompts: [
      {
        zh: '目前有两种处理办法，依据分别是……您更倾向哪一种？',
        en: 'There are two ways, resting on … Which would you prefer?',
      },
      { zh: '这一项需要上级审批，最迟在……之前答复您。', en: 'This one needs approval; you will hear by …' },
    ],
    record: { zh: '提出的方案，对方的回应', en: 'What was proposed, how they answered' },
  },
  agree: {
    name: { zh: '达成共识', en: 'Agree' },
    aim: {
      zh: '逐项确认：做什么、谁来做、何时完成；不同意的，告知救济途径。',
      en: 'Confirm each point: what, who, by when; where they disagree, name the remedies.',
    },
    prompts: [
      { zh: '我们确认一下：……，在……前完成，您同意吗？', en: 'Let us confirm: …, done by … Do you agree?' },
      {
        zh: '如果您不同意，可以申请核查，也可以申请调解、仲裁或者提起诉讼。',
        en: 'If you do not agree you may ask for a re-check, mediation, arbitration or go to court.',
      },
    ],
    record: { zh: '同意的事项，或分歧所在', en: 'What was agreed, or where you differ' },
  },
  'follow-up': {
    name: { zh: '回馈跟踪', en: 'Follow up' },
    aim: {
      zh: '结果落实后回访，问一问是否满意、还有什么没解决。',
      en: 'Call back when it is done: are they satisfied, is anything left?',
    },
    prompts: [
      {
        zh: '上次答应您的事项已办妥，您收到了吗？还有什么需要我们做的？',
        en: 'What we promised has been done. Has it reached you? Is there anything else?',
      },
    ],
    record: { zh: '落实情况，满意程度，遗留问题', en: 'What was done, how satisfied they are, what is left' },
  },
}
