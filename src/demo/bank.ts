// The demonstration bank: an invented bank's tree of units, with the people of staff.ts in it.

import type { Actor, Post } from '../kernel/actor.ts'
import { getOrgPath, lineOf, type OrgPath } from '../kernel/org.ts'
import { type Day, getDay } from '../kernel/time.ts'
import { type Colleague, staff } from './staff.ts'

export type UnitKind = 'head-office' | 'branch' | 'sub-branch' | 'outlet' | 'department'

export interface Unit {
  readonly path: OrgPath
  readonly kind: UnitKind
  readonly zh: string
  readonly en: string
  readonly validFrom: Day
  /** The last day of a unit that was closed. */
  readonly validTo: Day | null
}

export const bankName = { zh: '汀澜银行', en: 'Tinglan Bank' } as const

const OPENED = '2012-06-18'

const rows: readonly (readonly [path: string, kind: UnitKind, zh: string, en: string, from?: string, to?: string])[] = [
  ['HO', 'head-office', '汀澜银行总行', 'Tinglan Bank Head Office'],
  ['HO.XB', 'department', '消费者权益保护部', 'Consumer Protection', '2016-01-04'],
  ['HO.WM', 'department', '财富管理部', 'Wealth Management'],
  ['HO.CC', 'department', '信用卡中心', 'Credit Card Centre', '2014-03-01'],
  ['HO.PL', 'department', '个人信贷部', 'Personal Lending'],
  ['HO.OP', 'department', '运营管理部', 'Operations'],
  ['HO.LC', 'department', '法律合规部', 'Legal and Compliance'],
  ['HO.IT', 'department', '信息科技部', 'Information Technology'],
  ['HO.AU', 'department', '审计部', 'Audit'],
  ['HO.CS', 'department', '远程银行中心', 'Remote Banking Centre', '2013-09-01'],
  ['HO.OF', 'department', '办公室（信访与品牌）', 'Office (Petitions and Press)'],
  ['HO.SH', 'branch', '上海分行', 'Shanghai Branch'],
  ['HO.SH.XB', 'department', '上海分行消费者权益保护部', 'Consumer Protection, Shanghai', '2017-03-01'],
  ['HO.SH.PF', 'department', '上海分行个人金融部', 'Personal Banking, Shanghai'],
  ['HO.SH.PD', 'sub-branch', '浦东支行', 'Pudong Sub-branch'],
  ['HO.SH.PD.BJ', 'outlet', '滨江里网点', 'Binjiangli Outlet', '2015-08-10'],
  ['HO.SH.XH', 'sub-branch', '徐汇支行', 'Xuhui Sub-branch', '2014-05-20'],
  ['HO.SH.XH.WT', 'outlet', '梧桐里网点', 'Wutongli Outlet', '2018-11-05'],
  ['HO.JS', 'branch', '江苏分行', 'Jiangsu Branch', '2013-04-08'],
  ['HO.JS.XB', 'department', '江苏分行消费者权益保护部', 'Consumer Protection, Jiangsu', '2017-03-01'],
  ['HO.JS.PF', 'department', '江苏分行个人金融部', 'Personal Banking, Jiangsu', '2013-04-08'],
  ['HO.JS.NJ', 'sub-branch', '南京城西支行', 'Nanjing West Sub-branch', '2013-04-08'],
  ['HO.JS.NJ.LA', 'outlet', '柳岸网点', 'Liu’an Outlet', '2016-06-01'],
  ['HO.JS.SZ', 'sub-branch', '苏州湖东支行', 'Suzhou Hudong Sub-branch', '2015-10-12'],
  ['HO.JS.SZ.LW', 'outlet', '橹湾网点', 'Luwan Outlet', '2019-04-15'],
  ['HO.GD', 'branch', '广东分行', 'Guangdong Branch', '2014-07-01'],
  ['HO.GD.XB', 'department', '广东分行消费者权益保护部', 'Consumer Protection, Guangdong', '2017-03-01'],
  ['HO.GD.PF', 'department', '广东分行个人金融部', 'Personal Banking, Guangdong', '2014-07-01'],
  ['HO.GD.GZ', 'sub-branch', '广州江南支行', 'Guangzhou Jiangnan Sub-branch', '2014-07-01'],
  ['HO.GD.GZ.MY', 'outlet', '棉荫网点', 'Mianyin Outlet', '2017-12-01'],
  ['HO.GD.FS', 'sub-branch', '佛山岭南支行', 'Foshan Lingnan Sub-branch', '2016-09-01'],
  ['HO.GD.FS.RS', 'outlet', '榕树头网点', 'Rongshutou Outlet', '2020-01-06'],
  ['HO.SC', 'branch', '四川分行', 'Sichuan Branch', '2015-11-16'],
  ['HO.SC.XB', 'department', '四川分行消费者权益保护部', 'Consumer Protection, Sichuan', '2017-03-01'],
  ['HO.SC.PF', 'department', '四川分行个人金融部', 'Personal Banking, Sichuan', '2015-11-16'],
  ['HO.SC.CD', 'sub-branch', '成都锦东支行', 'Chengdu Jindong Sub-branch', '2015-11-16'],
  ['HO.SC.CD.FR', 'outlet', '芙蓉坊网点', 'Furongfang Outlet', '2018-05-07'],
  ['HO.SC.CD.NM', 'outlet', '老南门网点', 'Old South Gate Outlet', '2016-02-01', '2024-12-31'],
  ['HO.SC.MY', 'sub-branch', '绵阳涪滨支行', 'Mianyang Fubin Sub-branch', '2019-08-19'],
  ['HO.SC.MY.QY', 'outlet', '桥园网点', 'Qiaoyuan Outlet', '2021-03-22'],
]

export const units: readonly Unit[] = rows.map(([path, kind, zh, en, from = OPENED, to]) => ({
  path: getOrgPath(path),
  kind,
  zh,
  en,
  validFrom: getDay(from),
  validTo: to === undefined ? null : getDay(to),
}))

const unitOf = new Map<string, Unit>(units.map(each => [each.path, each]))
const colleagueOf = new Map<string, Colleague>(staff.map(each => [each.id, each]))

export function findUnit(path: string): Unit | null {
  return unitOf.get(path) ?? null
}

/** The unit at a path. Throws `RangeError` when the bank has none. */
export function getUnit(path: string): Unit {
  const found = unitOf.get(path)
  if (!found) throw new RangeError(`the demonstration bank has no unit ${path}`)
  return found
}

/** Somebody of the bank. Throws `RangeError` when nobody has the id. */
export function getColleague(id: string): Colleague {
  const found = colleagueOf.get(id)
  if (!found) throw new RangeError(`nobody in the demonstration bank is ${id}`)
  return found
}

/** A colleague as the door meets them, standing in for those who are away. */
export function actorOf(id: string, standsInFor: readonly string[] = []): Actor {
  const colleague = getColleague(id)
  return {
    kind: 'person',
    id,
    unit: getOrgPath(colleague.unit),
    posts: postsOf(colleague),
    standsInFor,
  }
}

export function postsOf(colleague: Colleague): Post[] {
  return colleague.posts.map(([role, unit]) => ({ role, unit: getOrgPath(unit) }))
}

/** The line above somebody, nearest first. */
export function managersOf(id: string): string[] {
  const line: string[] = []
  for (let next = getColleague(id).manager; next !== null; next = getColleague(next).manager) line.push(next)
  return line
}

/** People who hold a role in exactly this unit. */
export function holdersOf(place: { role: Post['role']; unit: string }): Colleague[] {
  return staff.filter(each => each.posts.some(([role, unit]) => role === place.role && unit === place.unit))
}

/** The branch in whose line a unit stands, or null at the head office. */
export function branchOf(path: string): string | null {
  return lineOf(getOrgPath(path)).find(each => unitOf.get(each)?.kind === 'branch') ?? null
}
