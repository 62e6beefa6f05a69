// A few letters find the action.

import { expect, it } from 'vitest'
import { matching } from './palette-match.ts'

const NAMES = ['登记投诉', '延期告知', '告知消费者', 'Rule packs']
const find = (typed: string) => matching(NAMES, typed, name => name)

it('what begins with the typed word comes first', () => {
  expect(find('告知')).toEqual(['告知消费者', '延期告知'])
})

it('every typed word must be there, in any order and case', () => {
  expect(find('PACKS rule')).toEqual(['Rule packs'])
  expect(find('告知 合同')).toEqual([])
})

it('nothing typed shows everything in its order', () => {
  expect(find(' ')).toEqual(NAMES)
})
