// The receipt as a picture, for the album of a phone: dark words on white, whatever scheme the page has.

const WIDTH = 900
const MARGIN = 60
const LINE = 84

/** A PNG of the lines, the first as its heading; null when this browser cannot draw. */
export async function drawReceipt(lines: readonly string[]): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = 2 * MARGIN + lines.length * LINE
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#1b2430'
  pen.textBaseline = 'middle'
  const family = getComputedStyle(document.body).fontFamily
  for (const [place, line] of lines.entries()) {
    pen.font = `${place === 0 ? 600 : 400} ${place === 0 ? 44 : 38}px ${family}`
    pen.fillText(line, MARGIN, MARGIN + (place + 0.5) * LINE, WIDTH - 2 * MARGIN)
  }
  return new Promise(done => canvas.toBlob(done, 'image/png'))
}
