// Evidence: files chosen or dropped, sent one by one with progress, refused in words before they travel.
//
// <Upload<Evidence> send={(file, progress, signal) => upload('/api/…', file, progress, signal)} onSent={evidence => …} />
// limits: types (`.pdf,image/*`), megabytes (default 20). The same files are checked again by the server.

import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { type DragEvent, useId, useRef, useState } from 'react'
import { isProblem } from './api.ts'
import { useLanguage, useWords } from './language.tsx'
import { problemSentence } from './state.tsx'
import './upload.css'
import { KIT } from './words.ts'

interface Sent {
  readonly id: number
  readonly name: string
  readonly share: number
  readonly problem: string | null
  readonly done: boolean
}

export interface UploadProps<Answer> {
  readonly send: (file: File, progress: (share: number) => void, signal: AbortSignal) => Promise<Answer>
  readonly onSent: (answer: Answer, file: File) => void
  readonly types?: string
  readonly megabytes?: number
  readonly many?: boolean
  readonly label?: string
}

export function Upload<Answer>(props: UploadProps<Answer>) {
  const say = useWords(KIT)
  const id = useId()
  const megabytes = props.megabytes ?? 20
  const { files, take, drop } = useSending(props, megabytes)
  const [over, setOver] = useState(false)
  const receive = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
  }
  return (
    <div className="upload">
      <label
        htmlFor={id}
        className="upload-drop"
        data-over={over}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={receive}
      >
        <span>{props.label ?? say('uploadDrop')}</span>
        <small>{say('uploadLimits', { size: megabytes })}</small>
        <input
          id={id}
          type="file"
          className="for-ears"
          multiple={props.many !== false}
          accept={props.types}
          onChange={event => {
            take([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </label>
      <ul aria-live="polite">
        {files.map(file => (
          <li key={file.id}>
            <span className="upload-name">{file.name}</span>
            {file.problem !== null && <span className="upload-problem">{file.problem}</span>}
            {file.problem === null && !file.done && <progress value={file.share} max={1} aria-label={file.name} />}
            {file.done && (
              <span className="upload-done">
                <CheckOutlined aria-hidden="true" /> {say('uploadDone')}
              </span>
            )}
            {!file.done && (
              <button
                type="button"
                className="eye"
                aria-label={say(file.problem ? 'uploadDrop1' : 'uploadStop', { name: file.name })}
                onClick={() => drop(file.id)}
              >
                <CloseOutlined />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function useSending<Answer>(props: UploadProps<Answer>, megabytes: number) {
  const say = useWords(KIT)
  const language = useLanguage()
  const [files, setFiles] = useState<readonly Sent[]>([])
  const running = useRef(new Map<number, AbortController>())
  const count = useRef(0)
  const change = (id: number, part: Partial<Sent>) =>
    setFiles(before => before.map(file => (file.id === id ? { ...file, ...part } : file)))

  const sendOne = async (id: number, file: File) => {
    const stop = new AbortController()
    running.current.set(id, stop)
    try {
      const answer = await props.send(file, share => change(id, { share }), stop.signal)
      change(id, { done: true, share: 1 })
      props.onSent(answer, file)
    } catch (error) {
      if (isProblem(error) && error.code === 'stopped') return
      change(id, { problem: problemSentence(error, language) })
    } finally {
      running.current.delete(id)
    }
  }
  // One after another: a branch's line is narrow, and the order of the pages of a contract is kept.
  const take = async (chosen: readonly File[]) => {
    const added = chosen.map(file => {
      count.current += 1
      const problem = file.size > megabytes * 1_048_576 ? say('uploadTooBig', { size: megabytes }) : null
      return { file, sent: { id: count.current, name: file.name, share: 0, problem, done: false } }
    })
    setFiles(before => [...before, ...added.map(each => each.sent)])
    for (const each of added) if (each.sent.problem === null) await sendOne(each.sent.id, each.file)
  }
  const drop = (id: number) => {
    running.current.get(id)?.abort()
    setFiles(before => before.filter(file => file.id !== id))
  }
  return { files, take, drop }
}
