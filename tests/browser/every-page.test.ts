// Every page for everybody: no barrier by WCAG 2.2 AA, wide and narrow, in both languages, light and dark, in large type.

import { describe, expect, test } from 'vitest'
import { DESKTOP, LAPTOP, PHONE, type Screen, useBrowser } from './visitor.ts'

const browsing = useBrowser()

// Five screens in which each pair of width, language, scheme and type meets at least once.
const SCREENS: readonly (readonly [string, Screen])[] = [
  ['wide, Chinese, light', { ...DESKTOP, language: 'zh-CN', scheme: 'light', largeType: false }],
  ['wide, English, dark, large', { ...LAPTOP, language: 'en', scheme: 'dark', largeType: true }],
  ['narrow, Chinese, dark, large', { ...PHONE, language: 'zh-CN', scheme: 'dark', largeType: true }],
  ['narrow, English, light, large', { ...PHONE, language: 'en', scheme: 'light', largeType: true }],
  ['narrow, English, dark', { ...PHONE, language: 'en', scheme: 'dark', largeType: false }],
]

/** Who opens which pages; `:case` is an open case of theirs. */
const PAGES: readonly (readonly [string | null, readonly string[]])[] = [
  [null, ['/sign-in', '/first-administrator', '/consumer', '/consumer#/filing/story', '/consumer#/tracking']],
  ['handler', ['/desk', '/desk?view=mine', '/complaints/:case', '/complaints/new']],
  ['approver', ['/approvals']],
  ['admin', ['/people', '/tokens', '/imports']],
  ['inspector', ['/audit', '/rules']],
]

describe.each(SCREENS)('%s', (_name, screen) => {
  test.each(PAGES)('the pages of %s have no barrier and no width to scroll', async (account, paths) => {
    const visitor = await browsing.visit(account, screen)
    for (const path of paths) {
      const id = path.includes(':case') ? await firstCase(visitor) : ''
      await visitor.open(path.replace(':case', id))
      await visitor.seesNoBarrier()
      const beyond = await visitor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect([path, beyond <= 0 ? 0 : beyond]).toEqual([path, 0])
    }
    await visitor.leave()
  })
})

async function firstCase(visitor: Awaited<ReturnType<typeof browsing.visit>>): Promise<string> {
  const { items } = await visitor.get<{ items: { id: string }[] }>('/api/desk?view=mine&limit=1')
  return items[0]?.id ?? ''
}
