// The architecture as rules over source text: who may look where, what may be said, how long a file may be.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Source {
  /** From the root of the project: `src/kernel/time.ts`. */
  readonly path: string
  readonly text: string
}

/** A room of the floor plan. `module:complaints/rules` is the think column of one department. */
export type Room = string

/** Every TypeScript source below a folder. */
export function readSources(root: string, folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => {
      const path = join(entry.parentPath, entry.name).slice(root.length + 1)
      return { path, text: readFileSync(join(root, path), 'utf8') }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** The room a file lies in. Throws for a file outside the plan. */
export function roomOf(path: string): Room {
  const parts = path.split('/')
  if (parts[0] !== 'src') return parts[0] ?? ''
  if (parts.length === 2) return `top:${parts[1]}`
  if (parts[1] === 'demo' && parts[2] === 'pages') return 'demo-pages'
  if (parts[1] !== 'modules') return parts[1] ?? ''
  const place = parts.length === 4 ? 'door' : parts[3]
  return `module:${parts[2]}/${place}`
}

/** Specifiers of everything a file imports or re-exports, static or dynamic. */
export function importsOf(source: Source): string[] {
  const { module } = parseSync(source.path, source.text)
  const text = (from: number, to: number) => source.text.slice(from, to)
  return [
    ...module.staticImports.map(each => each.moduleRequest.value),
    ...module.staticExports.flatMap(each =>
      each.entries.flatMap(entry => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
    ),
    ...module.dynamicImports.map(each =>
      text(each.moduleRequest.start, each.moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    ),
  ]
}

// Downwards and leftwards only. A department is named by `*`; `self` is the same department.
const MAY_LOOK: readonly { readonly from: RegExp; readonly at: RegExp }[] = [
  { from: /^kernel$/, at: /^kernel$/ },
  { from: /^platform$/, at: /^(platform|kernel)$/ },
  { from: /^ui$/, at: /^(ui|kernel)$/ },
  { from: /^module:(\w+)\/rules$/, at: /^(kernel|module:self\/rules)$/ },
  { from: /^module:(\w+)\/server$/, at: /^(kernel|platform|module:self\/(rules|server))$/ },
  { from: /^module:(\w+)\/pages$/, at: /^(kernel|ui|module:self\/(rules|pages))$/ },
  { from: /^module:(\w+)\/door$/, at: /^(kernel|platform|module:self\/(rules|server))$/ },
  { from: /^demo$/, at: /^(demo|kernel|platform|module:\w+\/(rules|server|door))$/ },
  { from: /^demo-pages$/, at: /^(demo-pages|kernel|ui)$/ },
  { from: /^top:modules\.ts$/, at: /^(platform|module:\w+\/door)$/ },
  { from: /^top:app\.ts$/, at: /^(top:modules\.ts|kernel|platform|module:\w+\/door)$/ },
  { from: /^top:(main|serve)\.ts$/, at: /^(top:(app|modules|serve)\.ts|demo|kernel|platform|module:\w+\/door)$/ },
  { from: /^top:(pages|consumer)\.tsx$/, at: /^(ui|kernel|demo-pages|module:\w+\/(pages|rules))$/ },
]

// Packages by room; a room that is not named may use any.
const PACKAGES: readonly { readonly room: RegExp; readonly may: RegExp }[] = [
  { room: /^kernel$/, may: /^zod$/ },
  { room: /\/rules$/, may: /^zod$/ },
  {
    room: /^(ui|demo-pages|top:pages\.tsx|top:consumer\.tsx)$|\/pages$/,
    may: /^(react|react-dom|antd|dayjs|zod|@ant-design|@tanstack)(\/|$)/,
  },
  { room: /^(platform|demo)$|\/server$|\/door$/, may: /^(?!react|antd|@tanstack|@ant-design)/ },
]

/** Looks that the plan does not allow, as sentences that say what to do instead. */
export function findTrespasses(sources: readonly Source[]): string[] {
  return sources
    .filter(source => !isTest(source.path))
    .flatMap(source => importsOf(source).flatMap(specifier => trespass(source.path, specifier)))
}

function trespass(path: string, specifier: string): string[] {
  const from = roomOf(path)
  if (!specifier.startsWith('.')) {
    const rule = PACKAGES.find(each => each.room.test(from))
    const free = !rule || rule.may.test(specifier)
    return free ? [] : [`${path} may not use the package ${specifier}: ${from} knows no such thing`]
  }
  if (/\.css$/.test(specifier)) return []
  if (!/\.tsx?$/.test(specifier)) return [`${path} imports ${specifier} without its ending`]
  const target = normalize(join(dirname(path), specifier))
  const at = roomOf(target)
  const rule = MAY_LOOK.find(each => each.from.test(from))
  if (!rule) return [`${path} lies outside the floor plan`]
  const self = /^module:(\w+)\//.exec(from)?.[1]
  const seen = self ? at.replace(`module:${self}/`, 'module:self/') : at
  if (rule.at.test(seen)) return []
  const advice =
    /^module:/.test(at) && self
      ? 'a module never looks into another: tell, ask, show or count'
      : 'looking goes down and left only'
  return [`${path} looks into ${target}: ${advice}`]
}

const BANNED: readonly { readonly words: RegExp; readonly except: RegExp; readonly advice: string }[] = [
  {
    words: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\b/,
    except: /^src\/platform\/clock\.ts$/,
    advice: 'time and chance are arguments: take them from a Clock or Chance',
  },
  {
    words: /\bprocess\.env\b/,
    except: /^src\/platform\/config\.ts$/,
    advice: 'settings are read in platform/config.ts',
  },
  { words: /(:|\bas) any\b|@ts-(ignore|nocheck|expect-error)/, except: /^$/, advice: 'name the type' },
  { words: /\b(TODO|FIXME|XXX)\b/, except: /^$/, advice: 'do it, or write an issue' },
  {
    words: /\bconsole\.(log|error|warn)\(/,
    except: /^src\/(main|serve)\.ts$|^src\/demo\/|-command\.ts$/,
    advice: 'the command line prints; everything else logs',
  },
]

/** Words that have no place in the source, with what to do instead. */
export function findBannedWords(sources: readonly Source[]): string[] {
  return sources
    .filter(source => !isTest(source.path))
    .flatMap(source => {
      const code = withoutComments(source)
      return BANNED.filter(rule => rule.words.test(code) && !rule.except.test(source.path)).map(
        rule => `${source.path}: ${rule.words.exec(code)?.[0]}: ${rule.advice}`,
      )
    })
}

const NO_ROOM =
  /(^|[-/])(utils?|helpers?|common|shared|misc|base|manager|service|processor|handler|data|info|v2)\.tsx?$/

/** Files whose name names no room. */
export function findNamelessFiles(sources: readonly Source[]): string[] {
  return sources
    .filter(source => NO_ROOM.test(source.path))
    .map(source => `${source.path}: name it after what it holds`)
}

const MOST_LINES = 300
const MOST_FUNCTION_LINES = 60
const MOST_PAGE_FUNCTION_LINES = 90

/** Files over 300 lines and functions over 60 (90 in pages and the kit, which are mostly markup). */
export function findLongOnes(sources: readonly Source[]): string[] {
  return sources
    .filter(source => !isTest(source.path))
    .flatMap(source => {
      const lines = source.text.split('\n').length - 1
      const long =
        lines > MOST_LINES
          ? [`${source.path} has ${lines} lines: more than ${MOST_LINES}; split it along the plan`]
          : []
      const most = source.path.endsWith('.tsx') ? MOST_PAGE_FUNCTION_LINES : MOST_FUNCTION_LINES
      return [
        ...long,
        ...functionsOf(source)
          .filter(each => each.lines > most)
          .map(each => `${source.path}: ${each.name} has ${each.lines} lines: more than ${most}`),
      ]
    })
}

function functionsOf(source: Source): { name: string; lines: number }[] {
  const found: { name: string; lines: number }[] = []
  const { program } = parseSync(source.path, source.text)
  const visit = (node: unknown, name: string): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) {
      for (const each of node) visit(each, name)
      return
    }
    const { type, start, end, id, key } = node as {
      type?: string
      start?: number
      end?: number
      id?: { name?: string }
      key?: { name?: string }
    }
    const called = id?.name ?? key?.name ?? name
    if (type && /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type)) {
      found.push({ name: called || 'a function', lines: source.text.slice(start, end).split('\n').length })
    }
    for (const [member, value] of Object.entries(node)) if (member !== 'parent') visit(value, called)
  }
  visit(program, '')
  return found
}

const HAN = /\p{Script=Han}/u

/** Text in a page that is not in a list of words. */
export function findHardCodedText(sources: readonly Source[]): string[] {
  return sources
    .filter(source => /^src\/(ui|modules\/\w+\/pages)\/|^src\/(pages|consumer)\.tsx$/.test(source.path))
    .filter(source => !isTest(source.path) && !/words[^/]*\.tsx?$/.test(source.path))
    .filter(source => HAN.test(withoutComments(source)))
    .map(source => `${source.path} holds text of its own: it belongs in a list of words, in both languages`)
}

const SQL_PLACE = /\b(?:from|join|into|update|table|only)\s+([a-z_]+)\.[a-z_]+/g

/** SQL of a department that names another's schema. */
export function findForeignTables(sources: readonly Source[]): string[] {
  return sources
    .filter(source => /^src\/modules\//.test(source.path) && !isTest(source.path))
    .flatMap(source => {
      const own = source.path.split('/')[2]
      const named = [...withoutComments(source).matchAll(SQL_PLACE)].map(match => match[1])
      const foreign = named.filter(schema => schema !== own && schema !== 'ledger' && DEPARTMENTS.test(schema ?? ''))
      return foreign.map(
        schema => `${source.path} names the schema ${schema}: a department's SQL names its own and ledger`,
      )
    })
}

const DEPARTMENTS = /^(complaints|identity|audit|rulebook|vault)$/

/** The first line of every file says what it is for. */
export function findSilentFiles(sources: readonly Source[]): string[] {
  return sources
    .filter(source => !/^(\/\/ \S|#!)/.test(source.text))
    .map(source => `${source.path}: the first line says what the file is for`)
}

function withoutComments(source: Source): string {
  const { comments } = parseSync(source.path, source.text)
  let text = source.text
  for (const comment of [...comments].reverse()) text = `${text.slice(0, comment.start)}${text.slice(comment.end)}`
  return text
}
