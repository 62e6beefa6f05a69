// The interface described on one page for people: by noun, in two languages, without a script or anything from elsewhere.

import type { Language, Wording } from '../kernel/words.ts'

interface Schema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

interface Operation {
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly 'x-summary-zh'?: string
  readonly 'x-roles'?: readonly string[]
  readonly security?: readonly unknown[]
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema?: Schema }[]
  readonly requestBody?: { content?: Readonly<Record<string, { schema?: Schema }>> }
  readonly responses?: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: Schema }>> }>>
}

/** The part of an OpenAPI description that the page shows. */
export interface Description {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const WORDS = {
  title: { zh: '消保系统接口', en: 'The programs’ interface of Xiaobao' },
  note: {
    zh: '所有拒绝与故障都以 application/problem+json（RFC 9457）回答，附稳定的代码。时刻须带时区，日期为上海日期。先以 POST /api/session 登录；程序可用 Authorization: Bearer。',
    en: 'Every refusal and every fault is answered as application/problem+json (RFC 9457) with a stable code. Instants carry a zone; days are dates of Shanghai. Sign in by POST /api/session; programs may send Authorization: Bearer.',
  },
  machine: { zh: '机器可读的描述', en: 'the description for machines' },
  open: { zh: '无需登录', en: 'without signing in' },
  roles: { zh: '岗位', en: 'roles' },
  parameters: { zh: '参数', en: 'Parameters' },
  body: { zh: '正文', en: 'Body' },
  reply: { zh: '回答', en: 'Reply' },
  required: { zh: '必填', en: 'required' },
  field: { zh: '字段', en: 'Field' },
  kind: { zh: '类型', en: 'Type' },
} satisfies Record<string, Wording>

type Word = keyof typeof WORDS

/** The page, whole. */
export function referencePage(description: Description, language: Language): string {
  const word = (key: Word) => (language === 'en' ? WORDS[key].en : WORDS[key].zh)
  const nouns = byNoun(description)
  const contents = nouns.map(([noun]) => `<a href="#${markupSafe(noun)}">${markupSafe(noun)}</a>`).join(' ')
  const sections = nouns.map(([noun, rows]) => section(noun, rows, language, word)).join('\n')
  const other = language === 'en' ? '<a href="?language=zh-CN">中文</a>' : '<a href="?language=en">English</a>'
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${word('title')}</title><style>${STYLE}</style></head>
<body><header><h1>${word('title')}</h1><p>${word('note')}</p>
<p>OpenAPI 3.1: <a href="/api/openapi.json">${word('machine')}</a> · ${other}</p><nav>${contents}</nav></header>
<main>${sections}</main></body></html>`
}

interface Row {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

function byNoun(description: Description): [string, Row[]][] {
  const nouns = new Map<string, Row[]>()
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const noun = operation.tags?.[0] ?? 'api'
      nouns.set(noun, [...(nouns.get(noun) ?? []), { method: method.toUpperCase(), path, operation }])
    }
  }
  return [...nouns].sort(([a], [b]) => a.localeCompare(b))
}

function section(noun: string, rows: readonly Row[], language: Language, word: (key: Word) => string): string {
  const articles = rows.map(row => article(row, language, word)).join('\n')
  return `<section id="${markupSafe(noun)}"><h2>${markupSafe(noun)}</h2>${articles}</section>`
}

function article({ method, path, operation }: Row, language: Language, word: (key: Word) => string): string {
  const summary = (language === 'en' ? operation.summary : operation['x-summary-zh']) ?? operation.summary ?? ''
  const roles = operation['x-roles']?.length ? `${word('roles')}: ${operation['x-roles'].join(', ')}` : ''
  const open = operation.security?.length === 0 ? word('open') : ''
  const parameters: Schema = {
    properties: Object.fromEntries((operation.parameters ?? []).map(each => [each.name, each.schema ?? {}])),
    required: (operation.parameters ?? []).filter(each => each.required).map(each => each.name),
  }
  const body = schemaIn(operation.requestBody?.content)
  const replies = Object.entries(operation.responses ?? {})
    .map(([status, reply]) => [status, schemaIn(reply.content)] as const)
    .filter(([, schema]) => schema !== undefined)
    .map(([status, schema]) => fields(`${word('reply')} ${status}`, schema, word))
  return `<article><h3><code class="m">${method}</code> <code>${markupSafe(path)}</code></h3>
<p>${markupSafe(summary)} <small>${markupSafe([roles, open].filter(Boolean).join(' · '))}</small></p>
${fields(word('parameters'), parameters, word)}${fields(word('body'), body, word)}${replies.join('')}</article>`
}

function schemaIn(content: Readonly<Record<string, { schema?: Schema }>> | undefined): Schema | undefined {
  return content && Object.values(content)[0]?.schema
}

function fields(title: string, schema: Schema | undefined, word: (key: Word) => string): string {
  if (!schema) return ''
  const rows = linesOf(schema, '')
  if (rows.length === 0) return ''
  const body = rows
    .map(
      row =>
        `<tr><td><code>${markupSafe(row.name)}</code></td><td>${markupSafe(row.kind)}</td><td>${row.required ? word('required') : ''}</td></tr>`,
    )
    .join('')
  return `<details><summary>${markupSafe(title)}</summary><table><thead><tr><th scope="col">${word('field')}</th><th scope="col">${word('kind')}</th><th scope="col">${word('required')}</th></tr></thead><tbody>${body}</tbody></table></details>`
}

interface Line {
  readonly name: string
  readonly kind: string
  readonly required: boolean
}

function linesOf(schema: Schema, before: string): Line[] {
  const inner = schema.items ?? schema
  const list = schema.items ? '[]' : ''
  return Object.entries(inner.properties ?? {}).flatMap(([name, each]) => {
    const path = before === '' ? `${list ? '[].' : ''}${name}` : `${before}${list}.${name}`
    const line = { name: path, kind: kindOf(each), required: inner.required?.includes(name) ?? false }
    return [line, ...linesOf(each, path)]
  })
}

function kindOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(each => JSON.stringify(each)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map(kindOf).join(' | ')
  if (schema.items) return `[${kindOf(schema.items)}]`
  const type = [schema.type ?? 'any'].flat().join(' | ')
  return schema.format ? `${type} (${schema.format})` : type
}

function markupSafe(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, sign => signs[sign] ?? sign)
}

const STYLE = `
:root{color-scheme:light dark;--t:#1b2430;--s:#4a5666;--p:#f6f7f9;--f:#fff;--l:#e3e7ec;--a:#1f5fa8}
@media (prefers-color-scheme:dark){:root{--t:#e6eaef;--s:#aeb8c4;--p:#101418;--f:#171c22;--l:#2a323b;--a:#6aa6e6}}
body{margin:0;background:var(--p);color:var(--t);font:14px/22px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui}
header,main{max-width:960px;margin:auto;padding:16px 24px}h1{font-size:20px;line-height:28px}h2{font-size:16px;margin:24px 0 8px}
h3{font-size:14px;margin:0}a{color:var(--a)}nav a{margin-right:12px;display:inline-block}p{margin:4px 0;color:var(--s)}
article{background:var(--f);border:1px solid var(--l);border-radius:6px;padding:8px 16px;margin:8px 0;overflow-wrap:anywhere}
.m{color:var(--a)}table{border-collapse:collapse;width:100%;font-size:13px;line-height:20px}
th,td{text-align:left;border-top:1px solid var(--l);padding:4px 8px 4px 0;vertical-align:top}summary{cursor:pointer;padding:4px 0}`
