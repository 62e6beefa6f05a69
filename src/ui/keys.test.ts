// Shortcuts on Chinese keyboards: the input method comes first.

import { describe, expect, it } from 'vitest'
import { type KeyPress, keyName, meansChord } from './keys.tsx'

const press = (part: Partial<KeyPress>): KeyPress => ({
  code: 'KeyJ',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 74,
  ...part,
})
const list = { editable: false, singleKeys: true }

describe('a single key', () => {
  it('works by its place on the keyboard, so full-width mode does not break it', () => {
    expect(meansChord(press({}), { code: 'KeyJ' }, list)).toBe(true)
  })
  it('is silent while an input method composes', () => {
    expect(meansChord(press({ isComposing: true }), { code: 'KeyJ' }, list)).toBe(false)
    expect(meansChord(press({ keyCode: 229 }), { code: 'KeyJ' }, list)).toBe(false)
  })
  it('is silent where one types', () => {
    expect(meansChord(press({}), { code: 'KeyJ' }, { ...list, editable: true })).toBe(false)
  })
  it('is silent for whoever switched single keys off', () => {
    expect(meansChord(press({}), { code: 'KeyJ' }, { ...list, singleKeys: false })).toBe(false)
  })
  it('is not meant when a modifier is held', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }]) {
      expect(meansChord(press(held), { code: 'KeyJ' }, list)).toBe(false)
    }
  })
})

describe('a combination', () => {
  const chord = { code: 'KeyK', mod: true }
  it('works with Ctrl and with ⌘, also where one types and with single keys off', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      const place = { editable: true, singleKeys: false }
      expect(meansChord(press({ code: 'KeyK', ...held }), chord, place)).toBe(true)
    }
  })
  it('is silent during composition too', () => {
    expect(meansChord(press({ code: 'KeyK', ctrlKey: true, isComposing: true }), chord, list)).toBe(false)
  })
})

it('keys are named as they stand on the keyboard', () => {
  expect(keyName({ code: 'KeyK', mod: true }, false)).toBe('Ctrl K')
  expect(keyName({ code: 'KeyK', mod: true }, true)).toBe('⌘ K')
  expect(keyName({ code: 'Slash', shift: true }, false)).toBe('?')
  expect(keyName({ code: 'ArrowDown' }, false)).toBe('↓')
})
