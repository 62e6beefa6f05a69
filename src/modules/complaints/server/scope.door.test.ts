// Who sees what: a case of one branch does not exist for another, whatever door is tried; a stand-in inherits the work.

import { beforeAll, describe, expect, it } from 'vitest'
import { useBank } from '../../../../tests/bank.ts'
import { BODIES, REGISTRATION } from '../../../../tests/complaint-bodies.ts'
import { NOUNS } from '../rules/contract.ts'

const bank = useBank()
const picture = { name: 'slip.png', type: 'image/png', content: Buffer.from('89504e470d0a1a0a0000', 'hex') }
let id = ''
let sha256 = ''

beforeAll(async () => {
  const lijing = await bank.colleague('lijing')
  id = await lijing.register()
  sha256 = (await lijing.upload(id, picture)).json().sha256
})

const idsOn = (reply: { json(): { items: { id: string }[] } }) => reply.json().items.map(each => each.id)

describe('a case of Shanghai', () => {
  it('is there for its counter, its branch, the head office and the inspector', async () => {
    for (const account of ['lijing', 'zhoumin', 'liufang', 'sunwei', 'gaoyuan', 'heping', 'xuhui']) {
      const reader = await bank.colleague(account)
      expect([account, (await reader.get(`/api/complaints/${id}`)).statusCode]).toEqual([account, 200])
    }
  })

  it.each(['ningbo', 'yaohong', 'benxi', 'admin'])('does not exist for %s, whatever is asked', async account => {
    const stranger = await bank.colleague(account)
    const answers = [
      await stranger.get(`/api/complaints/${id}`),
      await stranger.get(`/api/complaints/${id}/files/${sha256}`),
      await stranger.post(`/api/complaints/${id}/revealing`, { field: 'text', purpose: 'inspect' }),
      await stranger.upload(id, picture),
    ]
    const nowhere = await stranger.get('/api/complaints/c-nowhere')
    for (const answer of answers) {
      expect([answer.statusCode, answer.json().code, answer.json().detail]).toEqual([
        404,
        nowhere.json().code,
        nowhere.json().detail,
      ])
    }
  })

  it('answers 404 to every command of a stranger, as if there were no such case', async () => {
    const yaohong = await bank.colleague('yaohong')
    expect(Object.keys(BODIES).toSorted()).toEqual(NOUNS.toSorted())
    for (const noun of NOUNS) {
      const reply = await yaohong.post(`/api/complaints/${id}/${noun}`, BODIES[noun])
      expect([noun, reply.statusCode, reply.json().code]).toEqual([noun, 404, 'not-found'])
    }
  })

  it('shows on no list of another branch: desk, words, number, counts, approvals, export', async () => {
    const [zhoumin, yaohong, benxi] = [
      await bank.colleague('zhoumin'),
      await bank.colleague('yaohong'),
      await bank.colleague('benxi'),
    ]
    const { number } = await zhoumin.sees(id)
    for (const query of ['', `?q=${number}`, `?q=${encodeURIComponent('理财')}`, '?view=unit', '?unit=HO.SH.PD']) {
      expect([query, idsOn(await zhoumin.get(`/api/desk${query}`))]).toEqual([query, [id]])
      expect([query, idsOn(await yaohong.get(`/api/desk${query}`))]).toEqual([query, []])
    }
    expect((await yaohong.get('/api/desk/counts')).json().views.unit).toBe(0)
    expect((await benxi.get('/api/approvals')).json().items).toEqual([])
    const list = await yaohong.post('/api/exports', { query: {}, purpose: 'inspect' })
    expect(list.statusCode).toBe(200)
    expect(list.rawPayload.includes(Buffer.from(number))).toBe(false)
  })

  it('is open for Ningbo once it is handed over, and stays open for the counter that heard it first', async () => {
    const [lijing, ningbo] = [await bank.colleague('lijing'), await bank.colleague('ningbo')]
    const other = await lijing.register()
    await lijing.does(other, 'handover', { toUnit: 'HO.NB', reason: '合同在宁波分行' })
    expect(idsOn(await ningbo.get('/api/desk?view=to-accept'))).toEqual([other])
    await ningbo.does(other, 'acceptance', { noInterest: true })
    const seen = await lijing.sees(other)
    expect([seen.owner.unit.path, seen.owner.person?.id]).toEqual(['HO.NB', 'p-ningbo'])
    expect(idsOn(await lijing.get('/api/desk?view=first-owned'))).toContain(other)
  })
})

describe('roles', () => {
  it('an inspector reads everything and changes nothing', async () => {
    const xuhui = await bank.colleague('xuhui')
    const seen = await xuhui.sees(id)
    expect(seen.allowed.filter(each => each.ok)).toEqual([])
    expect(await xuhui.refused(id, 'note', { text: '检查意见' })).toBe('403 not-for-you')
    expect((await xuhui.post('/api/complaints', REGISTRATION)).json().code).toBe('role-needed')
  })

  it('a page asks only for what the case allows: each permitted noun is one that is not refused as a stranger’s', async () => {
    const lijing = await bank.colleague('lijing')
    const permitted = (await lijing.sees(id)).allowed.filter(each => each.ok).map(each => each.noun)
    expect(permitted).toEqual(expect.arrayContaining(['contact', 'handover', 'note', 'supplement-request']))
    expect(permitted).not.toContain('approval')
    for (const { noun, ok } of (await lijing.sees(id)).allowed.filter(each => !each.ok)) {
      expect([noun, ok, await lijing.refused(id, noun, BODIES[noun as keyof typeof BODIES])]).toEqual([
        noun,
        false,
        '403 not-for-you',
      ])
    }
  })
})

describe('a stand-in', () => {
  it('does the work of the person away, and their limits of approval stay at home', async () => {
    const [lijing, chenlei] = [await bank.colleague('lijing'), await bank.colleague('chenlei')]
    const held = await lijing.register()
    expect(await chenlei.refused(held, 'handover', BODIES.handover)).toBe('403 not-for-you')
    const period = { from: '2026-03-01', to: '2026-03-08' }
    await bank.orders('person:p-lijing', { type: 'appoint-stand-in', person: 'p-chenlei', ...period })
    expect(idsOn(await chenlei.get('/api/desk?view=mine'))).toContain(held)
    expect(await chenlei.does(held, 'handover', BODIES.handover)).toEqual(['handed-over'])
    const fact = (await chenlei.sees(held)).timeline.at(-1)
    expect(fact).toMatchObject({ type: 'handed-over', by: { id: 'p-chenlei' } })

    // On the ninth the absence is over: the stand-in is a colleague like any other again.
    bank.at('2026-03-09 09:00')
    bank.app.house.answers.organisationChanged()
    const later = await lijing.register()
    expect(await chenlei.refused(later, 'handover', BODIES.handover)).toBe('403 not-for-you')
    bank.at('2026-03-02 09:00')
  })

  it('does not lend an approver’s limit', async () => {
    const period = { from: '2026-03-01', to: '2026-03-08' }
    await bank.orders('person:p-sunwei', { type: 'appoint-stand-in', person: 'p-qianli', ...period })
    const [lijing, wangmin, qianli] = [
      await bank.colleague('lijing'),
      await bank.colleague('wangmin'),
      await bank.colleague('qianli'),
    ]
    const held = await lijing.register()
    await lijing.does(held, 'handover', { toUnit: 'HO.SH.XB', reason: '分行办理' })
    await wangmin.does(held, 'acceptance', { noInterest: true })
    await wangmin.does(held, 'contact', BODIES.contact)
    await wangmin.does(held, 'investigation', {})
    await wangmin.does(held, 'decision', BODIES.decision)
    expect(await qianli.refused(held, 'approval')).toBe('409 above-limit')
  })
})
