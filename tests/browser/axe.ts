// Accessibility of what is on the screen: WCAG 2.2 AA, each violation in a line that says where and what.

import axe from 'axe-core'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Every violation on the page as it stands: `color-contrast .desk b: Element has insufficient color contrast of 4.1 …`. */
export async function findViolations(page: Page): Promise<string[]> {
  // Handed to the page by the debugger: as a script of the page the content security policy would refuse it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async rules => {
    // Fading in counts as too little contrast: what moves is let come to rest first.
    const moving = document.getAnimations().filter(each => each.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(moving.map(each => each.finished.catch(() => null)))
    const options = { runOnly: { type: 'tag' as const, values: rules }, resultTypes: ['violations' as const] }
    return (window as unknown as { axe: typeof axe }).axe.run(document, options)
  }, RULES)
  return violations.flatMap(violation =>
    violation.nodes.map(node => {
      const why = node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? violation.help
      return `${violation.id} ${node.target.join(' ')}: ${why}`
    }),
  )
}
