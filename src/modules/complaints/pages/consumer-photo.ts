// Photos from the camera: made small enough for a weak network, freed of the place where they were taken, kept with the draft.

/** A photo ready to be sent: JPEG, at most 1,800 pixels on its longer side. */
export interface Photo {
  readonly id: number
  readonly blob: Blob
}

const LONGEST_SIDE = 1800
const QUALITY = 0.8

/** The photo made small, or null when the browser cannot read the file. Drawing it anew leaves its EXIF data behind. */
export async function shrink(file: Blob): Promise<Blob | null> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const pen = canvas.getContext('2d')
    if (!pen) return null
    // A transparent picture would turn black in JPEG.
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    return await new Promise(done => canvas.toBlob(done, 'image/jpeg', QUALITY))
  } catch {
    return null
  }
}

/** The photos kept with the draft; none when the browser keeps nothing. */
export async function findPhotos(): Promise<Photo[]> {
  const blobs = await inStore<Blob[]>('readonly', store => store.getAll())
  return (blobs ?? []).map((blob, id) => ({ id, blob }))
}

/** Keeps exactly these photos, in this order; an empty list keeps none. */
export async function keepPhotos(photos: readonly Photo[]): Promise<void> {
  await inStore('readwrite', store => {
    store.clear()
    let last: IDBRequest = store.count()
    for (const [place, photo] of photos.entries()) last = store.put(photo.blob, place)
    return last
  })
}

const STORE = 'photo'

function inStore<Value>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<Value | null> {
  return new Promise(done => {
    const failed = () => done(null)
    try {
      const opening = indexedDB.open('xiaobao.consumer', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
      opening.onerror = failed
      opening.onsuccess = () => {
        const task = opening.result.transaction(STORE, mode)
        const asked = work(task.objectStore(STORE))
        task.oncomplete = () => {
          opening.result.close()
          done(asked.result as Value)
        }
        task.onabort = failed
      }
    } catch {
      failed()
    }
  })
}
