// A mapping made on screen, column by column, as a preset: each field is read as the bank's own ledger reads it.

import { FIELD_NAMES, type Field, type ImportPreset, NEEDED, type Reader } from './import-preset.ts'
import { STANDARD } from './import-preset-standard.ts'

/** Column of the file to the path of a registration that it fills: `{"客户姓名": "parties.0.name"}`. */
export type Mapping = Readonly<Record<string, string>>

const FIELD_OF_TARGET: Readonly<Record<string, Field>> = {
  id: 'reference',
  'requests.0.text': 'request',
  'parties.0.name': 'name',
  'parties.0.phone': 'phone',
  'parties.0.identityNumber': 'identityNumber',
  'parties.0.account': 'account',
  'parties.0.email': 'email',
  'parties.0.address': 'address',
  'outsideNumbers.0.number': 'outsideNumber',
  'outsideNumbers.0.body': 'outsideBody',
  'codes.a': 'codeA',
  'codes.b': 'codeB',
  'codes.c': 'codeC',
}

/** The preset of a mapping, or the fields that are still without a column. Targets that are no field are left out. */
export function presetOfMapping(
  mapping: Mapping,
  named: { id: string; title: string },
): ImportPreset | { readonly unmapped: readonly string[] } {
  const fields: Partial<Record<Field, Reader>> = {}
  for (const [column, target] of Object.entries(mapping)) {
    const field = FIELD_OF_TARGET[target] ?? FIELD_NAMES.find(each => each === target)
    const reader = field && STANDARD.fields[field]
    if (reader && reader.as !== 'constant') fields[field] = { ...reader, from: [column] }
  }
  // A ledger without a column of channels: the way in is not known.
  fields.channel ??= { as: 'constant', value: 'other' }
  const unmapped = NEEDED.filter(field => !fields[field])
  if (unmapped.length > 0) return { unmapped }
  const { id, title } = named
  const { closedAt } = fields
  return {
    ...STANDARD,
    id,
    title: { zh: title, en: title },
    fields,
    remarks: {},
    closed: closedAt && closedAt.as !== 'constant' ? { from: [...closedAt.from], filled: true } : null,
  }
}
