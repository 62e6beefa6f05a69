// Everything that must hold, in order, stopping at the first failure: `npm test`; `npm run check` is the quick part.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopwatch } from '../src/platform/clock.ts'
import { environmentWith } from '../src/platform/config.ts'
import { findServerEngine } from '../tests/server-engine.ts'

interface Step {
  readonly name: string
  readonly command: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** A vitest run, whose tests are counted. */
  readonly counted?: boolean
  /** Why the step cannot run here, or null. */
  readonly missing?: () => string | null
}

const vitest = (project: string) => ['vitest', 'run', '--project', project]

const QUICK: readonly Step[] = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of the rules', command: ['tsc', '--noEmit', '-p', 'tsconfig.rules.json'] },
  { name: 'lint and format', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'house and rules', command: vitest('rules'), counted: true },
]
const LONG: readonly Step[] = [
  {
    name: 'doors on the embedded PostgreSQL',
    command: vitest('doors'),
    environment: { XIAOBAO_TEST_ENGINE: 'embedded' },
    counted: true,
  },
  {
    name: 'doors on a PostgreSQL server (15 or newer)',
    command: vitest('doors'),
    environment: { XIAOBAO_TEST_ENGINE: 'server' },
    counted: true,
    missing: () =>
      findServerEngine() === null
        ? 'no programs of PostgreSQL 15 or newer in /usr/lib/postgresql (apt-get install postgresql)'
        : null,
  },
  { name: 'the product killed in the middle', command: vitest('faults'), counted: true },
  { name: 'a browser', command: ['node', join(import.meta.dirname, 'browser.ts')] },
  { name: 'browser journeys', command: vitest('browser'), counted: true },
]

const quick = process.argv.includes('--quick')
const tests = { passed: 0, failed: 0 }
const skipped: string[] = []
let ok = true
for (const step of quick ? QUICK : [...QUICK, ...LONG]) {
  ok = run(step)
  if (!ok) break
}
for (const line of skipped) console.log(line)
console.log(`${tests.passed} passed, ${tests.failed} failed`)
process.exit(ok ? 0 : 1)

function run(step: Step): boolean {
  const missing = step.missing?.() ?? null
  if (missing !== null) {
    const line = `SKIPPED ${step.name}: ${missing}`
    console.log(`\n${'!'.repeat(80)}\n${line}\n${'!'.repeat(80)}\n`)
    skipped.push(line)
    return true
  }
  const [program = '', ...words] = step.command
  const folder = mkdtempSync(join(tmpdir(), 'xiaobao-report-'))
  const report = join(folder, 'report.json')
  const reporters = step.counted ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : []
  const elapsed = stopwatch()
  const ended = spawnSync(programOf(program), [...words, ...reporters], {
    stdio: 'inherit',
    env: environmentWith(step.environment ?? {}),
  })
  const counted = !step.counted || count(report)
  const fine = ended.status === 0 && counted
  rmSync(folder, { recursive: true, force: true })
  console.log(`${fine ? 'ok' : 'FAILED'}  ${step.name}  ${(elapsed() / 1000).toFixed(1)} s`)
  // A failure outside a test (a type, a set-up, a step that could not start) must not end as "0 failed".
  if (!fine && tests.failed === 0) tests.failed = 1
  return fine
}

/** Adds the counts of a vitest report; false when there is none or nothing was run. */
function count(report: string): boolean {
  if (!existsSync(report)) return false
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
  tests.passed += numPassedTests ?? 0
  tests.failed += numFailedTests ?? 0
  return (numPassedTests ?? 0) > 0
}

function programOf(name: string): string {
  if (name === 'node') return process.execPath
  return join(import.meta.dirname, '..', 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
}
