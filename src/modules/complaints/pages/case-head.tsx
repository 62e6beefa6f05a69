// The head of a case: number and title, the stages along the top, the next action and a menu of all the others.

import { ArrowLeftOutlined, CopyOutlined, DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { fill, type Language } from '../../../kernel/words.ts'
import { KeyHint } from '../../../ui/keys.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useSession } from '../../../ui/session.tsx'
import type { Noun } from '../rules/contract.ts'
import { FLAG_WORDS, STATE_WORDS } from '../rules/words.ts'
import { ACT_WORDS } from '../rules/words-act.ts'
import { CASE_WORDS } from '../rules/words-case.ts'
import type { Allowed, CaseView } from './answers.ts'
import { findHindrance, GROUPS, STAGES } from './case-actions.ts'

export function CaseTitle({ of }: { of: CaseView }) {
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const { message } = App.useApp()
  const copy = () =>
    navigator.clipboard.writeText(of.number).then(() => message.success(say('copied', { text: of.number })))
  return (
    <span className="case-title">
      <span className="number">{of.number}</span>
      <button type="button" className="eye" aria-label={say('copy')} title={say('copy')} onClick={copy}>
        <CopyOutlined />
      </button>
      <span className="case-name">{of.title}</span>
      {of.flags.map(flag => (
        <span key={flag} className="mark-word">
          {fill(FLAG_WORDS[flag], language)}
        </span>
      ))}
    </span>
  )
}

/** Where the case stands. A state that is not a stage (in mediation, withdrawn) stands as a word at its stage, or at the end. */
export function Stages({ of }: { of: CaseView }) {
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const own = stageOf(of)
  return (
    <span className="stages">
      <span className="for-ears">{say('stages')}</span>
      {STAGES.map((stage, index) => {
        const here = index === own.index
        const name = fill(here ? STATE_WORDS[of.state] : stage.words, language)
        return (
          <span
            key={stage.words.en}
            className="stage"
            data-at={here ? 'here' : index < own.index ? 'past' : 'ahead'}
            aria-current={here ? 'step' : undefined}
          >
            {name}
          </span>
        )
      })}
      {own.index < 0 && (
        <span className="stage" data-at="here" aria-current="step">
          {fill(STATE_WORDS[of.state], language)}
        </span>
      )}
    </span>
  )
}

function stageOf(of: CaseView): { index: number } {
  return { index: STAGES.findIndex(stage => stage.states.includes(of.state)) }
}

export function CaseActions(props: {
  of: CaseView
  primary: Noun | null
  begin: (noun: Noun, next?: boolean) => void
  back: () => void
}) {
  const { of, primary } = props
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const me = useSession().person.id
  const items = menuOf(of, me, language)
  return (
    <>
      <Button
        icon={<ArrowLeftOutlined />}
        aria-label={say('list')}
        title={say('aside', { text: say('list'), note: 'U' })}
        onClick={props.back}
      />
      <Dropdown
        trigger={['click']}
        classNames={{ root: 'act-menu' }}
        menu={{ items, onClick: ({ key }) => props.begin(key as Noun) }}
      >
        <Button>
          {say('more')} <DownOutlined />
        </Button>
      </Dropdown>
      {primary && (
        <Button type="primary" onClick={() => props.begin(primary)}>
          {fill(ACT_WORDS[primary], language)} <KeyHint code="KeyE" />
        </Button>
      )}
    </>
  )
}

/** Why an action is refused; where the server gives only the rule's key, that it belongs to another post. */
function reasonOf(answer: Allowed, of: CaseView, me: string, language: Language): string | null {
  if (!answer.ok) return /^[a-z-]+$/.test(answer.reason) ? fill(CASE_WORDS.notForYou, language) : answer.reason
  const hindrance = findHindrance(answer.noun, of, me)
  return hindrance === null || hindrance === 'nothing' ? null : fill(CASE_WORDS[hindrance], language)
}

// What the composer does (note, contact, evidence) is not repeated in the menu; what is refused stands there with its reason.
function menuOf(of: CaseView, me: string, language: Language): NonNullable<MenuProps['items']> {
  const answers = new Map(of.allowed.map(each => [each.noun, each]))
  return GROUPS.flatMap(group => {
    const lines = group.nouns.flatMap(noun => {
      const answer = answers.get(noun)
      if (!answer || findHindrance(noun, of, me) === 'nothing') return []
      return [{ noun, reason: reasonOf(answer, of, me, language) }]
    })
    lines.sort((one, other) => Number(one.reason !== null) - Number(other.reason !== null))
    const children = lines.map(({ noun, reason }) => ({
      key: noun,
      label: <Line noun={noun} reason={reason} />,
      disabled: reason !== null,
    }))
    return children.length === 0
      ? []
      : [{ type: 'group' as const, key: group.words.en, label: fill(group.words, language), children }]
  })
}

function Line(props: { noun: Noun; reason: string | null }) {
  const language = useLanguage()
  return (
    <span className="act-menu-line">
      {fill(ACT_WORDS[props.noun], language)}
      {props.reason !== null && <small>{props.reason}</small>}
    </span>
  )
}
