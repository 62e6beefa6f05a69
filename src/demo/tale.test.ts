// The demonstration's words and people: all different, well formed, and nobody's.

import { beforeAll, describe, expect, it } from 'vitest'
import { dayOf, getInstant } from '../kernel/time.ts'
import { seededChance } from '../platform/clock.ts'
import { bankName, units } from './bank.ts'
import { writeYear } from './life.ts'
import { identityNumber, inventConsumer } from './person.ts'
import type { PlainRegistration } from './plot.ts'
import { products } from './product.ts'
import { staff } from './staff.ts'
import { situations } from './tale.ts'
import { hasPattern } from './tale-letter.ts'

const now = getInstant('2026-11-22T15:00:00+08:00')

let registrations: PlainRegistration[] = []
beforeAll(() => {
  registrations = writeYear({ seed: 'tinglan', now, cases: 2_000 }).map(
    script => script.steps[0]!.body as PlainRegistration,
  )
})

describe('the words of the demonstration', () => {
  it('know at least sixty situations, each under a reason and a channel of the standard', () => {
    expect(situations.length).toBeGreaterThanOrEqual(60)
    expect(new Set(situations.map(each => each.id)).size).toBe(situations.length)
    for (const each of situations) {
      expect(each.reason).toMatch(/^C(0[1-9]|1[0-2]|99)$/)
      for (const code of each.through) expect(code).toMatch(/^A0[12]\d{0,3}$/)
      expect(each.amount === null).toBe(!`${each.what.join('')}${each.ask.join('')}`.includes('{y}'))
    }
  })

  it('hardly repeat: of two thousand texts at least ninety-seven in a hundred are told once', () => {
    const texts = registrations.map(each => String(each.text))
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.97)
  })

  it('leave no place unfilled and no sentence without its stop doubled', () => {
    for (const { text, requests } of registrations) {
      const told = `${text} ${JSON.stringify(requests)}`
      expect(told).not.toMatch(/\{\w+\}|undefined|NaN/)
      expect(told).not.toMatch(/。。|，，|，。/)
    }
  })

  it('have short ones and long ones', () => {
    const lengths = registrations.map(each => [...String(each.text)].length).sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length * 0.05)]!).toBeLessThan(60)
    expect(lengths[Math.floor(lengths.length * 0.97)]!).toBeGreaterThan(180)
  })

  it('hold two to four letters in a hundred after the agents’ patterns', () => {
    const letters = registrations.filter(each => /现要求：|郑重要求|要求贵行：/.test(String(each.text)))
    expect(letters.length / registrations.length).toBeGreaterThan(0.018)
    expect(letters.length / registrations.length).toBeLessThan(0.042)
    expect(situations.filter(each => hasPattern(each.id))).toHaveLength(3)
  })
})

describe('the people of the demonstration', () => {
  const invented = Array.from({ length: 500 }, (_, no) =>
    inventConsumer(seededChance(`person ${no}`), { branch: 'HO.SC', no, year: 2026, elderly: no % 7 === 0 }),
  )

  it('carry identity numbers whose check digit is right and whose district does not exist', () => {
    expect(identityNumber('11010519491231002')).toBe('11010519491231002X')
    for (const { identityNumber: number, birthYear } of invented) {
      expect(number).toMatch(/^\d{4}99\d{8}\d{3}[\dX]$/)
      expect(identityNumber(number!.slice(0, 17))).toBe(number)
      const born = `${number!.slice(6, 10)}-${number!.slice(10, 12)}-${number!.slice(12, 14)}`
      expect(dayOf(getInstant(`${born}T12:00:00+08:00`))).toBe(born)
      expect(Number(number!.slice(6, 10))).toBe(birthYear)
    }
  })

  it('carry phones of one block, each once, and cards that pass the check of Luhn', () => {
    expect(new Set(invented.map(each => each.phone)).size).toBe(invented.length)
    for (const { phone, account } of invented) {
      expect(phone).toMatch(/^19900\d{6}$/)
      const sum = [...account].reverse().reduce((total, digit, index) => {
        const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit)
        return total + (value > 9 ? value - 9 : value)
      }, 0)
      expect(account).toMatch(/^629998\d{13}$/)
      expect(sum % 10).toBe(0)
    }
  })

  it('work in a bank whose people, units and products are told apart by name', () => {
    expect(bankName.zh).toBe('汀澜银行')
    for (const names of [staff.map(each => each.zh), units.map(each => each.zh), products.map(each => each.zh)]) {
      expect(new Set(names).size).toBe(names.length)
    }
    expect(products.length).toBeGreaterThanOrEqual(25)
  })

  it('name no bank that exists', () => {
    const real =
      /工商银行|农业银行|中国银行|建设银行|交通银行|招商银行|浦发|兴业银行|民生银行|平安银行|中信银行|光大银行|华夏银行|邮储|微众|网商银行/
    for (const { text } of registrations) expect(String(text)).not.toMatch(real)
  })
})
