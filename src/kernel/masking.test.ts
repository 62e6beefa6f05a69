// What identifies a person is hidden, and what a clerk needs to work stays.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskAccount, maskAddress, maskEmail, maskIdentity, maskName, maskPhone, maskText } from './masking.ts'

describe('single values are masked by their kind', () => {
  test.each([
    ['王小明', '王*明'],
    ['王明', '王*'],
    ['欧阳小明', '欧**明'],
    ['阿卜杜拉·买买提', '阿***·**提'],
    ['John Smith', 'J*** S****'],
    ['上海晨光贸易有限公司', '上海****有限公司'],
    ['Dawn Trading Ltd', 'Da**** Ltd'],
  ])('the name %s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
    expect(maskName(masked)).toBe(masked)
  })

  test.each([
    ['13812341234', '138****1234'],
    ['１３８ 1234-1234', '138****1234'],
    ['+86 13812341234', '86138****1234'],
    ['021-62345678', '021******78'],
    ['62345678', '62****78'],
  ])('the phone %s becomes %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked))

  test('identity numbers keep the first three and the last four places', () => {
    expect(maskIdentity('310101199001011234')).toBe('310***********1234')
    expect(maskIdentity('31010119900101123x')).toBe('310***********123X')
    expect(maskIdentity('310101900101123')).toBe('310********1123')
  })

  test('a card keeps its last four digits, an e-mail address its domain, an address its district', () => {
    expect(maskAccount('6222 0212 3456 7890 123')).toBe('***************0123')
    expect(maskEmail('wang.xm@example.com')).toBe('w******@example.com')
    expect(maskAddress('上海市浦东新区世纪大道100号5楼')).toBe('上海市浦东新区****')
    expect(maskAddress('广东省深圳市南山区科技园')).toBe('广东省深圳市南山区****')
    expect(maskAddress('某村三组')).toBe('****')
  })
})

describe('a free text is masked where it identifies', () => {
  test.each([
    ['请回电13812345678谢谢', '请回电138****5678谢谢'],
    ['手机 138 1234 5678，', '手机 138****5678，'],
    ['+86 138-1234-5678', '+86 138****5678'],
    ['008613812345678', '0086138****5678'],
    ['电话１３８１２３４５６７８', '电话１３８****５６７８'],
    ['138.1234.5678', '138****5678'],
    ['两个号13812345678和13987654321', '两个号138****5678和139****4321'],
    ['座机021-62345678转8001', '座机021******78转8001'],
    ['(0512)62345678', '(0512******78'],
    ['电话62345678打不通', '电话62****78打不通'],
    ['身份证310101199001011234。', '身份证310***********1234。'],
    ['证件31010119900101123X', '证件310***********123X'],
    ['证件号1101 0119 9001 0112 37', '证件号110***********1237'],
    ['老证310101900101123', '老证310********1123'],
    ['卡号6222021234567890123', '卡号***************0123'],
    ['卡号 4111 1111 1111 1111 扣款500元', '卡号 ************1111 扣款500元'],
    ['卡号 6222 0212 3456 7890 123', '卡号 ***************0123'],
    ['邮箱wang@example.com', '邮箱w***@example.com'],
    ['13812345678@139.com', '1**********@139.com'],
    ['车牌沪A·12345', '车牌沪A******'],
    ['QQ号：123456789', 'QQ号：12*******'],
    ['加微信zhang_123联系', '加微信zh*******联系'],
    ['微信号：abcdefg', '微信号：ab*****'],
    ['护照号E12345678', '护照号E******78'],
    ['一三八零零一三八零零零', '***********'],
  ])('%s', (text, masked) => {
    expect(maskText(text)).toBe(masked)
  })

  test('the names of the case are hidden however they are spaced', () => {
    expect(maskText('王小明和王 小 明，还有王明', ['王小明', '王明'])).toBe('王*明和王*明，还有王*')
    expect(maskText('I am JOHN  Smith, not Johnsmithers', ['John Smith'])).toBe('I am J***  S****, not Johnsmithers')
  })

  test.each([
    '理财产品亏损41,510,000.00元',
    '收取手续费1234567.89元',
    '贷款4151万元，年利率3.65%',
    '2026-03-15 10:30:00 至 2026/03/18',
    '20260101-20261231期间',
    '2021 2022 2023 2024年',
    '编号TS-2026-000123，产品CMB-2023-0088',
    '第 5 2026-03-15 次',
    '根据银保监会令2020年第3号第十八条',
    '客服热线95588、400-820-8820',
    '微信支付2000元，QQ音乐会员',
    '微信100000元',
    '100 200 300 400',
    '新产品A款',
  ])('stays as it is: %s', text => expect(maskText(text)).toBe(text))

  test('a group of digits that hangs on a code is not put together with a card, but a phone after it is seen', () => {
    expect(maskText('TS-2026-000123 138 1234 5678')).toBe('TS-2026-000123 138****5678')
    expect(maskText('Tel138-1234-5678')).toBe('Tel138****5678')
  })
})

describe('over any text', () => {
  const pieces = fc.oneof(
    fc.constantFrom('138', '1234', '5678', '13812345678', '021', '62345678', '310101199001011234', '0112', '37', 'X'),
    fc.constantFrom(
      ' ',
      '-',
      '  ',
      '：',
      '，',
      ',',
      '.',
      '@',
      '(',
      ')',
      '*',
      '***',
      'a',
      'QQ',
      '微信',
      '电话',
      '沪A',
      '护照',
    ),
    fc.constantFrom(
      '4111',
      '1111',
      '2026-03-15',
      '1,000',
      'wang@qq.com',
      'TS-',
      '王小明',
      '王',
      '明天',
      '１２３４',
      'E',
      '_',
    ),
    fc.stringMatching(/^\d{1,12}$/),
    fc.string({ maxLength: 4, unit: 'binary' }),
  )
  const texts = fc.array(pieces, { maxLength: 14 }).map(parts => parts.join(''))
  const names = ['王小明', '明天', '王明', 'Li Na']

  test('masking twice changes nothing more', () => {
    fc.assert(
      fc.property(texts, text => {
        const once = maskText(text, names)
        expect(maskText(once, names)).toBe(once)
      }),
      { numRuns: 5000 },
    )
  })

  test('a text never grows, and no run of eleven digits survives', () => {
    fc.assert(
      fc.property(texts, text => {
        const masked = maskText(text, names)
        expect(masked.length).toBeLessThanOrEqual(text.length)
        expect(masked).not.toMatch(/[0-9０-９]{11}/)
      }),
      { numRuns: 3000 },
    )
  })

  test('what holds neither digit nor sign of an address nor a known name is left alone', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('我', '要', '投', '诉', '，', ' ', '\n', '！', '银', '行') }),
        text => {
          expect(maskText(text, names)).toBe(text)
        },
      ),
    )
  })
})
