// A secret that is told once: shown whole, copied with one click, gone with the dialog.

import { App, Button } from 'antd'
import { useWords } from '../../../ui/language.tsx'
import { PAGE } from './words.ts'

export function Secret(props: { title: string; value: string }) {
  const say = useWords(PAGE)
  const { message } = App.useApp()
  const copy = async () => {
    // Browsers refuse the clipboard outside https and localhost; the text can still be selected whole.
    try {
      await navigator.clipboard.writeText(props.value)
      message.success(say('copied'))
    } catch {
      message.info(props.title)
    }
  }
  return (
    <>
      <p>{props.title}</p>
      <p className="secret">
        <code>{props.value}</code>
        <Button onClick={copy}>{say('copy')}</Button>
      </p>
    </>
  )
}
