// The products of the demonstration bank, each with its business code of JR/T 0169 (facet B).

import type { Wording } from '../kernel/words.ts'

export interface Product extends Wording {
  readonly code: string
  /** JR/T 0169, facet B, the finest level that fits. */
  readonly business: string
  /** The department of the head office that owns it. */
  readonly owner: string
}

export const products = [
  { code: 'DC-01', zh: '澜卡借记卡', en: 'Lan debit card', business: 'B03013', owner: 'HO.OP' },
  { code: 'DC-02', zh: '澜卡工资卡', en: 'Lan payroll card', business: 'B03012', owner: 'HO.OP' },
  { code: 'DC-03', zh: '澜卡社保联名卡', en: 'Lan social security card', business: 'B03011', owner: 'HO.OP' },
  { code: 'CC-01', zh: '汀语信用卡金卡', en: 'Tingyu gold credit card', business: 'B03022', owner: 'HO.CC' },
  { code: 'CC-02', zh: '汀语信用卡白金卡', en: 'Tingyu platinum credit card', business: 'B03024', owner: 'HO.CC' },
  { code: 'CC-03', zh: '汀语青年信用卡', en: 'Tingyu youth credit card', business: 'B03021', owner: 'HO.CC' },
  { code: 'CC-04', zh: '汀语账单分期', en: 'Tingyu bill instalments', business: 'B03023', owner: 'HO.CC' },
  { code: 'CC-05', zh: '汀语信用卡催收服务', en: 'Tingyu card collection', business: 'B1201', owner: 'HO.CC' },
  { code: 'SV-01', zh: '整存整取定期存款', en: 'Fixed-term deposit', business: 'B01', owner: 'HO.OP' },
  {
    code: 'SV-02',
    zh: '岁稳三年期大额存单',
    en: 'Suiwen three-year certificate of deposit',
    business: 'B01',
    owner: 'HO.OP',
  },
  {
    code: 'WM-01',
    zh: '澜盈周周利理财产品',
    en: 'Lanying weekly open wealth product',
    business: 'B04',
    owner: 'HO.WM',
  },
  {
    code: 'WM-02',
    zh: '澜盈稳健一年定开理财产品',
    en: 'Lanying steady one-year wealth product',
    business: 'B04',
    owner: 'HO.WM',
  },
  {
    code: 'WM-03',
    zh: '澜盈固收增强理财产品',
    en: 'Lanying enhanced income wealth product',
    business: 'B04',
    owner: 'HO.WM',
  },
  {
    code: 'AG-01',
    zh: '代销福泽年年年金保险',
    en: 'Fuze annuity (agency insurance)',
    business: 'B1001',
    owner: 'HO.WM',
  },
  { code: 'AG-02', zh: '代销长青混合基金', en: 'Changqing balanced fund (agency)', business: 'B1005', owner: 'HO.WM' },
  { code: 'AG-03', zh: '代销安行意外险', en: 'Anxing accident insurance (agency)', business: 'B1001', owner: 'HO.WM' },
  { code: 'LN-01', zh: '澜居个人住房贷款', en: 'Lanju home loan', business: 'B0201', owner: 'HO.PL' },
  { code: 'LN-02', zh: '澜行汽车贷款', en: 'Lanxing car loan', business: 'B0202', owner: 'HO.PL' },
  { code: 'LN-03', zh: '澜速贷消费贷款', en: 'Lansu consumer loan', business: 'B0204', owner: 'HO.PL' },
  { code: 'LN-04', zh: '澜商经营贷', en: 'Lanshang business loan', business: 'B0205', owner: 'HO.PL' },
  { code: 'LN-05', zh: '个人贷款催收服务', en: 'Loan collection', business: 'B1202', owner: 'HO.PL' },
  { code: 'PY-01', zh: '跨行转账汇款', en: 'Interbank transfer', business: 'B0502', owner: 'HO.OP' },
  { code: 'PY-02', zh: '快捷支付', en: 'Quick payment', business: 'B0505', owner: 'HO.OP' },
  { code: 'AC-01', zh: '个人结算账户', en: 'Personal settlement account', business: 'B0501', owner: 'HO.OP' },
  { code: 'CR-01', zh: '个人征信异议受理', en: 'Credit record disputes', business: 'B0903', owner: 'HO.PL' },
  { code: 'PI-01', zh: '个人客户信息服务', en: 'Customer information service', business: 'B0904', owner: 'HO.IT' },
  { code: 'FX-01', zh: '个人外汇汇款', en: 'Foreign remittance', business: 'B0702', owner: 'HO.OP' },
  { code: 'GD-01', zh: '澜金实物金条', en: 'Lanjin gold bar', business: 'B0801', owner: 'HO.WM' },
  { code: 'EB-01', zh: '汀澜手机银行', en: 'Tinglan mobile bank', business: 'B9901', owner: 'HO.IT' },
  { code: 'CH-01', zh: '现金与零钞兑换', en: 'Cash and small change', business: 'B0603', owner: 'HO.OP' },
] as const satisfies readonly Product[]

export type ProductCode = (typeof products)[number]['code']

const byCode: ReadonlyMap<string, Product> = new Map(products.map(each => [each.code, each]))

/** The product of a code. Throws `RangeError` when the bank has none. */
export function getProduct(code: ProductCode): Product {
  const found = byCode.get(code)
  if (!found) throw new RangeError(`the demonstration bank has no product ${code}`)
  return found
}
