// Personal data: found by its exact number however it is spelled, read by nobody once erased, never altered unseen.

import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/database.ts'
import { type CounterCommand, type CounterState, clerk, useFixture } from '../../tests/fixture-department.ts'
import { createSealer } from './seal.ts'
import { createVault, type NewPerson } from './vault.ts'
import { verify } from './verify.ts'

const database = useDatabase()
const { door, rules } = useFixture(database)
const { appPool, clock } = database
const vault = createVault({ pool: appPool, masterKey: Buffer.alloc(32, 7) })

async function complain(caseId: string, numbers: Parameters<typeof vault.penFor>[0], text = '我要投诉') {
  const pen = await vault.penFor(numbers, clock.now())
  const people = pen.toKeep ? [pen.toKeep] : ([] as NewPerson[])
  const command = { type: 'open', dueAt: null, sealed: pen.seal(text) } as const
  const outcome = await door.handle({ module: 'counter', caseId, command, actor: clerk, people })
  if (!outcome.ok) throw new Error(outcome.refusal.key)
  return { personId: pen.personId, sealed: (outcome.state as CounterState).sealed ?? '' }
}

test('a person is found by the phone in every spelling, and never by a part of it', async () => {
  const { personId } = await complain('V-1', { phone: '138 1234 5678' })
  const spellings = [
    '13812345678',
    '138-1234-5678',
    '+86 138 1234 5678',
    '008613812345678',
    '１３８１２３４５６７８',
    '138–1234–5678',
  ]
  for (const phone of spellings) expect(await vault.findPeople('phone', phone), phone).toEqual([personId])
  expect(await vault.findPeople('phone', '1381234567')).toEqual([])
  expect(await vault.findPeople('account', '13812345678')).toEqual([])
})

test('the same identity number is the same person, with another phone beside the first', async () => {
  const first = await complain('V-2', { identity: '31010119900101123x', phone: '13900000001' })
  const second = await complain('V-3', { identity: '310101 19900101 123X', phone: '13900000002' })
  expect(second.personId).toBe(first.personId)
  expect(await vault.findPeople('phone', '13900000002')).toEqual([first.personId])
  expect(await vault.reveal(first.personId, first.sealed)).toBe('我要投诉')
  expect(await vault.reveal(first.personId, second.sealed)).toBe('我要投诉')
})

test('a number of nothing but separators opens a person and marks nothing', async () => {
  const { personId } = await complain('V-4', { phone: ' - ', identity: '' })
  const { rows } = await appPool.query('select 1 from vault.mark where person_id = $1', [personId])
  expect(rows).toEqual([])
})

test('a sealed text that was altered is detected', async () => {
  const { personId, sealed } = await complain('V-5', { phone: '13900000003' })
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  for (const place of [0, 15, bytes.length - 1]) {
    const altered = Buffer.from(bytes)
    altered[place] = (altered[place] ?? 0) ^ 1
    await expect(vault.reveal(personId, `v1.${altered.toString('base64url')}`)).rejects.toThrow()
  }
})

test('a text of one person cannot be read under the key of another', async () => {
  const one = await complain('V-6', { phone: '13900000004' })
  const two = await complain('V-7', { phone: '13900000005' })
  await expect(vault.reveal(two.personId, one.sealed)).rejects.toThrow()
})

test('an erased person can be read by nobody and found by nothing, and every chain still verifies', async () => {
  const { personId, sealed } = await complain('V-8', { identity: '310101198001010018', phone: '13900000006' })
  await createSealer({ pool: appPool, clock, folder: null }).seal()
  const late = await vault.penFor({ identity: '310101198001010018' }, clock.now())
  expect(await vault.erase(personId)).toBe(true)
  expect(await vault.reveal(personId, sealed)).toBeNull()
  expect(await vault.penOf(personId)).toBeNull()
  expect(await vault.findPeople('phone', '13900000006')).toEqual([])
  expect(await verify({ pool: appPool, rules, now: clock.now() })).toMatchObject({ ok: true })
  // A command that had met the person just before must not bring the key back.
  const command: CounterCommand = { type: 'open', dueAt: null }
  const people = late.toKeep ? [late.toKeep] : []
  await door.handle({ module: 'counter', caseId: 'V-9', command, actor: clerk, people })
  expect(await vault.reveal(personId, sealed)).toBeNull()
})
