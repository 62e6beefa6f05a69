// Masks the names of people and organisations.

const ORGANISATION_END =
  /(?:股份有限公司|有限责任公司|有限公司|分公司|公司|集团|银行|支行|事务所|合作社|委员会|协会|基金会|中心|学校|大学|医院|商行|工厂|经营部|商店|超市|酒店)$/u
const LATIN_END = /(?:\s(?:Co\.,?\s?Ltd\.?|Ltd\.?|Limited|Inc\.?|LLC|PLC|GmbH|Bank|Corp\.?))+$/u

/**
 * `王小明` → `王*明`, `王明` → `王*`, `John Smith` → `J*** S****`, `上海晨光贸易有限公司` → `上海****有限公司`.
 * The dots of a name from a minority stay. Masking twice changes nothing.
 */
export function maskName(name: string): string {
  const trimmed = name.trim()
  const signs = [...trimmed]
  const end = organisationEnd(trimmed)
  if (end !== '') return `${signs.slice(0, 2).join('')}****${end}`
  if (/\p{Script=Han}/u.test(trimmed)) return maskHan(signs)
  return trimmed.replace(
    /(\p{L})([^\s]*)/gu,
    (_, first: string, rest: string) => `${first}${'*'.repeat([...rest].length)}`,
  )
}

function organisationEnd(name: string): string {
  const end = (ORGANISATION_END.exec(name) ?? LATIN_END.exec(name))?.[0] ?? ''
  // A person may be called 张银行: only a longer name is an organisation's.
  return [...name].length - [...end].length >= 2 && end !== '' ? end : ''
}

function maskHan(signs: readonly string[]): string {
  if (signs.length === 1) return '*'
  const last = signs.length - 1
  return signs
    .map((sign, place) => {
      const kept = place === 0 || (place === last && last > 1) || sign === '·' || sign === '•' || /\s/.test(sign)
      return kept ? sign : '*'
    })
    .join('')
}
