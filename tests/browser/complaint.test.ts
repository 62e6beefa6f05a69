// One complaint from a consumer's phone to its lawful answer, through everybody's own screen.

import { describe, expect, test } from 'vitest'
import { PHONE, pick, useBrowser, type Visitor } from './visitor.ts'

const browsing = useBrowser()
const STORY = '客户经理说这款理财保本，到期少了一万二千元，我要一个说法。'
// A colleague of the handler who had no part in the case: whoever did does not call back.
const OTHER = 'guan-yuelin'
let number = ''
let code = ''
let id = ''

/** Opens a command from the menu of the case, and gives its dialog. */
async function begin(visitor: Visitor, name: string) {
  const { page } = visitor
  await page.getByRole('button', { name: '其他操作' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
  return page.getByRole('dialog')
}

/** Sends the open dialog by keyboard, and waits until the case tells that it is done. */
async function submit(visitor: Visitor, told: string): Promise<void> {
  const { page } = visitor
  await page.getByRole('dialog').locator('form').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText(`已办理：${told}`).first().waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

async function state(visitor: Visitor): Promise<string> {
  return (await visitor.get<{ state: string }>(`/api/complaints/${id}`)).state
}

describe('a complaint', () => {
  test('the consumer files it on a phone, with a photo, and keeps number and code', async () => {
    const consumer = await browsing.visit(null, PHONE)
    const { page } = consumer
    const next = () => page.getByRole('button', { name: /下一步/ }).click()
    await consumer.open('/consumer')
    await page.getByRole('link', { name: /提出投诉/ }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    // What is missing is said in words, and the question stays.
    await page.getByText('请写一两句话').waitFor()
    await page.getByLabel('事情的经过').fill(STORY)
    await next()
    await page.getByText('理财、基金、贵金属').click()
    await consumer.seesNoBarrier()
    await next()
    await page.getByText('记不清了').click()
    await next()
    await page.getByText('把钱退给我').click()
    await consumer.seesNoBarrier()
    await next()
    await page
      .locator('input[type="file"]')
      .last()
      .setInputFiles({ name: 'slip.png', mimeType: 'image/png', buffer: PICTURE })
    await page.getByText('第 1 张照片').or(page.getByAltText('第 1 张照片')).first().waitFor()
    await consumer.seesNoBarrier()
    await next()
    await page.getByLabel('您的姓名').fill('周立新')
    await page.getByLabel('您的电话').fill('13912345678')
    await consumer.seesNoBarrier()
    await next()
    await page.getByRole('heading', { name: '请您看一遍，没有错就提交' }).waitFor()
    await consumer.seesNoBarrier()
    await page.getByRole('button', { name: '提交投诉' }).click()
    await page.getByRole('heading', { name: '您的投诉收到了' }).waitFor()
    await page.getByText('1 张照片已收到。').waitFor()
    const receipt = await page.getByRole('main').innerText()
    number = /TS-\d{4}-\d{6}/.exec(receipt)?.[0] ?? ''
    code = /\b[0-9A-HJKMNP-TV-Z]{5}[ -]?[0-9A-HJKMNP-TV-Z]{5}\b/.exec(receipt.replace(number, ''))?.[0] ?? ''
    expect([number, code.length >= 10]).toEqual([expect.stringMatching(/^TS-/), true])
    await consumer.seesNoBarrier()
    await consumer.leave()
  })

  test('and tracks it from another phone by number and code, and by nothing less', async () => {
    const consumer = await browsing.visit(null, PHONE)
    const { page } = consumer
    await consumer.open('/consumer#/tracking')
    await page.getByLabel('编号').fill(number)
    await page.getByLabel('查询码').fill('0000000000')
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByText('编号和查询码对不上').waitFor()
    await page.getByLabel('查询码').fill(code)
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByText('银行最晚应在这一天答复您').waitFor()
    // Nothing of the bank's inside: neither names of staff nor the words of the complaint's handling.
    expect(await page.getByRole('main').innerText()).not.toMatch(/沈若棠|苏景和|p-/)
    await consumer.seesNoBarrier()
    await consumer.leave()
  })

  test('the clerk finds it by keyboard, takes it, and hands it over', async () => {
    const clerk = await browsing.visit('clerk')
    const { page } = clerk
    await clerk.open('/desk?view=unclaimed')
    await page.keyboard.press('Slash')
    await page.keyboard.type(number)
    await page.keyboard.press('Enter')
    const row = page.getByRole('row', { name: number })
    await row.waitFor()
    // A letter typed into a field is a letter, and one that an input method composes is none of ours.
    await page.keyboard.type('c')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Escape')
    await page.evaluate(() => {
      for (const code of ['KeyC', 'KeyN', 'KeyE'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { code, isComposing: true, bubbles: true }))
    })
    expect(await page.getByRole('dialog').count()).toBe(0)
    const found = await clerk.get<{ items: { id: string; owner: object | null }[] }>(`/api/desk?q=${number}`)
    id = found.items[0]?.id ?? ''
    expect(found.items.map(item => item.owner)).toEqual([null])

    await page.getByRole('grid').focus()
    await page.keyboard.press('KeyC')
    await page.getByText(`已接单：${number}`).waitFor()
    await clerk.open(`/desk?view=mine&q=${number}`)
    await page.getByRole('row', { name: number }).waitFor()
    await page.keyboard.press('KeyE')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('对方接单之前，仍由您负责。').waitFor()
    await pick(clerk, '接收单位', '上海分行消费者权益保护部')
    await pick(clerk, '接收人', '苏景和')
    await dialog.getByLabel('理由').fill('理财纠纷由分行消保部办理')
    await clerk.seesNoBarrier()
    await submit(clerk, '转办')
    expect((await clerk.get<{ handover: object }>(`/api/complaints/${id}`)).handover).not.toBeNull()
    await clerk.leave()
  })

  test('the handler accepts it, records a contact with its steps, and begins to investigate', async () => {
    const handler = await browsing.visit('handler')
    const { page } = handler
    await handler.open(`/desk?view=to-accept&q=${number}`)
    await page.getByRole('row', { name: number }).waitFor()
    await page.keyboard.press('KeyE')
    await page.getByRole('dialog').getByLabel('我与本件没有直接利害关系').check()
    await handler.seesNoBarrier()
    await submit(handler, '接受转办')
    expect(await state(handler)).toBe('assigned')

    await handler.open(`/complaints/${id}`)
    await page.getByRole('button', { name: '联系记录' }).click()
    const contact = page.getByRole('region', { name: '记录方式' })
    await contact.getByLabel('说明').fill('客户讲述购买经过，同意等待核实。')
    await contact.getByLabel('同理倾听', { exact: true }).check()
    await contact.getByLabel('收集信息', { exact: true }).check()
    await handler.seesNoBarrier()
    await contact.getByRole('button', { name: '登记这次联系' }).click()
    await page.getByText('已办理：联系记录').waitFor()
    await page.getByText('2 / 7').waitFor()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('KeyE')
    await page.getByRole('dialog').getByLabel('核实计划').fill('调取双录、合同与风险揭示书')
    await submit(handler, '开始核实')
    expect(await state(handler)).toBe('investigating')
    await handler.leave()
  })

  test('of its due date anybody may ask why, and gets the article', async () => {
    const handler = await browsing.visit('handler')
    const { page } = handler
    await handler.open(`/complaints/${id}`)
    const clock = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '作出并告知处理决定' }) })
    await clock.getByRole('button', { name: '为什么是这个日期' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('第十八条').first().waitFor()
    await drawer.getByText('当日不计入').waitFor()
    await handler.seesNoBarrier()
    await handler.leave()
  })

  test('an extension is asked for, approved by the supervisor, and told to the consumer', async () => {
    const [handler, supervisor] = [await browsing.visit('handler'), await browsing.visit('supervisor')]
    await handler.open(`/complaints/${id}`)
    const dialog = await begin(handler, '延期')
    await dialog.getByRole('radio', { name: '情况复杂', exact: true }).check()
    await dialog.getByLabel('理由').fill('双录需要从影像中心调取')
    await handler.seesNoBarrier()
    await submit(handler, '延期')

    await supervisor.open('/approvals')
    const step = supervisor.page.getByRole('listitem').filter({ hasText: number })
    await step.getByRole('button', { name: '同意' }).click()
    await supervisor.page.getByRole('dialog').getByLabel('意见').fill('同意，务必在新期限内办结')
    await supervisor.seesNoBarrier()
    await submit(supervisor, '同意延期')

    const { page } = handler
    await handler.open(`/complaints/${id}`)
    await page.getByText('剩 30 天').first().waitFor()
    const outward = page.getByRole('region', { name: '记录方式' })
    await outward.getByRole('button', { name: '告知 对外' }).click()
    await pick(handler, '告知方式', '短信')
    await handler.seesNoBarrier()
    await outward.getByRole('button', { name: '告知消费者' }).click()
    await page.getByText('已办理：告知延期').waitFor()
    await Promise.all([handler.leave(), supervisor.leave()])
  })

  test('the decision is drafted, refused with a reason, drafted again, and approved', async () => {
    const [handler, approver] = [await browsing.visit('handler'), await browsing.visit('approver')]
    const draft = async (basis: string) => {
      await handler.open(`/complaints/${id}`)
      const dialog = await begin(handler, '拟定决定')
      await dialog
        .getByRole('group', { name: /诉求 1/ })
        .getByRole('radio', { name: '部分成立' })
        .check()
      await dialog.getByLabel('答复').fill('退还手续费，并补偿部分损失。')
      await dialog.getByLabel('核实情况').fill('调取双录与合同，风险揭示没有读完。')
      await dialog.getByLabel('依据和理由').fill(basis)
      await dialog.getByRole('radio', { name: '部分成立' }).last().check()
      await pick(handler, '处理方式', '退款或补偿')
      await dialog.getByLabel('金额（元）').fill('3000')
      await dialog.getByLabel('责任在本机构').check()
      await dialog.getByLabel('原因').fill('风险揭示没有读完')
      await handler.seesNoBarrier()
      await submit(handler, '拟定决定')
    }
    await draft('合同第六条。')
    await approver.open('/approvals')
    const step = () => approver.page.getByRole('listitem').filter({ hasText: number })
    await step().getByText('退还手续费，并补偿部分损失。').waitFor()
    await approver.seesNoBarrier()
    await step().getByRole('button', { name: '退回' }).click()
    await approver.page.getByRole('dialog').getByLabel('理由').fill('补偿金额没有说明算法')
    await submit(approver, '退回修改')
    await step().waitFor({ state: 'detached' })

    await handler.open(`/complaints/${id}`)
    await handler.page.getByText('补偿金额没有说明算法').first().waitFor()
    await draft('合同第六条；补偿按持有天数计算。')
    await approver.open('/approvals')
    await step().getByRole('button', { name: '同意' }).click()
    await submit(approver, '批准')
    expect(await state(handler)).toBe('decision-approved')
    await Promise.all([handler.leave(), approver.leave()])
  })

  test('the consumer is told, called back by somebody else, accepts, and the case is closed', async () => {
    await browsing.admit(OTHER)
    const [handler, other] = [await browsing.visit('handler'), await browsing.visit(OTHER)]
    const { page } = handler
    await handler.open(`/complaints/${id}`)
    const notice = await begin(handler, '告知决定')
    await pick(handler, '告知方式', '当面交付书面告知')
    await notice.getByLabel('凭证号（单号、录音号）').fill('回执 7')
    await submit(handler, '告知决定')

    await other.open(`/complaints/${id}`)
    const call = await begin(other, '回访')
    await call.getByRole('radio', { name: '满意', exact: true }).check()
    await other.seesNoBarrier()
    await submit(other, '回访')

    await handler.open(`/complaints/${id}`)
    const closing = await begin(handler, '结案')
    await closing.getByLabel('消费者接受处理结果，或放弃申请核查').check()
    await closing.getByLabel('已征询满意程度').check()
    await closing.getByRole('radio', { name: '没有承诺事项' }).check()
    await pick(handler, 'A 业务渠道', 'A0101')
    await pick(handler, 'B 业务类别', 'B04')
    await pick(handler, 'C 投诉原因', 'C03')
    await handler.seesNoBarrier()
    await submit(handler, '结案')
    expect(await state(handler)).toBe('closed')
    await page.getByText('结案').first().waitFor()
    await handler.seesNoBarrier()
    await Promise.all([handler.leave(), other.leave()])
  })

  test('the consumer reads the end of it on the phone', async () => {
    const consumer = await browsing.visit(null, PHONE)
    const { page } = consumer
    await consumer.open('/consumer#/tracking')
    await page.getByLabel('编号').fill(number)
    await page.getByLabel('查询码').fill(code)
    await page.getByRole('button', { name: '查询' }).click()
    await page
      .getByText(/已答复您/)
      .first()
      .waitFor()
    await consumer.seesNoBarrier()
    await consumer.leave()
  })
})

// A small picture of a slip: eight by eight, one colour.
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAD0lEQVR4nGOowAEYhpYEACrVWgFd/AL1AAAAAElFTkSuQmCC',
  'base64',
)
