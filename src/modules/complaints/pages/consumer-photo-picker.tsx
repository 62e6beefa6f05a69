// Photos: taken now or chosen from the phone, seen before they are sent, removed with one tap.

import { type ChangeEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../../../ui/language.tsx'
import { MOST_PHOTOS } from '../rules/consumer-limit.ts'
import { FILING_WORDS } from '../rules/words-filing.ts'
import { FieldError } from './consumer-parts.tsx'
import { type Photo, shrink } from './consumer-photo.ts'

export function PhotoPicker(props: { photos: readonly Photo[]; change: (photos: readonly Photo[]) => void }) {
  const { photos, change } = props
  const say = useWords(FILING_WORDS)
  const [error, setError] = useState('')
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)

  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    setError('')
    const room = MOST_PHOTOS - photos.length
    const blobs = await Promise.all(files.slice(0, room).map(shrink))
    const readable = blobs.filter(blob => blob !== null)
    const first = Math.max(-1, ...photos.map(photo => photo.id)) + 1
    change([...photos, ...readable.map((blob, place) => ({ id: first + place, blob }))])
    if (readable.length < blobs.length) setError(say('photoUnreadable'))
    else if (files.length > room) setError(say('photoFull', { most: MOST_PHOTOS }))
  }
  const full = photos.length >= MOST_PHOTOS
  return (
    <div className="photos">
      <ul>
        {photos.map((photo, place) => (
          <li key={photo.id}>
            <Preview photo={photo} name={say('photoName', { n: place + 1 })} />
            <button
              type="button"
              aria-label={say('photoRemove', { n: place + 1 })}
              onClick={() => {
                setError('')
                change(photos.filter(each => each.id !== photo.id))
              }}
            >
              {say('photoRemoveShort')}
            </button>
          </li>
        ))}
      </ul>
      {!full && (
        <div className="buttons">
          <button type="button" onClick={() => camera.current?.click()}>
            {say('takePhoto')}
          </button>
          <button type="button" onClick={() => album.current?.click()}>
            {say('choosePhoto')}
          </button>
        </div>
      )}
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={add} />
      <input ref={album} type="file" accept="image/*" multiple hidden onChange={add} />
      <p className="help" role="status">
        {photos.length > 0 && say('photoCount', { n: photos.length, most: MOST_PHOTOS })}
      </p>
      <FieldError error={error} />
    </div>
  )
}

function Preview(props: { photo: Photo; name: string }) {
  const address = useMemo(() => URL.createObjectURL(props.photo.blob), [props.photo.blob])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return <img src={address} alt={props.name} />
}
