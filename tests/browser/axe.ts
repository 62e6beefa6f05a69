// Accessibility of what is on the screen: WCAG 2.2 AA, each violation in a line that says where and what.

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Every violation on the page as it stands: `colour-contrast .desk b: Elements must … (4.1 of 4.5)`. */
export async function findViolations(page: Page): Promise<string[]> {
  // Fading in counts as too little contrast; what moves is let come to rest first.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(each => each.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map(each => each.finished.catch(() => null)),
    ),
  )
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.flatMap(violation =>
    violation.nodes.map(node => {
      const why = node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? violation.help
      return `${violation.id} ${node.target.join(' ')}: ${why}`
    }),
  )
}
