// Recusal at every entrance (No.3 Art. 17): who is complained of, their line and their relatives keep away from the case.

import { describe, expect, it } from 'vitest'
import { CODES, DECISION, useBank } from '../../../../tests/bank.ts'
import { BODIES } from '../../../../tests/complaint-bodies.ts'

const bank = useBank()
const respondents = (...people: string[]) => ({ respondents: { people } })

/** With wangmin, contacted and under investigation. */
async function investigated(changes: object): Promise<string> {
  const [lijing, wangmin] = [await bank.colleague('lijing'), await bank.colleague('wangmin')]
  const id = await lijing.register(changes as Record<string, unknown>)
  await lijing.does(id, 'handover', { toUnit: 'HO.SH.XB', toPerson: 'p-wangmin', reason: '由分行办理' })
  await wangmin.does(id, 'acceptance', { noInterest: true })
  await wangmin.does(id, 'contact', BODIES.contact)
  await wangmin.does(id, 'investigation')
  return id
}

describe('who has a direct interest in the matter', () => {
  it('is not assigned', async () => {
    const [lijing, liufang] = [await bank.colleague('lijing'), await bank.colleague('liufang')]
    const id = await lijing.register(respondents('p-chenlei'))
    const assign = (handler: string) => liufang.refused(id, 'assignment', { handler, codes: CODES })
    expect(await assign('p-chenlei')).toBe('409 recusal-complained-of')
    expect(await assign('p-zhoumin')).toBe('409 recusal-line')
    expect(await assign('p-zhaojun')).toBe('409 recusal-relative')
    expect(await liufang.does(id, 'assignment', { handler: 'p-wangmin', codes: CODES })).toEqual(['assigned'])
  })

  it('receives no hand-over by name, and accepts none that came to the unit', async () => {
    const [lijing, zhaojun] = [await bank.colleague('lijing'), await bank.colleague('zhaojun')]
    const id = await lijing.register(respondents('p-chenlei'))
    const to = { toUnit: 'HO.SH.XB', reason: '由分行办理' }
    expect(await lijing.refused(id, 'handover', { ...to, toPerson: 'p-zhaojun' })).toBe('409 recusal-relative')
    await lijing.does(id, 'handover', to)
    expect(await zhaojun.refused(id, 'acceptance', { noInterest: true })).toBe('409 recusal-relative')
    expect((await lijing.sees(id)).timeline.at(-1)?.type).toBe('handed-over')
  })

  it('claims nothing', async () => {
    const [lijing, zhaojun] = [await bank.colleague('lijing'), await bank.colleague('zhaojun')]
    const id = await lijing.register({ ...respondents('p-chenlei'), unit: 'HO.SH.XB' })
    expect(await zhaojun.refused(id, 'claim')).toBe('409 recusal-relative')
    const wangmin = await bank.colleague('wangmin')
    expect(await wangmin.does(id, 'claim')).toEqual(['claimed'])
  })

  it('approves neither the decision nor an extension', async () => {
    const [wangmin, sunwei, liufang] = [
      await bank.colleague('wangmin'),
      await bank.colleague('sunwei'),
      await bank.colleague('liufang'),
    ]
    const id = await investigated(respondents('p-sunwei', 'p-liufang'))
    await wangmin.does(id, 'extension', BODIES.extension)
    expect(await liufang.refused(id, 'extension-approval')).toBe('409 recusal-complained-of')
    await wangmin.does(id, 'decision', { ...DECISION, codes: CODES })
    expect(await sunwei.refused(id, 'approval')).toBe('409 recusal-complained-of')
    const heping = await bank.colleague('heping')
    expect(await heping.does(id, 'approval')).toEqual(['decision-approved'])
  })

  it('neither re-checks nor calls back', async () => {
    const id = await investigated(respondents('p-gaoyuan', 'p-chenlei'))
    const [wangmin, sunwei] = [await bank.colleague('wangmin'), await bank.colleague('sunwei')]
    await wangmin.does(id, 'decision', { ...DECISION, codes: CODES })
    await sunwei.does(id, 'approval')
    await wangmin.does(id, 'notice', BODIES.notice)
    const [chenlei, lijing] = [await bank.colleague('chenlei'), await bank.colleague('lijing')]
    expect(await chenlei.refused(id, 'call-back', BODIES['call-back'])).toBe('409 recusal-complained-of')
    expect(await lijing.does(id, 'call-back', BODIES['call-back'])).toEqual(['called-back'])
    expect(await wangmin.refused(id, 'call-back', BODIES['call-back'])).toBe('403 not-for-you')
    await lijing.does(id, 'recheck', BODIES.recheck)
    const gaoyuan = await bank.colleague('gaoyuan')
    const words = BODIES['recheck-decision']
    expect(await gaoyuan.refused(id, 'recheck-decision', words)).toBe('409 recusal-complained-of')
    expect(await gaoyuan.refused(id, 'redo', BODIES.redo)).toBe('409 not-in-chart')
    const heping = await bank.colleague('heping')
    expect(await heping.does(id, 'recheck-decision', words)).toEqual(['recheck-decided'])
  })

  it('is not given the work by a supplement or a new handling', async () => {
    const [lijing, heping] = [await bank.colleague('lijing'), await bank.colleague('heping')]
    const asked = await lijing.register(respondents('p-chenlei'))
    await lijing.does(asked, 'supplement-request', BODIES['supplement-request'])
    const given = { text: '补充', handler: 'p-zhaojun' }
    expect(await lijing.refused(asked, 'supplement', given)).toBe('409 recusal-relative')

    const id = await investigated(respondents('p-chenlei'))
    const [wangmin, sunwei] = [await bank.colleague('wangmin'), await bank.colleague('sunwei')]
    await wangmin.does(id, 'decision', { ...DECISION, codes: CODES })
    await sunwei.does(id, 'approval')
    await wangmin.does(id, 'notice', BODIES.notice)
    await lijing.does(id, 'recheck', BODIES.recheck)
    await heping.does(id, 'recheck-decision', { ...BODIES['recheck-decision'], result: 'redo' })
    expect(await heping.refused(id, 'redo', { handler: 'p-zhaojun' })).toBe('409 recusal-relative')
    expect(await heping.does(id, 'redo', { handler: 'p-liufang' })).toEqual(['redo-ordered'])
  })

  it('when an outlet is complained of, its staff keep away; a branch complained of stays at work', async () => {
    const [lijing, liufang] = [await bank.colleague('lijing'), await bank.colleague('liufang')]
    const narrow = await lijing.register({ respondents: { units: ['HO.SH.XB'] } })
    expect(await liufang.refused(narrow, 'assignment', { handler: 'p-wangmin', codes: CODES })).toBe('409 recusal-unit')
    const wide = await lijing.register({ respondents: { units: ['HO.SH'] } })
    expect(await liufang.does(wide, 'assignment', { handler: 'p-wangmin', codes: CODES })).toEqual(['assigned'])
  })

  it('a handler does not approve their own decision, even as an approver elsewhere', async () => {
    const id = await investigated({})
    const [wangmin, sunwei] = [await bank.colleague('wangmin'), await bank.colleague('sunwei')]
    const post = { role: 'approver', unit: 'HO.SH', main: false, from: '2026-01-01', to: null }
    await bank.orders('person:p-wangmin', { type: 'give-post', ...post })
    await bank.orders('person:p-wangmin', { type: 'set-approval-level', level: 3 })
    await wangmin.does(id, 'decision', { ...DECISION, codes: CODES })
    expect(await wangmin.refused(id, 'approval')).toBe('409 approver-handled')
    expect(await sunwei.does(id, 'approval')).toEqual(['decision-approved'])
  })
})
