// The colours keep their promises: readable in both schemes, and the same in both places where they stand.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ColourName, contrastOf, PALETTE, type Scheme, TONES } from './palette.ts'

const SCHEMES: readonly Scheme[] = ['light', 'dark']
const GROUNDS: readonly ColourName[] = ['page', 'surface', 'sunken', 'hover']
const TEXTS: readonly ColourName[] = ['text', 'secondary', 'faint', 'accent', ...TONES]

describe.each(SCHEMES)('the %s scheme', scheme => {
  const colours = PALETTE[scheme]
  it.each(TEXTS.flatMap(ink => GROUNDS.map(ground => ({ ink, ground }))))(
    '$ink can be read on $ground',
    ({ ink, ground }) => {
      expect(contrastOf({ ink: colours[ink], ground: colours[ground] })).toBeGreaterThanOrEqual(4.5)
    },
  )
  it('what is chosen can be read on the ground of choice', () => {
    for (const ink of ['text', 'secondary', 'accent-strong'] as const) {
      expect(contrastOf({ ink: colours[ink], ground: colours['accent-soft'] })).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrastOf({ ink: colours['on-accent'], ground: colours.accent })).toBeGreaterThanOrEqual(4.5)
  })
  it('the edge of a control is seen on every ground it stands on', () => {
    for (const ground of GROUNDS) {
      expect(contrastOf({ ink: colours.edge, ground: colours[ground] })).toBeGreaterThanOrEqual(3)
    }
  })
  it('a clock is read on the row under the cursor', () => {
    for (const tone of TONES) {
      expect(contrastOf({ ink: colours[tone], ground: colours['accent-soft'] })).toBeGreaterThanOrEqual(4.5)
    }
  })
  it('tokens.css says the same colours', () => {
    const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
    const head = scheme === 'light' ? ':root {' : ':root[data-scheme="dark"] {'
    const block = sheet.slice(sheet.indexOf(head), sheet.indexOf('}', sheet.indexOf(head)))
    const said = Object.fromEntries(
      [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(match => [match[1], match[2]]),
    )
    expect(said).toEqual(colours)
  })
})

it('black on white is 21 to 1', () => {
  expect(contrastOf({ ink: '#000000', ground: '#ffffff' })).toBeCloseTo(21, 5)
})
