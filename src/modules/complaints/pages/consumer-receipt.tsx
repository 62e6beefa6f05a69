// After sending: the number and the code, large; how to keep them; the photos on their way; by when the bank answers.

import { useCallback, useContext, useEffect, useRef, useState } from 'react'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { showCode } from '../rules/tracking-code.ts'
import { HOME_WORDS, TRACK_WORDS } from '../rules/words-consumer.ts'
import { FILING_WORDS } from '../rules/words-filing.ts'
import { sayDay } from './consumer-day.ts'
import type { Receipt } from './consumer-draft.ts'
import { BankPlace, Notice, Screen } from './consumer-parts.tsx'
import type { Photo } from './consumer-photo.ts'
import { drawReceipt } from './consumer-picture.ts'
import { type Key, sendPhoto } from './consumer-wire.ts'

export function ConsumerReceipt(props: { receipt: Receipt; photos: readonly Photo[]; look: (key: Key) => void }) {
  const { receipt } = props
  const say = useWords(FILING_WORDS)
  const track = useWords(TRACK_WORDS)
  const home = useWords(HOME_WORDS)
  const language = useLanguage()
  return (
    <Screen title={say('done')} help={say('doneText')}>
      <dl className="ticket">
        <div>
          <dt>{say('yourNumber')}</dt>
          <dd>{receipt.number}</dd>
        </div>
        <div>
          <dt>{say('yourCode')}</dt>
          <dd>
            <span aria-hidden="true">{showCode(receipt.code)}</span>
            <span className="for-ears">{[...receipt.code].join(' ')}</span>
          </dd>
        </div>
      </dl>
      <Keeping receipt={receipt} />
      <p className="help">{say('codeNote')}</p>
      {props.photos.length > 0 && <PhotosOnTheWay receipt={receipt} photos={props.photos} />}
      <section>
        <h2>{track('answerBy')}</h2>
        <p className="big">{sayDay(receipt.answerBy, language)}</p>
        <p>{home('what3')}</p>
        <p className="help">{home('law')}</p>
      </section>
      <button type="button" className="primary wide" onClick={() => props.look(receipt)}>
        {say('seeProgress')}
      </button>
      <p className="help">{home('mineText')}</p>
    </Screen>
  )
}

function Keeping(props: { receipt: Receipt }) {
  const { number, code, answerBy } = props.receipt
  const say = useWords(FILING_WORDS)
  const track = useWords(TRACK_WORDS)
  const language = useLanguage()
  const bank = useContext(BankPlace)
  const [told, setTold] = useState('')
  const lines = [
    `${bank?.name ?? ''} ${say('pictureTitle')}`.trim(),
    `${say('yourNumber')} ${number}`,
    `${say('yourCode')} ${showCode(code)}`,
    track('answerBy'),
    sayDay(answerBy, language),
    ...(bank?.phone ? [bank.phone] : []),
  ]
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(lines.join('\n'))
      setTold(say('copied'))
    } catch {
      setTold(say('copyFailed'))
    }
  }
  const savePicture = async () => {
    const picture = await drawReceipt(lines)
    if (!picture) return setTold(say('copyFailed'))
    const link = document.createElement('a')
    link.href = URL.createObjectURL(picture)
    link.download = `${number}.png`
    link.click()
    URL.revokeObjectURL(link.href)
    setTold(say('pictureSaved'))
  }
  // Closing the sharing sheet without choosing is no failure.
  const share = () => navigator.share({ text: lines.join('\n') }).catch(() => undefined)
  return (
    <>
      <div className="buttons">
        <button type="button" onClick={savePicture}>
          {say('picture')}
        </button>
        <button type="button" onClick={copy}>
          {say('copy')}
        </button>
        {'share' in navigator && (
          <button type="button" onClick={share}>
            {say('share')}
          </button>
        )}
      </div>
      <p className="told" role="status">
        {told}
      </p>
    </>
  )
}

// One after the other: a weak network carries one photo better than six.
function PhotosOnTheWay(props: { receipt: Key; photos: readonly Photo[] }) {
  const { receipt, photos } = props
  const say = useWords(FILING_WORDS)
  const [left, setLeft] = useState(photos)
  const [failed, setFailed] = useState(false)
  const underWay = useRef(false)
  const sendAll = useCallback(
    async (waiting: readonly Photo[]) => {
      if (underWay.current) return
      underWay.current = true
      setFailed(false)
      let rest = waiting
      for (const photo of waiting) {
        const answer = await sendPhoto(receipt, photo.blob, `photo-${photo.id + 1}.jpg`)
        if (!answer.ok) {
          setFailed(true)
          break
        }
        rest = rest.filter(each => each !== photo)
        setLeft(rest)
      }
      underWay.current = false
    },
    [receipt],
  )
  useEffect(() => {
    void sendAll(photos)
  }, [sendAll, photos])
  if (left.length === 0) return <Notice tone="good">{say('photosDone', { n: photos.length })}</Notice>
  if (!failed) return <Notice tone="plain">{say('photosSending', { n: left.length })}</Notice>
  return (
    <Notice tone="trouble">
      <p>{say('photosFailed', { n: left.length })}</p>
      <button type="button" onClick={() => sendAll(left)}>
        {say('photosAgain')}
      </button>
    </Notice>
  )
}
