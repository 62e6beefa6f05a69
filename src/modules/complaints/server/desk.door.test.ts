// The desk over the wire: filters, pages while others work, counts, and places that were never given.

import { beforeAll, describe, expect, it } from 'vitest'
import { type Colleague, useBank } from '../../../../tests/bank.ts'

const bank = useBank()
const MANY = 230

interface Item {
  readonly id: string
  readonly dueAt: string | null
  readonly openedAt: string
}

interface Page {
  readonly items: readonly Item[]
  readonly next: string | null
}

/** Registers `count` complaints, a few at a time, received minutes apart. */
async function fill(by: Colleague, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < count; from += 10) {
    const some = Array.from({ length: Math.min(10, count - from) }, (_, index) => from + index)
    const minute = (place: number) => String(place % 60).padStart(2, '0')
    const receivedAt = (place: number) => `2026-02-2${place % 8}T09:${minute(place)}:00+08:00`
    ids.push(...(await Promise.all(some.map(place => by.register({ receivedAt: receivedAt(place) })))))
  }
  return ids
}

const page = async (by: Colleague, query: string): Promise<Page> => (await by.get(`/api/desk?${query}`)).json()

/** Every page of a list, one after the other. */
async function all(
  by: Colleague,
  query: string,
  { limit = 200, between }: { limit?: number; between?: () => Promise<unknown> } = {},
): Promise<Item[]> {
  const items: Item[] = []
  for (let next: string | null = ''; next !== null; ) {
    const given: Page = await page(by, `${query}&limit=${limit}${next && `&after=${encodeURIComponent(next)}`}`)
    items.push(...given.items)
    next = given.next
    if (next !== null) await between?.()
  }
  return items
}

describe('a list that grows while it is read', () => {
  it.each(['due', 'opened', '-opened'])('sorted by %s loses nothing and shows nothing twice', async sort => {
    const [ningbo, yaohong] = [await bank.colleague('ningbo'), await bank.colleague('yaohong')]
    const before = new Set((await all(yaohong, `sort=${sort}`)).map(item => item.id))
    const known = new Set([...before, ...(await fill(ningbo, before.size === 0 ? MANY : 0))])
    // Somebody else goes on registering between two pages.
    const register = () => ningbo.register({ receivedAt: '2026-02-23T12:00:00+08:00' })
    const seen = await all(yaohong, `sort=${sort}`, { limit: 20, between: register })
    const ids = seen.map(item => item.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...known].filter(id => !ids.includes(id))).toEqual([])
    const place = (item: Item) => (sort === 'due' ? String(item.dueAt) : item.openedAt)
    const places = seen.map(place)
    const inOrder = places.toSorted()
    expect(places).toEqual(sort === '-opened' ? inOrder.toReversed() : inOrder)
  })
})

describe('filters and views', () => {
  let branch: Colleague
  const made: Record<string, string> = {}

  beforeAll(async () => {
    const lijing = await bank.colleague('lijing')
    branch = await bank.colleague('liufang')
    made.hotline = await lijing.register({ channel: 'hotline', product: '信用卡', text: '年费收了两次' })
    made.inquiry = await lijing.register({ matterType: 'inquiry', text: '问贷款利率' })
    made.elderly = await lijing.register({ vulnerable: ['elderly'] })
    made.pbc = await lijing.register({
      channel: 'pbc-12363',
      outsideNumbers: [{ body: 'pbc', number: 'PBC-2026-1', receivedAt: '2026-03-02T08:30:00+08:00' }],
    })
    made.elsewhere = await lijing.register({ unit: 'HO.SH.XB' })
    made.offered = await lijing.register()
    await lijing.does(made.offered, 'handover', { toUnit: 'HO.SH.XB', reason: '由分行办理' })
    made.old = await lijing.register({ receivedAt: '2026-02-01T09:00:00+08:00' })
  })

  it.each([
    ['channel=hotline', ['hotline']],
    ['matter=inquiry', ['inquiry']],
    ['flag=elderly', ['elderly']],
    ['pack=CN-PBC-2020-5', ['pbc']],
    [`product=${encodeURIComponent('信用卡')}`, ['hotline']],
    [`q=${encodeURIComponent('年费')}`, ['hotline']],
    [`q=${encodeURIComponent('贷款 利率')}`, ['inquiry']],
    ['unit=HO.SH.XB&view=unclaimed', ['elsewhere']],
    ['owner=p-lijing&channel=hotline', ['hotline']],
    ['state=registered,assigned&channel=hotline', ['hotline']],
    ['state=closed', []],
    ['open=false', []],
    ['overdue=true', ['old']],
    ['channel=hotline&flag=elderly', []],
    [`q=${encodeURIComponent("')) or true --")}`, []],
  ])('%s finds what it names and nothing else', async (query, names) => {
    const { items } = await page(branch, query)
    expect(items.map(item => item.id).toSorted()).toEqual(names.map(name => made[name]).toSorted())
  })

  it('the words of a person’s own work: mine, to accept, heard first', async () => {
    const [lijing, wangmin] = [await bank.colleague('lijing'), await bank.colleague('wangmin')]
    const ids = async (by: Colleague, view: string) => (await page(by, `view=${view}`)).items.map(item => item.id)
    expect(await ids(wangmin, 'to-accept')).toEqual([made.offered])
    expect(await ids(wangmin, 'mine')).toEqual([])
    expect(await ids(lijing, 'mine')).not.toContain(made.elsewhere)
    expect(await ids(lijing, 'first-owned')).toEqual(expect.arrayContaining([made.elsewhere, made.offered]))
  })

  it('the counts are those of the lists', async () => {
    for (const account of ['lijing', 'wangmin', 'liufang', 'yaohong']) {
      const person = await bank.colleague(account)
      const { views, overdue } = (await person.get('/api/desk/counts')).json()
      for (const view of ['today', 'mine', 'unit', 'unclaimed', 'to-accept', 'first-owned', 'returned', 'call-back'])
        expect([account, view, views[view]]).toEqual([account, view, (await all(person, `view=${view}`)).length])
      expect([account, overdue]).toEqual([account, (await all(person, 'overdue=true')).length])
    }
  })

  it.each(['after=nonsense', 'limit=0', 'limit=201', 'sort=name', 'view=secret', 'state=unknown', 'nonsense=1'])(
    '%s is refused with its field',
    async query => {
      const reply = await branch.get(`/api/desk?${query}`)
      expect([reply.statusCode, reply.json().fields?.[0]?.field]).toEqual([
        400,
        expect.stringMatching(`^${query.split('=')[0]}`),
      ])
    },
  )
})
