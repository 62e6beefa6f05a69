// The seven steps of a case: which were taken in its contacts, and for each what it is for and how to begin.

import { CheckOutlined } from '@ant-design/icons'
import { fill } from '../../../kernel/words.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { Panel } from '../../../ui/page.tsx'
import { STEPS } from '../rules/vocabulary.ts'
import { CASE_WORDS } from '../rules/words-case.ts'
import { STEP_WORDS } from '../rules/words-step.ts'

export function Seven(props: { taken: readonly string[] }) {
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const count = STEPS.filter(step => props.taken.includes(step)).length
  return (
    <Panel title={say('sevenSteps')} actions={<span className="quiet">{say('stepsDone', { n: count })}</span>}>
      <ol className="seven">
        {STEPS.map(step => {
          const words = STEP_WORDS[step]
          const taken = props.taken.includes(step)
          return (
            <li key={step} data-taken={taken}>
              <details>
                <summary>
                  <span className="seven-mark" aria-hidden="true">
                    {taken && <CheckOutlined />}
                  </span>
                  {fill(words.name, language)}
                </summary>
                <p>{fill(words.aim, language)}</p>
                {words.prompts.map(prompt => (
                  <q key={prompt.en}>{fill(prompt, language)}</q>
                ))}
              </details>
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
