// Somebody in front of a screen: a Chromium per test file, a window per person, signed in as an account of the demonstration.

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { findViolations } from './axe.ts'

export interface Screen {
  readonly width: number
  readonly height: number
  readonly language?: 'zh-CN' | 'en'
  readonly scheme?: 'light' | 'dark'
  readonly largeType?: boolean
}

export const DESKTOP: Screen = { width: 1440, height: 900 }
export const LAPTOP: Screen = { width: 1366, height: 768 }
export const PHONE: Screen = { width: 390, height: 844 }

export interface Visitor {
  readonly page: Page
  /** A page of the product, loaded and at rest. */
  open(path: string): Promise<void>
  /** Fails with a line per violation of WCAG 2.2 AA on the screen as it stands. */
  seesNoBarrier(): Promise<void>
  /** `GET` and `POST` of the interface, as this person. */
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: object): Promise<T>
  leave(): Promise<void>
}

export interface Browsing {
  /** A new window; with an account, signed in without the form. */
  visit(account: string | null, screen?: Screen): Promise<Visitor>
  /** Lets in a colleague who is no visitor's account: the administrator resets the password, the colleague changes it. */
  admit(account: string): Promise<void>
}

/** To be called at the top of a test file. Faults of scripts on any page fail the file. */
export function useBrowser(): Browsing {
  const product = inject('product')
  const AT = { baseURL: product.address }
  let browser: Browser
  const faults: string[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: product.chromium, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser.close()
    expect(faults).toEqual([])
  })
  const entered = (context: BrowserContext, account: string, password: string) =>
    context.request.post('/api/session', { data: { account, password } })
  return {
    async admit(account) {
      const [office, home] = [await browser.newContext(AT), await browser.newContext(AT)]
      await entered(office, 'admin', product.password)
      const reset = await office.request.post(`/api/people/p-${account}/password-reset`, { data: {} })
      const { temporaryPassword } = await reset.json()
      await entered(home, account, temporaryPassword)
      const data = { present: temporaryPassword, next: product.password }
      expect((await home.request.post('/api/session/password', { data })).status()).toBe(204)
      await Promise.all([office.close(), home.close()])
    },
    async visit(account, screen = DESKTOP) {
      const { width, height, language = 'zh-CN', scheme = 'light', largeType = false } = screen
      const context = await browser.newContext({
        ...AT,
        viewport: { width, height },
        locale: language,
        colorScheme: scheme,
        reducedMotion: 'reduce',
        hasTouch: width < 500,
      })
      const preferences = { language, scheme, largeType, keys: true }
      await context.addInitScript(kept => localStorage.setItem('xiaobao.preferences', JSON.stringify(kept)), {
        ...preferences,
        menu: 'auto',
      })
      if (account !== null) await signIn(context, account, preferences)
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      page.on('pageerror', fault => faults.push(`${page.url()}: ${fault.message}`))
      return visitorOn(context, page)
    },
  }

  async function signIn(context: BrowserContext, account: string, preferences: object): Promise<void> {
    expect([account, (await entered(context, account, product.password)).status()]).toEqual([account, 201])
    const kept = await context.request.put('/api/session/preferences', { data: preferences })
    expect(kept.status()).toBe(200)
  }
}

function visitorOn(context: BrowserContext, page: Page): Visitor {
  return {
    page,
    async open(path) {
      await page.goto(path)
      await atRest(page)
    },
    async seesNoBarrier() {
      await atRest(page)
      expect([page.url(), await findViolations(page)]).toEqual([page.url(), []])
    },
    async get(path) {
      const reply = await context.request.get(path)
      expect([path, reply.status()]).toEqual([path, 200])
      return reply.json()
    },
    async post(path, body) {
      const reply = await context.request.post(path, { data: body })
      expect([path, reply.ok()]).toEqual([path, true])
      return reply.json()
    },
    leave: () => context.close(),
  }
}

/** Loaded, and nothing on the page says that it is still being loaded. */
export async function atRest(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null)
}

/** Chooses from a list: types some of an entry's words and takes it with Enter, or clicks it where nothing can be typed. */
export async function pick({ page }: Visitor, label: string, entry: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label }).last()
  await field.click()
  if (await field.isEditable()) {
    await field.fill(entry)
    await page.getByRole('option', { name: entry }).first().waitFor({ state: 'attached' })
    await field.press('Enter')
  } else await page.locator('.ant-select-item-option:visible', { hasText: entry }).click()
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' })
}
