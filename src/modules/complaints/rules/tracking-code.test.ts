// Numbers and codes as people type them.

import { expect, it } from 'vitest'
import { codeOf, findCode, findNumber, showCode } from './tracking-code.ts'

it('makes a code of ten characters that nobody mistakes when it is read out', () => {
  expect(codeOf(new Uint8Array(32))).toBe('0000000000')
  expect(codeOf(new Uint8Array(32).fill(255))).toBe('ZZZZZZZZZZ')
  const one = codeOf(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]))
  expect(one).not.toMatch(/[ILOU]/)
  expect(findCode(showCode(one))).toBe(one)
  expect(() => codeOf(new Uint8Array(6))).toThrow(RangeError)
})

it('reads a code whatever the phone made of it', () => {
  expect(findCode('o1abc-defgh')).toBe('01ABCDEFGH')
  expect(findCode('７ＫＱ２Ｍ ９ＸＤＶＡ')).toBe('7KQ2M9XDVA')
  expect(findCode('il0—12345–67')).toBe('1101234567')
})

it('knows what cannot be a code', () => {
  for (const typed of ['', '7KQ2M-9XDV', '7KQ2M-9XDVA1', '7KQ2M-9XDV*', 'UUUUUUUUUU']) {
    expect(findCode(typed)).toBeNull()
  }
})

it('reads a number with or without its letters, dashes and noughts', () => {
  for (const typed of [
    'TS-2026-000812',
    'ts 2026 812',
    '2026-812',
    'ＴＳ－２０２６－０００８１２',
    'TS2026000812',
    'TS—2026—812',
  ]) {
    expect(findNumber(typed)).toBe('TS-2026-000812')
  }
  for (const typed of ['', '812', 'TS-26-812', 'TS-2026-']) expect(findNumber(typed)).toBeNull()
})
