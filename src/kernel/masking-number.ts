// Finds the numbers in a free text that evidently identify somebody, and hides them. Reads the text once; every pattern is bounded.

/** The text with phones, identity numbers, cards, e-mail addresses, plates and chat ids masked, and no run of eleven digits left. */
export function maskEvidentNumbers(text: string): string {
  const plain = narrowed(text)
  const { spans, taken } = wordedSpans(plain)
  const groups = digitGroups(plain, taken)
  for (let at = 0; at < groups.length; ) {
    const found = evidentAt(groups, at)
    if (found) spans.push(found.span)
    at += found?.groups ?? 1
  }
  return swept(replaced(text, plain, spans))
}

/** What is hidden between two places of the text, and how much of it stays readable. */
interface Span {
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
  /** False for a place that is looked at no further but stays as it is. */
  readonly hidden: boolean
}

/** Digits without a break, and what stands around them. */
interface Group {
  readonly start: number
  readonly end: number
  readonly digits: string
  /** The check digit X of an identity number follows. */
  readonly x: boolean
  /** Only one or two separators lie between this group and the one before. */
  readonly glued: boolean
  /** Hangs on letters: a code (`TS-2026-000123`), whose parts are not put together without good reason. */
  readonly coded: boolean
  /** The rest of a number that is masked already. */
  readonly rest: boolean
}

// Full-width signs become narrow ones, place by place, so that positions stay those of the text.
// The full-width comma stays: it parts sentences, not thousands.
function narrowed(text: string): string {
  return text.replace(/[\uff01-\uff0b\uff0d-\uff5e\u3000\u00a0\u2010-\u2015]/g, sign => {
    const code = sign.charCodeAt(0)
    if (code >= 0xff01) return String.fromCharCode(code - 0xfee0)
    return code === 0x3000 || code === 0xa0 ? ' ' : '-'
  })
}

const SAID = '(?:账号|帐号|号码|号|ID|是|为|:|\\s){0,4}'
const WORDED: readonly { readonly pattern: RegExp; readonly first: number; readonly last: number }[] = [
  {
    pattern: /(?<id>[\w.%+-][\w.%+*-]{0,63})@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,3}\.[A-Za-z]{2,24}/dg,
    first: 1,
    last: 0,
  },
  { pattern: new RegExp(`(?:QQ|扣扣)群?${SAID}(?<id>[1-9]\\d{4,10})(?![\\d元万年-])`, 'dgi'), first: 2, last: 0 },
  {
    pattern:
      /(?:微信|薇信|威信|V信|VX|WeChat)(?:账号|帐号|号码|号|ID|是|为|:|\s){0,4}(?<id>[A-Za-z](?=[A-Za-z-]{0,38}[\d_])[\w-]{5,39})/dgi,
    first: 2,
    last: 0,
  },
  {
    pattern:
      /(?:微信|薇信|威信|V信|VX|WeChat)(?:账号|帐号|号码|号|ID|:)(?:是|为|:|\s){0,3}(?<id>[A-Za-z1-9][\w-]{4,39})/dgi,
    first: 2,
    last: 0,
  },
  {
    pattern: new RegExp(`(?:护照|通行证|回乡证|台胞证)${SAID}(?<id>[A-Z]{1,2}\\d{6,9})(?!\\d)`, 'dgi'),
    first: 1,
    last: 2,
  },
  {
    pattern:
      /(?<id>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• -]?(?=[A-Z]{0,5}\d)[A-Z0-9]{4,5}[A-Z0-9挂学警港澳])(?![A-Za-z0-9*])/dg,
    first: 2,
    last: 0,
  },
  {
    pattern: new RegExp(`(?:电话|座机|固话|致电|拨打)${SAID}(?<id>[2-9]\\d{2,3}[ -]?\\d{4})(?![\\d.-])`, 'dg'),
    first: 2,
    last: 2,
  },
  { pattern: /(?<!\d)(?<id>1[3-9]\d[.,_/·]\d{4}[.,_/·]\d{4})(?!\d)/dg, first: 3, last: 4 },
  {
    pattern: /(?<!\d)(?<id>[1-9]\d{5}[ -]?(?:19|20)\d{2}[-./ ]\d{2}[-./ ]\d{2}[ -]?\d{3}[\dXx])(?!\d)/dg,
    first: 3,
    last: 4,
  },
]
// Dates, thousands and decimals stay, and what stands beside them is not put together with them.
const KEPT: readonly RegExp[] = [
  /(?<!\d)(?:19|20)\d{2}([-./])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12]\d|0?[1-9])(?!\d)/g,
  /(?<![\d.])\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,4})?(?![\d,-])/g,
  /(?<![\d.])\d{1,10}\.\d{1,4}(?![\d.])/g,
]

function wordedSpans(plain: string): { spans: Span[]; taken: Uint8Array } {
  const spans: Span[] = []
  const taken = new Uint8Array(plain.length)
  const take = (span: Span, whole: { start: number; end: number }) => {
    if (taken.subarray(whole.start, whole.end).includes(1)) return
    taken.fill(1, whole.start, whole.end)
    spans.push(span)
  }
  for (const { pattern, first, last } of WORDED) {
    for (const match of plain.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.id ?? [0, 0]
      // Of an e-mail address the domain is taken too: its digits are nobody's number.
      take({ start, end, first, last, hidden: true }, { start, end: Math.max(end, match.index + match[0].length) })
    }
  }
  for (const pattern of KEPT) {
    for (const match of plain.matchAll(pattern)) {
      const whole = { start: match.index, end: match.index + match[0].length }
      take({ ...whole, first: 0, last: 0, hidden: false }, whole)
    }
  }
  return { spans, taken }
}

const GLUE = /^[ \t()·-]{1,2}$/
const CODE_BEFORE = /[A-Za-z*][-_]?$/

function digitGroups(plain: string, taken: Uint8Array): Group[] {
  const groups: Group[] = []
  for (const match of plain.matchAll(/\d+/g)) {
    const start = match.index
    const end = start + match[0].length
    if (taken[start] === 1) continue
    const before = groups.at(-1)
    const between = before ? plain.slice(before.end, Math.min(start, before.end + 3)) : ''
    const glued = before !== undefined && before.digits.length < LONG && start - before.end < 3 && GLUE.test(between)
    groups.push({
      start,
      end,
      digits: match[0],
      x: /^[Xx](?![A-Za-z0-9])/.test(plain.slice(end, end + 2)),
      glued,
      coded: CODE_BEFORE.test(plain.slice(Math.max(0, start - 2), start)) || (glued && before.coded),
      rest: plain.slice(Math.max(0, start - 3), start) === '***' || plain.slice(end, end + 3) === '***',
    })
  }
  return groups
}

const LONG = 11
const MOST_GROUPS = 7
const MOST_DIGITS = 19

/** The number that begins with this group, alone or with those that follow, and over how many groups it goes. */
function evidentAt(groups: readonly Group[], at: number): { span: Span; groups: number } | null {
  const first = groups[at]
  if (!first) return null
  const alone = aloneKeeps(first)
  if (alone) return { span: spanOf([first], alone), groups: 1 }
  if (first.rest) return null
  const together = [first]
  let best: { keeps: Keeps; groups: readonly Group[] } | null = null
  for (let next = at + 1; next < at + MOST_GROUPS; next++) {
    const group = groups[next]
    if (!group?.glued || group.rest || group.digits.length >= LONG) break
    together.push(group)
    if (joined(together).length > MOST_DIGITS) break
    const keeps = togetherKeep(together)
    // The first groups of an identity number may look like a card: the surer reading wins, and then the longer one.
    if (keeps && keeps.sure >= (best?.keeps.sure ?? 0)) best = { keeps, groups: [...together] }
    if (best?.keeps.sure === SUREST) break
  }
  return best && { span: spanOf(best.groups, best.keeps), groups: best.groups.length }
}

function spanOf(groups: readonly Group[], keeps: Keeps): Span {
  const last = groups[groups.length - 1] as Group
  return { start: (groups[0] as Group).start, end: last.x && keeps.x ? last.end + 1 : last.end, ...keeps, hidden: true }
}

interface Keeps {
  readonly first: number
  readonly last: number
  readonly x?: boolean
  readonly sure: number
}

const SUREST = 4
const PHONE = /^(?:(?:00)?86)?1[3-9]\d{9}$/
const LANDLINE = /^(0(?:10|2\d|[3-9]\d{2}))[2-9]\d{6,7}$/
const IDENTITY: Keeps = { first: 3, last: 4, x: true, sure: 3 }
const CARD: Keeps = { first: 0, last: 4, sure: 2 }
const ACCOUNT: Keeps = { first: 0, last: 4, sure: 1 }

function aloneKeeps({ digits, x }: Group): Keeps | null {
  if (PHONE.test(digits)) return phoneKeeps(digits)
  if (isIdentity(digits, x)) return IDENTITY
  const area = LANDLINE.exec(digits)?.[1]
  if (area) return landlineKeeps(area)
  return digits.length >= LONG ? ACCOUNT : null
}

function togetherKeep(groups: readonly Group[]): Keeps | null {
  const digits = joined(groups)
  const lengths = groups.map(group => group.digits.length)
  const head = lengths[0] ?? 0
  const coded = groups[0]?.coded === true
  if (PHONE.test(digits) && head >= 3 && Math.min(...lengths) >= 2) {
    return coded && lengths.join() !== '3,4,4' ? null : phoneKeeps(digits)
  }
  if (isIdentity(digits, groups.at(-1)?.x === true)) return IDENTITY
  const area = LANDLINE.exec(digits)?.[1]
  if (area && area === groups[0]?.digits) return landlineKeeps(area)
  return coded ? null : cardKeeps(groups, digits)
}

function phoneKeeps(digits: string): Keeps {
  return { first: digits.length - 8, last: 4, sure: SUREST }
}

function landlineKeeps(area: string): Keeps {
  return { first: area.length, last: 2, sure: SUREST }
}

/** Eighteen places with a birthday in them, or fifteen: a wrong check digit is a slip of the pen, not another number. */
function isIdentity(digits: string, x: boolean): boolean {
  if (digits.length === 17) return x && isBirthday(digits.slice(6, 14))
  if (digits.length === 18) return isBirthday(digits.slice(6, 14))
  return digits.length === 15 && /^[1-9]/.test(digits) && isBirthday(`19${digits.slice(6, 12)}`)
}

function isBirthday(digits: string): boolean {
  return /^(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits)
}

/** Groups of four as printed on a card, or a number whose Luhn digit is right after an issuer's six. */
function cardKeeps(groups: readonly Group[], digits: string): Keeps | null {
  if (digits.length < 15) return null
  const luhn = hasLuhn(digits)
  const fours = groups.length > 3 && groups.slice(0, -1).every(group => group.digits.length === 4)
  const years = groups.every(group => /^(?:19|20)\d{2}$/.test(group.digits))
  const sixFirst = groups[0]?.digits.length === 6 && digits.length > 15
  if (luhn && ((fours && !years) || sixFirst)) return CARD
  return fours && !years && /^[3-69]/.test(digits) ? ACCOUNT : null
}

function hasLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function joined(groups: readonly Group[]): string {
  return groups.map(group => group.digits).join('')
}

function replaced(text: string, plain: string, spans: readonly Span[]): string {
  let result = ''
  let from = 0
  for (const span of spans.filter(each => each.hidden).toSorted((a, b) => a.start - b.start)) {
    result += text.slice(from, span.start) + hide(text, plain, span)
    from = span.end
  }
  return result + text.slice(from)
}

/** Separators between digits go, so that what stays readable stands at its stars and is known for a masked number's rest. */
function hide(text: string, plain: string, span: Span): string {
  const kept: string[] = []
  const digitsOnly = /^[\d\s()[\].,_/·Xx-]+$/.test(plain.slice(span.start, span.end))
  for (let place = span.start; place < span.end; place++) {
    if (!digitsOnly || /[\dXx]/.test(plain[place] ?? '')) kept.push(text[place] ?? '')
  }
  const hidden = Math.max(0, kept.length - span.first - span.last)
  return kept.slice(0, span.first).join('') + '*'.repeat(hidden) + kept.slice(span.first + hidden).join('')
}

/** Whatever else runs to eleven digits, in any script of digits that is in use here. */
function swept(text: string): string {
  return text
    .replace(/[0-9\uff10-\uff19]{11,}/g, run => '*'.repeat(run.length - 4) + run.slice(-4))
    .replace(/[〇零一二三四五六七八九幺两]{11,}/g, run => '*'.repeat(run.length))
}
