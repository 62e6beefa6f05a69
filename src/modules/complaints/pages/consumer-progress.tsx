// One complaint as its consumer may see it: what is happening, by when the bank answers, what came so far, what can be done.

import { dayOf } from '../../../kernel/time.ts'
import { fill } from '../../../kernel/words.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useNow } from '../../../ui/now.ts'
import type { Progress } from '../rules/contract-public.ts'
import { FRAME_WORDS, NOW_WORDS, STEP_WORDS, TRACK_WORDS, WAY_WORDS } from '../rules/words-consumer.ts'
import { FILING_WORDS } from '../rules/words-filing.ts'
import { daysUntil, sayDay, sayDayOf, sayMoment } from './consumer-day.ts'
import { BackLink, NoNotice, PhoneLink, Screen } from './consumer-parts.tsx'
import { AddPhotos, AddSupplement, Withdraw } from './consumer-ways.tsx'
import type { Key, No } from './consumer-wire.ts'

export function ConsumerProgress(props: {
  caseKey: Key
  progress: Progress
  /** Why the last refreshing failed; what is shown is then what was known before. */
  stale: No | null
  refresh: () => void
  leave: () => void
}) {
  const { caseKey, progress, refresh } = props
  const say = useWords(TRACK_WORDS)
  const language = useLanguage()
  const may = (way: string) => progress.canDo.some(each => each.way === way)
  return (
    <Screen
      title={fill(NOW_WORDS[progress.state], language)}
      above={
        <div className="over">
          <BackLink route={[]} label={fill(FRAME_WORDS.home, language)} />
          <p className="number">
            {fill(FILING_WORDS.yourNumber, language)} {progress.number}
          </p>
        </div>
      }
    >
      <NoNotice no={props.stale} />
      <AnswerBy progress={progress} />
      {may('supplement') && <AddSupplement caseKey={caseKey} asked={progress.asked} done={refresh} />}
      <Story progress={progress} />
      {(may('photos') || may('withdrawal')) && (
        <section>
          <h2>{say('ways')}</h2>
          {may('photos') && <AddPhotos caseKey={caseKey} done={refresh} />}
          {may('withdrawal') && <Withdraw caseKey={caseKey} done={refresh} />}
        </section>
      )}
      <OtherWays progress={progress} />
      <div className="buttons">
        <button type="button" onClick={refresh}>
          {say('again')}
        </button>
        <button type="button" onClick={props.leave}>
          {say('other')}
        </button>
      </div>
    </Screen>
  )
}

function AnswerBy(props: { progress: Progress }) {
  const { answer, answerBy, answeredAt, extensions } = props.progress
  const say = useWords(TRACK_WORDS)
  const language = useLanguage()
  const now = useNow()
  const days = answerBy === null ? 0 : daysUntil(answerBy, now)
  return (
    <section className={`answer ${answer}`}>
      {answeredAt && <p className="big">{say('answeredOn', { day: sayDay(dayOf(answeredAt), language) })}</p>}
      {answerBy && (
        <>
          <h2>{say('answerBy')}</h2>
          <p className="big">
            {sayDay(answerBy, language)}{' '}
            <span className="left">
              {answer === 'paused'
                ? ''
                : days > 0
                  ? say('daysLeft', { n: days })
                  : days === 0
                    ? say('lastDay')
                    : say('daysLate', { n: -days })}
            </span>
          </p>
          {answer === 'late' && <LateLine />}
          {answer === 'paused' && <p>{say('pausedText')}</p>}
        </>
      )}
      {extensions.map(({ tier, at }) => (
        <p key={at}>
          {say(tier === 'special' ? 'extendedSpecial' : 'extendedComplex', { day: sayDayOf(at, language) })}
        </p>
      ))}
      {answerBy && <p className="help">{say('law')}</p>}
    </section>
  )
}

function LateLine() {
  const say = useWords(TRACK_WORDS)
  return (
    <p>
      {say('lateText')} <PhoneLink /> <a href="tel:12378">12378</a>
    </p>
  )
}

function Story(props: { progress: Progress }) {
  const say = useWords(TRACK_WORDS)
  const language = useLanguage()
  const now = useNow()
  return (
    <section>
      <h2>{say('story')}</h2>
      <ol className="story">
        {props.progress.steps.toReversed().map(({ key, at, times }) => (
          <li key={`${key} ${at}`}>
            <span>
              {fill(STEP_WORDS[key], language)}
              {times > 1 && say('times', { n: times })}
            </span>
            <time dateTime={at}>{sayMoment(at, now, language)}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}

function OtherWays(props: { progress: Progress }) {
  const say = useWords(TRACK_WORDS)
  const language = useLanguage()
  const ways = props.progress.canDo.flatMap(({ way, by }) => {
    if (way === 'photos' || way === 'supplement' || way === 'withdrawal') return []
    return [{ way, text: fill(WAY_WORDS[way], language, by ? { day: sayDay(by, language) } : {}) }]
  })
  if (ways.length === 0) return null
  return (
    <section>
      <h2>{say('notSatisfied')}</h2>
      <ul className="plain">
        {ways.map(({ way, text }) => (
          <li key={way}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
