// The desk by hand and by clock: keys move, open, note and act; a day forward, an alarm rings and a row changes its class.

import { describe, expect, inject, test } from 'vitest'
import { runCommand } from '../product.ts'
import { useBrowser } from './visitor.ts'

const browsing = useBrowser()

interface Item {
  readonly id: string
  readonly number: string
  readonly dueAt: string | null
}

describe('by keyboard', () => {
  test('J and K move, Enter opens, U comes back to the same row, N notes', async () => {
    const handler = await browsing.visit('handler')
    const { page } = handler
    await handler.open('/desk?view=mine')
    const { items } = await handler.get<{ items: Item[] }>('/api/desk?view=mine&limit=3')
    const numbers = items.map(item => item.number)
    const current = page.getByRole('row', { selected: true })
    const stands = (place: number) => expect.poll(() => current.innerText()).toContain(numbers[place])
    await stands(0)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await stands(2)
    await page.keyboard.press('k')
    await stands(1)
    // The preview follows the row without a click.
    await page
      .getByRole('complementary', { name: '预览' })
      .getByText(numbers[1] ?? '')
      .waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/complaints/${items[1]?.id}`)
    await page
      .getByRole('heading', { level: 1 })
      .getByText(numbers[1] ?? '')
      .waitFor()
    await page.keyboard.press('u')
    await page.waitForURL('**/desk?view=mine')
    await stands(1)

    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('说明').fill('下午三点再联系')
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })
    const { timeline } = await handler.get<{ timeline: { type: string }[] }>(`/api/complaints/${items[1]?.id}`)
    expect(timeline.at(-1)?.type).toBe('noted')
    await handler.leave()
  })

  test('what an input method composes never acts', async () => {
    const handler = await browsing.visit('handler')
    const { page } = handler
    await handler.open('/desk?view=mine')
    await page.getByRole('row', { selected: true }).waitFor()
    const before = await page.getByRole('row', { selected: true }).innerText()
    await page.evaluate(() => {
      for (const code of ['KeyJ', 'KeyK', 'KeyC', 'KeyN', 'KeyE', 'Enter'])
        for (const composed of [{ isComposing: true }, { keyCode: 229 }])
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { code, ...composed, bubbles: true }))
    })
    // A key that is meant, after them: had one of them acted, the row or the page would be another.
    await page.keyboard.press('Shift+Slash')
    await page.getByText('键盘快捷键').first().waitFor()
    await handler.seesNoBarrier()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('row', { selected: true }).innerText()).toBe(before)
    expect(new URL(page.url()).pathname).toBe('/desk')
    await handler.leave()
  })
})

describe('by the time machine', () => {
  test('a day forward, what fell due rings, and its row is late', async () => {
    const supervisor = await browsing.visit('supervisor')
    const { page } = supervisor
    const { now } = await supervisor.get<{ now: string }>('/api/demo')
    const { items } = await supervisor.get<{ items: Item[] }>('/api/desk?view=unit&limit=200')
    const tomorrow = new Date(Date.parse(now) + 86_400_000).toISOString()
    const due = items.find(item => item.dueAt !== null && item.dueAt > now && item.dueAt < tomorrow)
    await supervisor.open(`/desk?view=unit&q=${due?.number}`)
    const row = page.getByRole('row', { name: due?.number ?? 'nothing is due within a day' })
    await row.waitFor()
    expect(await row.innerText()).not.toMatch(/逾/)
    await page.getByRole('button', { name: '前进一天' }).click()
    await page
      .getByRole('status')
      .filter({ hasText: /响了 \d+ 个提醒/ })
      .waitFor({ timeout: 60_000 })
    await expect.poll(() => row.innerText()).toMatch(/逾/)
    await supervisor.seesNoBarrier()
    await supervisor.leave()
    // The command line proves the ledger by the product's own time, not by the machine's.
    const verdict = await runCommand(inject('product').data, 'verify')
    expect([verdict.status, verdict.printed]).toEqual([0, expect.stringContaining('no difference')])
  })
})
