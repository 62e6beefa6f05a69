// The neighbours' bell: news of facts, told to those who hear them, at least once.

import type { Actor } from '../kernel/actor.ts'
import type { News } from '../kernel/module.ts'
import { type Instant, msBetween } from '../kernel/time.ts'
import { atOnce, attempt, forgetGone, PAGE, type Run, settle } from './bell.ts'

/** Delivers what is untold, oldest first, and returns how many pieces were heard. */
export async function deliverAll(run: Run): Promise<number> {
  const seen = new Set<string>()
  const blocked = new Set<string>()
  let done = 0
  let after: NewsRow | null = null
  for (;;) {
    const page: NewsRow[] = await oldestNews(run, after)
    if (after === null) {
      run.counts.newsLagMs = page[0] ? Math.max(0, msBetween({ from: page[0].at, to: run.parts.clock.now() })) : 0
    }
    // A hearer hears the facts of one case in their order: what follows a failure waits for it.
    const tales = [...Map.groupBy(page, row => `${row.hearer}<${row.module}/${row.caseId}`)]
    done += await atOnce(run, tales, async ([tale, rows]) => {
      let heard = 0
      for (const row of rows) {
        const id = `news/${tale}/${row.version}`
        if (!blocked.has(tale) && (await attempt(run, id, () => deliver(run, row)))) {
          run.tries.delete(id)
          heard++
        } else {
          blocked.add(tale)
          seen.add(id)
        }
      }
      return heard
    })
    after = page.at(-1) ?? null
    if (page.length < (run.parts.pageSize ?? PAGE) || run.stopping) break
  }
  if (!run.stopping) forgetGone(run, 'news/', seen)
  return done
}

async function oldestNews(run: Run, after: NewsRow | null): Promise<NewsRow[]> {
  const { rows } = await run.parts.pool.query<NewsRow>({
    name: 'oldest news',
    text: `select n.module, n.case_id as "caseId", n.version, n.hearer, n.at, f.at as "factAt", f.type, f.body
           from ledger.news n left join ledger.fact f using (module, case_id, version)
           where (n.at, n.module, n.case_id, n.version, n.hearer) > ($1, $2, $3, $4, $5)
           order by n.at, n.module, n.case_id, n.version, n.hearer limit $6`,
    values: [
      after?.at ?? '-infinity',
      after?.module ?? '',
      after?.caseId ?? '',
      after?.version ?? 0,
      after?.hearer ?? '',
      run.parts.pageSize ?? PAGE,
    ],
  })
  return rows
}

async function deliver(run: Run, row: NewsRow): Promise<boolean> {
  const { module, caseId, version, hearer, factAt } = row
  if (factAt === null) throw new Error('news of a fact that is not there')
  const news: News = { module, caseId, version, at: factAt, type: row.type, body: row.body }
  const hearing = run.parts.door.rulesOf(hearer).hears[`${module}/${row.type}`]?.(news) ?? null
  if (hearing) {
    const actor: Actor = { kind: 'neighbour', id: module, unit: null, posts: [], standsInFor: [] }
    const requestId = `news:${module}:${caseId}:${version}`
    const outcome = await run.parts.door.handle({ module: hearer, ...hearing, actor, requestId })
    settle(run, 'delivered', row, outcome)
  }
  // A neighbour that says no has heard. The row goes in a statement of its own: hearing twice does nothing.
  await run.parts.pool.query(
    'delete from ledger.news where module = $1 and case_id = $2 and version = $3 and hearer = $4',
    [module, caseId, version, hearer],
  )
  return true
}

interface NewsRow {
  readonly module: string
  readonly caseId: string
  readonly version: number
  readonly hearer: string
  readonly at: Instant
  readonly factAt: Instant | null
  readonly type: string
  readonly body: Record<string, unknown>
}
