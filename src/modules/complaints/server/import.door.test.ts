// A file into the ledger end to end: tried first, brought in once, gone on with after a kill, its report kept.

import { randomUUID } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Colleague, multipart, useBank } from '../../../../tests/bank.ts'
import { testFolder } from '../../../../tests/database.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { ImportPreset } from '../rules/import-preset.ts'
import { findPreset } from '../rules/import-preset-list.ts'
import type { ImportReport } from '../rules/import-report.ts'
import { importFile } from './import-command.ts'
import { placeOfImport } from './import-job.ts'
import { openSource, type SourceFile } from './import-read.ts'
import { type ImportWork, runImport, tryImport } from './import-run.ts'
import { addImport, findImport } from './import-store.ts'
import { recordOf } from './import-upload.ts'

const bank = useBank()
const folder = testFolder()
beforeAll(() => bank.app.house.jobs.start())
afterAll(() => bank.app.house.jobs.stop())

const STANDARD = findPreset('standard') as ImportPreset
const HEAD = '投诉编号,投诉渠道,收到时间,办结时间,告知时间,客户姓名,联系电话,投诉内容,经办备注'
const open = (id: string, text = '手续费多扣了') => `${id},客服热线,2026-02-20 10:00,,,陈桂芳,13800138000,${text},`
const closed = (id: string) => `${id},来信,2026-01-05,2026-01-19,2026-01-16,王晓明,13900139000,提前还款被拒,`
const ledger = (...rows: string[]) => `${HEAD}\n${rows.join('\n')}\n`

describe('the trial', () => {
  it('tells what would come in, and writes nothing', async () => {
    const before = await countFacts()
    const report = await tryImport(
      await workOn(ledger(open('T-1'), closed('T-2'), open('T-3').replace('客服热线', '飞鸽'))),
    )
    expect(report).toMatchObject({ read: 3, open: 1, closed: 1, there: 0, faulty: 1, byKey: { 'word-unknown': 1 } })
    expect(report.faults).toEqual([
      { line: 4, reference: 'T-3', field: 'channel', key: 'word-unknown', values: { found: '飞鸽' } },
    ])
    expect(await countFacts()).toBe(before)
  })

  it('asks the rules: what lies ahead, an unknown unit and dates out of order are told before anything is written', async () => {
    const ahead = open('T-4').replace('2026-02-20 10:00', '2027-02-20 10:00')
    const backwards = closed('T-5').replace('2026-01-16', '2025-01-16')
    const text = ledger(ahead, backwards).replace('经办备注', '机构代码')
    const report = await tryImport(await workOn(`${text}${open('T-6')}HO.XX\n`))
    expect(report.faults.map(fault => `${fault.line} ${fault.field} ${fault.key}`)).toEqual([
      '2 receivedAt later-than-now',
      '3 toldAt before-received',
      '4 unit no-such-unit',
    ])
  })

  it('finds a number that stands twice: the same row is there already, another row is a fault', async () => {
    const report = await tryImport(await workOn(ledger(open('T-7'), open('T-7'), open('T-7', '另一件事'))))
    expect(report).toMatchObject({ open: 1, there: 1, faulty: 1, byKey: { 'id-with-other-content': 1 } })
  })

  it('of a file without rows has nothing to report', async () => {
    expect(await tryImport(await workOn(`${HEAD}\n`))).toMatchObject({ read: 0, faulty: 0, faults: [] })
  })
})

describe('the import', () => {
  it('registers what is open with its clocks, and enters what is closed with its dates and without alarms', async () => {
    const { report, work } = await bringIn(ledger(open('R-1'), closed('R-2')))
    expect(report).toMatchObject({ read: 2, open: 1, closed: 1, faulty: 0 })
    const [one, two] = [await caseOf('R-1'), await caseOf('R-2')]
    expect(one.state).toMatchObject({
      status: 'registered',
      channel: 'hotline',
      receivedAt: '2026-02-20T02:00:00.000Z',
      registeredBy: `import:${work.importId}`,
      source: { system: 'standard', reference: 'R-1' },
    })
    expect(two.state).toMatchObject({ status: 'closed', closedAt: '2026-01-18T16:00:00.000Z' })
    expect(await bank.alarms(one.id)).toEqual(await bank.alarmsByRules(one.id))
    expect((await bank.alarms(one.id)).length).toBeGreaterThan(0)
    expect(await bank.alarms(two.id)).toEqual([])
  })

  it('keeps neither name nor telephone in the clear', async () => {
    await bringIn(ledger(open('R-3', '请回电 13800138000 找陈桂芳')))
    const { rows } = await bank.ownerPool.query('select body::text as body from ledger.fact where case_id = $1', [
      (await caseOf('R-3')).id,
    ])
    expect(rows[0].body).not.toMatch(/13800138000|陈桂芳/)
  })

  it('of the same file again, plain or compressed, adds nothing', async () => {
    const text = ledger(open('R-4'), closed('R-5'))
    await bringIn(text)
    const before = await countFacts()
    const again = await bringIn(text)
    const compressed = await bringIn(gzipSync(text))
    expect(again.report).toMatchObject({ read: 2, open: 0, closed: 0, there: 2 })
    expect(compressed.report).toMatchObject({ there: 2 })
    expect(await countFacts()).toBe(before)
  })

  it('knows rows without a number by the file and the line', async () => {
    const text = ledger(open(''), open(''), closed(''))
    const first = await bringIn(text)
    expect(first.report).toMatchObject({ open: 2, closed: 1, withoutId: 3 })
    expect((await bringIn(text)).report).toMatchObject({ open: 0, closed: 0, there: 3 })
    const { rows } = await bank.ownerPool.query(
      'select request_id from ledger.fact where request_id like $1 order by 1',
      [`import:${first.work.file.sha256}:%`],
    )
    expect(rows.map(row => row.request_id.split(':')[2])).toEqual(['2', '3', '4'])
  })

  it('does not touch a case whose number comes again with other content', async () => {
    await bringIn(ledger(open('R-6')))
    const { report } = await bringIn(ledger(open('R-6', '内容改了')))
    expect(report).toMatchObject({ faulty: 1, byKey: { 'id-with-other-content': 1 } })
    expect((await caseOf('R-6')).state).toMatchObject({ version: 1 })
  })

  it('leaves out rows that are broken and brings in the rest', async () => {
    const { report } = await bringIn(ledger(open('R-7'), 'R-8,只有两列', `R-9,"没有合上`, open('R-10')))
    expect(report).toMatchObject({ read: 4, open: 2, faulty: 2 })
    expect(report.faults.map(fault => `${fault.line} ${fault.key}`)).toEqual(['3 column-count', '4 bad-quoting'])
  })

  it('takes a cell that looks like a formula for what was said', async () => {
    await bringIn(ledger(open('R-11', '=HYPERLINK(1)')))
    expect((await caseOf('R-11')).state.text.masked).toBe('=HYPERLINK(1)')
  })
})

describe('a run that was killed', () => {
  it('goes on after the line it had saved, counts every row once, and writes no row twice', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => (index % 3 ? open(`K-${index}`) : closed(`K-${index}`)))
    const work = await workOn(ledger(...rows))
    let saved: { line: number; report: ImportReport } | null = null
    const stop = new AbortController()
    const onBatch = async (so: { line: number; report: ImportReport }) => {
      // Killed after the second batch was written, and before that could be said.
      if (saved) stop.abort(new Error('killed'))
      else saved = so
    }
    await expect(runImport({ ...work, onBatch, signal: stop.signal }, { line: 0, report: null })).rejects.toThrow(
      'killed',
    )
    expect(saved).toMatchObject({ line: 501, report: { read: 500 } })
    const report = await runImport(work, saved ?? { line: 0, report: null })
    expect(report).toMatchObject({ read: 1200, open: 800, closed: 400, there: 0, faulty: 0 })
    const { rows: counted } = await bank.ownerPool.query(
      `select count(*)::int as facts, count(distinct case_id)::int as cases from ledger.fact where actor = $1`,
      [`import:${work.importId}`],
    )
    expect(counted).toEqual([{ facts: 1200, cases: 1200 }])
  }, 60_000)
})

describe('on the screen', () => {
  it('a supervisor uploads, maps, tries and runs; the report stays and the file goes', async () => {
    const zhoumin = await bank.colleague('zhoumin')
    const sent = await send(zhoumin, '台账.csv', ledger(open('S-1'), closed('S-2'), 'S-3'))
    expect(sent.statusCode).toBe(201)
    const { id, columns, sample } = sent.json()
    expect(columns).toContain('经办备注')
    expect(sample[0]).toMatchObject({ 投诉编号: 'S-1', 联系电话: expect.not.stringContaining('13800138000') })
    expect((await zhoumin.post(`/api/imports/${id}/run`)).json()).toMatchObject({ fields: [{ field: 'preset' }] })
    expect((await zhoumin.post(`/api/imports/${id}/trial`, { preset: 'standard' })).statusCode).toBe(202)
    const tried = await stands(zhoumin, id, 'tried')
    expect(tried).toMatchObject({ counts: { ready: 2, refused: 1 }, unusedColumns: ['经办备注'], total: 3 })
    expect(tried.report).toEqual([
      { row: 4, reference: null, field: '整行', reason: '列数不符：应为 9 列，实为 1 列。' },
    ])
    expect((await zhoumin.post(`/api/imports/${id}/run`)).statusCode).toBe(202)
    const done = await stands(zhoumin, id, 'done')
    expect(done).toMatchObject({ counts: { imported: 2, open: 1, closed: 1, refused: 1 }, progress: 3, total: 3 })
    expect((await caseOf('S-1')).state.owner.unit).toBe('HO.SH.PD')
    expect(existsSync(placeOfImport(bank.app.house, id))).toBe(false)
    expect((await zhoumin.get('/api/imports')).json().items[0]).toMatchObject({ id, state: 'done' })
    expect((await zhoumin.post(`/api/imports/${id}/run`)).json().code).toBe('import-done')
  })

  it('a mapping of one’s own can be kept as a preset', async () => {
    const gaoyuan = await bank.colleague('gaoyuan')
    const text = '日期,事由,客户\n2026-02-01,扣费,李四\n'
    const { id } = (await send(gaoyuan, '自用.csv', text)).json()
    const wrong = await gaoyuan.post(`/api/imports/${id}/trial`, { mapping: { 事由: 'text' } })
    expect([wrong.statusCode, wrong.json().code]).toEqual([400, 'columns-missing'])
    const mapping = { 日期: 'receivedAt', 事由: 'text', 客户: 'parties.0.name' }
    await gaoyuan.post(`/api/imports/${id}/trial`, { mapping, keepPreset: true })
    expect(await stands(gaoyuan, id, 'tried')).toMatchObject({ counts: { ready: 1 }, mapping })
    const presets: { id: string; own: boolean }[] = (await gaoyuan.get('/api/import-presets')).json().items
    expect(presets.filter(preset => preset.own)).toHaveLength(1)
    expect(presets.map(preset => preset.id)).toEqual(expect.arrayContaining(['standard', 'uwv', 'cfpb', 'citizen']))
  })

  it('refuses files that are none, presets that do not fit, and people who may not', async () => {
    const zhoumin = await bank.colleague('zhoumin')
    const empty = await send(zhoumin, 'x.csv', '')
    expect([empty.statusCode, empty.json().fields[0].field]).toEqual([400, 'file'])
    const { id } = (await send(zhoumin, 'x.csv', 'a,b\n1,2\n')).json()
    expect((await zhoumin.post(`/api/imports/${id}/trial`, { preset: 'standard' })).json().code).toBe('columns-missing')
    expect((await zhoumin.post(`/api/imports/${id}/trial`, { preset: 'none' })).json().code).toBe('no-such-preset')
    expect((await zhoumin.get(`/api/imports/${randomUUID()}`)).statusCode).toBe(404)
    expect((await send(await bank.colleague('lijing'), 'x.csv', 'a\n1\n')).statusCode).toBe(403)
  })
})

describe('on the command line', () => {
  it('tries, brings in, tells the counts and the checks, and ends with 0', async () => {
    const path = put('us.csv', US)
    const said: string[] = []
    expect(await importFile(bank.app.house, ['--preset', 'cfpb', path], terminal(said))).toBe(0)
    const text = said.join('\n')
    expect(text).toContain('of 3 rows 3 can be imported (open 1, closed 2)')
    expect(text).toContain('read 3: imported 3 (open 1, closed 2), already there 0, faulty 0; without an id 1.')
    expect(text).toContain('applies to 1 rows; 0 agree, 1 does not (line 3)')
    expect(text).toContain('The file has no date of response.')
    const before = await countFacts()
    await importFile(bank.app.house, ['--preset', 'cfpb', path], terminal(said))
    expect(await countFacts()).toBe(before)
  })

  it('only tries when it is told to, and ends with 1 for a file or a preset that cannot be used', async () => {
    const before = await countFacts()
    const run = (...args: string[]) => importFile(bank.app.house, args, terminal([]))
    expect(await run('--preset', 'standard', '--trial', put('trial.csv', ledger(open('C-1'))))).toBe(0)
    expect(await run('--preset', 'uwv', put('other.csv', ledger(open('C-1'))))).toBe(1)
    expect(await run('--preset', 'none', put('other.csv', 'a\n1\n'))).toBe(1)
    expect(await run('--preset', 'cfpb', join(folder, 'absent.csv'))).toBe(1)
    expect(await run()).toBe(1)
    expect(await countFacts()).toBe(before)
  })

  it('goes on with a run that came to no end', async () => {
    const path = put('going-on.csv', ledger(open('C-2'), open('C-3')))
    const file = await sourceOf(path)
    const id = randomUUID()
    const begun = recordOf(bank.app.house, { id, file, actor: 'command-line', unit: 'HO' })
    const { report } = await bringIn(ledger(open('C-2')))
    await addImport(bank.appPool, {
      ...begun,
      ...{ presetId: 'standard', preset: STANDARD, state: 'running', line: 2, report },
    })
    const said: string[] = []
    await importFile(bank.app.house, ['--preset', 'standard', path], terminal(said))
    expect(said.join('\n')).toContain('The last run stopped after line 2; going on from there.')
    expect(await findImport(bank.appPool, id)).toMatchObject({ state: 'done', report: { read: 2, open: 2 } })
  })
})

describe('afterwards', () => {
  it('every chain verifies', async () => {
    expect(await bank.app.verify()).toMatchObject({ ok: true })
  })
})

const US = [
  'complaint_id,date_received,date_sent,product,issue,company_response,timely',
  '1,2015-03-01,2015-03-02,card,Billing,In progress,Yes',
  '2,2015-03-01,2015-03-02,card,Billing,Untimely response,Yes',
  ',2015-03-01,2015-03-02,card,Billing,Closed,No',
  '',
].join('\n')

let files = 0

function put(name: string, content: string | Buffer): string {
  const path = join(folder, `${++files}-${name}`)
  writeFileSync(path, content)
  return path
}

async function sourceOf(path: string): Promise<SourceFile> {
  const file = await openSource(path)
  if (isRefusal(file)) throw new Error(file.key)
  return file
}

async function workOn(content: string | Buffer): Promise<ImportWork> {
  const file = await sourceOf(put('ledger.csv', content))
  return { house: bank.app.house, file, preset: STANDARD, importId: randomUUID(), unit: 'HO' }
}

async function bringIn(content: string | Buffer): Promise<{ work: ImportWork; report: ImportReport }> {
  const work = await workOn(content)
  return { work, report: await runImport(work, { line: 0, report: null }) }
}

async function caseOf(reference: string) {
  const { rows } = await bank.ownerPool.query(
    `select id, state from complaints.complaint where state -> 'source' ->> 'reference' = $1`,
    [reference],
  )
  expect(rows).toHaveLength(1)
  return rows[0]
}

async function countFacts(): Promise<number> {
  const { rows } = await bank.ownerPool.query(`select count(*)::int as n from ledger.fact where module = 'complaints'`)
  return rows[0].n
}

function send(who: Colleague, name: string, content: string) {
  const { headers, payload } = multipart({ name, type: 'text/csv', content: Buffer.from(content) })
  return who.send('/api/imports', payload, headers)
}

async function stands(who: Colleague, id: string, state: string) {
  return vi.waitFor(
    async () => {
      const seen = (await who.get(`/api/imports/${id}`)).json()
      expect(seen.state).toBe(state)
      return seen
    },
    { timeout: 15_000, interval: 100 },
  )
}

function terminal(said: string[]) {
  return { write: (line: string) => void said.push(line), show: () => undefined }
}
