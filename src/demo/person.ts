// Invented consumers: names, phones, identity numbers with valid check digits that belong to nobody, cards.

import type { Chance } from '../platform/clock.ts'

export interface Consumer {
  readonly name: string
  readonly kind: 'person' | 'organisation'
  readonly phone: string
  /** Absent for an organisation. */
  readonly identityNumber: string | null
  readonly account: string
  readonly birthYear: number | null
  readonly email: string | null
  readonly address: string | null
}

const SURNAMES = [
  ...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  '欧阳',
  '上官',
  '诸葛',
]
const FIRST = [...'一子思雨若宇晓文嘉俊明志建国秀桂玉春金凤淑海永振德光庆家长新立宝兴少松月亚红丽艳慧佳梓浩泽欣诗']
const SECOND = [...'轩涵怡琪妍萱宸睿辰阳平生华英兰珍芳霞云强军伟峰刚勇辉斌鹏涛超杰洋婷娜倩雯瑶静洁敏琴梅香田根发祥福贵']

// Districts that GB/T 2260 has never given out: the number is well formed and can be nobody's.
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  'HO.SH': ['310199'],
  'HO.JS': ['320199', '320599'],
  'HO.GD': ['440199', '440699'],
  'HO.SC': ['510199', '510799'],
}
const ELSEWHERE = ['330199', '340199', '360199', '410199', '420199', '430199']

const PLACES: Readonly<Record<string, readonly string[]>> = {
  'HO.SH': ['上海市浦东新区云栖路', '上海市徐汇区梧桐里'],
  'HO.JS': ['南京市鼓楼区柳岸巷', '苏州市吴中区橹湾街'],
  'HO.GD': ['广州市海珠区棉荫直街', '佛山市禅城区榕树头大街'],
  'HO.SC': ['成都市锦江区芙蓉坊', '绵阳市涪城区桥园街'],
}

const FIRMS = ['澄怀商贸', '半山茶业', '北窗装饰', '青禾餐饮', '拾光文化', '南枝物流', '望舒建材', '一苇信息']

/** Somebody who never lived. `age` in years on the day of `year`; `no` makes phone and identity number distinct. */
export function inventConsumer(
  chance: Chance,
  about: { branch: string; no: number; year: number; elderly: boolean },
): Consumer {
  const age = about.elderly ? chance.whole({ from: 62, to: 86 }) : chance.whole({ from: 21, to: 60 })
  const birthYear = about.year - age
  const home = chance.fraction() < 0.8 ? (REGIONS[about.branch] ?? ELSEWHERE) : ELSEWHERE
  const born = `${birthYear}${two(chance.whole({ from: 1, to: 12 }))}${two(chance.whole({ from: 1, to: 28 }))}`
  const street = chance.pick(PLACES[about.branch] ?? ['上海市浦东新区云栖路'])
  return {
    name: inventName(chance),
    kind: 'person',
    phone: phoneOf(about.no),
    identityNumber: identityNumber(
      `${chance.pick(home)}${born}${String(chance.whole({ from: 1, to: 999 })).padStart(3, '0')}`,
    ),
    account: cardNumber(chance),
    birthYear,
    email: chance.fraction() < 0.12 ? `guest${about.no}@mail.example` : null,
    address:
      chance.fraction() < 0.25
        ? `${street}${chance.whole({ from: 3, to: 480 })}弄${chance.whole({ from: 1, to: 40 })}号${chance.whole({ from: 1, to: 18 })}0${chance.whole({ from: 1, to: 6 })}室`
        : null,
  }
}

/** A small firm as complainant: No.3 Art. 13 knows legal persons too. */
export function inventFirm(chance: Chance, about: { branch: string; no: number }): Consumer {
  const city = { 'HO.SH': '上海', 'HO.JS': '南京', 'HO.GD': '广州', 'HO.SC': '成都' }[about.branch] ?? '上海'
  return {
    name: `${city}${chance.pick(FIRMS)}有限公司`,
    kind: 'organisation',
    phone: phoneOf(about.no),
    identityNumber: null,
    account: cardNumber(chance),
    birthYear: null,
    email: null,
    address: `${chance.pick(PLACES[about.branch] ?? ['上海市浦东新区云栖路'])}${chance.whole({ from: 3, to: 480 })}号`,
  }
}

export function inventName(chance: Chance): string {
  const second = chance.fraction() < 0.82 ? chance.pick(SECOND) : ''
  return `${chance.pick(SURNAMES)}${chance.pick(FIRST)}${second}`
}

/** The seventeen digits with the check digit of GB 11643. */
export function identityNumber(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0)
  return seventeen + '10X98765432'.charAt(sum % 11)
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

// A block at the very start of its number range; the factor has no divisor in common with it, so that none is used twice.
function phoneOf(no: number): string {
  return String(19_900_000_000 + ((no * 61_879) % 100_000))
}

/** Nineteen digits under a prefix that no bank has, with Luhn's check digit. */
function cardNumber(chance: Chance): string {
  let body = '629998'
  while (body.length < 18) body += String(chance.whole({ from: 0, to: 9 }))
  let sum = 0
  for (const [index, digit] of [...body].reverse().entries()) {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return body + String((10 - (sum % 10)) % 10)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
