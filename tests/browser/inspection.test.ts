// Who checks the bank, and who keeps its people: reading is on the record, proof is one button, a password is one's own.

import { describe, expect, test } from 'vitest'
import { pick, useBrowser } from './visitor.ts'

const browsing = useBrowser()

describe('the inspector', () => {
  test('reads a case, reveals a number for a purpose, and finds both readings in the ledger', async () => {
    const inspector = await browsing.visit('inspector')
    const { page } = inspector
    const { items } = await inspector.get<{ items: { id: string; number: string }[] }>('/api/desk?limit=1&open=true')
    const [found] = items
    await inspector.open(`/complaints/${found?.id}`)
    // Nothing on the case can be done by who only reads.
    expect(await page.getByRole('button', { name: '记入案卷' }).count()).toBe(0)
    await page.getByRole('button', { name: '查看“投诉内容”原文' }).click()
    const asked = page.getByRole('tooltip')
    await asked.getByRole('textbox', { name: '说明' }).fill('核对投诉人身份')
    await inspector.seesNoBarrier()
    await asked.getByRole('button', { name: '查看' }).click()
    await page.getByRole('button', { name: '隐去' }).waitFor()

    await inspector.open('/audit?list=readings')
    await page.getByLabel('核查目的').fill('阅览留痕抽查')
    await page.getByRole('button', { name: '开始核查' }).click()
    const readings = page.getByRole('grid', { name: '阅览记录' })
    await page.getByRole('textbox', { name: '案件' }).fill(found?.number ?? '')
    await page.keyboard.press('Enter')
    const mine = readings.getByRole('row').filter({ hasText: 'inspector' })
    await mine.filter({ hasText: '查看原文' }).filter({ hasText: '核对投诉人身份' }).first().waitFor()
    await mine.filter({ hasText: '打开' }).first().waitFor()
    await inspector.seesNoBarrier()
    await inspector.leave()
  })

  test('has every chain and seal verified, and there is no difference', async () => {
    const inspector = await browsing.visit('inspector')
    const { page } = inspector
    await inspector.open('/audit?list=seals')
    await page.getByRole('button', { name: '核验全部链条与封存' }).click()
    await page.getByText('核验通过').waitFor({ timeout: 60_000 })
    await inspector.seesNoBarrier()
    await inspector.leave()
  })
})

describe('the administrator', () => {
  test('adds a person, who signs in with a temporary password, changes it, and is let in', async () => {
    const admin = await browsing.visit('admin')
    await admin.open('/people')
    await admin.page.getByRole('button', { name: '新增人员' }).click()
    const dialog = admin.page.getByRole('dialog')
    await dialog.getByLabel('姓名').fill('裴一鸣')
    await dialog.getByRole('textbox', { name: '账号', exact: true }).fill('pei-yiming')
    await pick(admin, '角色', '经办')
    await admin.seesNoBarrier()
    await dialog.getByRole('button', { name: '新增人员' }).click()
    const temporary = await dialog.locator('code').innerText()
    await admin.leave()

    const person = await browsing.visit(null)
    const { page } = person
    await person.open('/desk')
    await page.getByLabel('账号').fill('pei-yiming')
    await page.getByLabel('密码', { exact: true }).fill(temporary)
    await page.getByRole('button', { name: '登录' }).click()
    const change = page.getByRole('dialog')
    await change.getByLabel('现密码').fill(temporary)
    await change.getByLabel('新密码', { exact: true }).fill('Xin-mima-2026')
    await change.getByLabel('再输一次新密码').fill('Xin-mima-2026')
    await person.seesNoBarrier()
    await change.getByRole('button', { name: '修改密码' }).click()
    await page.getByText('密码已修改').waitFor()
    await page.getByRole('heading', { name: '投诉' }).waitFor()
    await person.leave()
  })

  test('resets a password, and the sessions of that person end; signing out everywhere ends one’s own', async () => {
    await browsing.admit('ning-chuyun')
    const [office, home] = [await browsing.visit('ning-chuyun'), await browsing.visit('ning-chuyun')]
    await Promise.all([office.open('/desk'), home.open('/desk')])
    await office.page.getByRole('button', { name: /我的账户/ }).click()
    await office.page.getByRole('menuitem', { name: '退出所有设备' }).click()
    await office.page.getByRole('dialog').getByRole('button', { name: '退出所有设备' }).click()
    await office.page.getByRole('button', { name: '登录' }).waitFor()
    await home.page.reload()
    await home.page.getByRole('button', { name: '登录' }).waitFor()

    const again = await browsing.visit('ning-chuyun')
    await again.open('/desk')
    const admin = await browsing.visit('admin')
    await admin.open('/people')
    await admin.page.getByRole('textbox', { name: '姓名或账号' }).fill('ning-chuyun')
    await admin.page.keyboard.press('Enter')
    await admin.page.getByRole('row', { name: /宁出云/ }).dblclick()
    await admin.page.getByRole('button', { name: '重置密码' }).click()
    await admin.page.getByRole('dialog').last().getByRole('button', { name: '重置密码' }).click()
    await admin.page.getByText('临时密码，只显示这一次').waitFor()
    await admin.seesNoBarrier()
    await again.page.reload()
    await again.page.getByRole('button', { name: '登录' }).waitFor()
    await Promise.all([office, home, again, admin].map(each => each.leave()))
  })

  test('tries a ledger file, sees the row that cannot come in, and brings in the others', async () => {
    const importer = await browsing.visit('admin')
    const { page } = importer
    await importer.open('/imports')
    await page.locator('input[type="file"]').setInputFiles({
      name: 'ledger.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(LEDGER),
    })
    await page.getByText('待对应').first().waitFor()
    await pick(importer, '预设', '本机构投诉台账')
    await importer.seesNoBarrier()
    await page.getByRole('button', { name: '试运行' }).click()
    await page.getByText('可导入 2 行').waitFor()
    await page.getByText('不能导入 1 行').waitFor()
    await page.getByRole('row').filter({ hasText: '昨天下午' }).waitFor()
    await importer.seesNoBarrier()
    await page.getByRole('button', { name: '正式导入' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '正式导入' }).click()
    await page.getByText('已导入 2 行').waitFor()
    await importer.seesNoBarrier()
    await importer.leave()
  })
})

const LEDGER = [
  '投诉编号,投诉渠道,事项类型,收到时间,投诉内容,投诉请求,姓名,电话',
  'L-1,柜面,投诉,2026-10-02 09:30,转账收了两次手续费,退还多收的手续费,韩梅,13700001111',
  'L-2,12345,投诉,2026-10-08 14:10,排队两小时没有人管,道歉,李雷,13700002222',
  'L-3,柜面,投诉,昨天下午,ATM 吞卡,取回银行卡,赵四,13700003333',
].join('\n')
