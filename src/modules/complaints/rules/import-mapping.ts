// A mapping made on screen, column by column, as a preset: each field is read as the bank's own ledger reads it.

import { type Field, type ImportPreset, importPreset } from './import-preset.ts'
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

/** The preset of a mapping. Throws `ZodError` naming what is missing or unknown. */
export function presetOfMapping(mapping: Mapping, named: { id: string; title: string }): ImportPreset {
  const fields: Record<string, unknown> = {}
  for (const [column, target] of Object.entries(mapping)) {
    const field = FIELD_OF_TARGET[target] ?? (target as Field)
    const reader = STANDARD.fields[field]
    fields[field] = reader && reader.as !== 'constant' ? { ...reader, from: [column] } : { as: 'text', from: [column] }
  }
  // A ledger without a column of channels: the way in is not known.
  fields.channel ??= { as: 'constant', value: 'other' }
  const closedAt = Object.entries(mapping).find(([, target]) => target === 'closedAt')?.[0]
  const { title } = named
  return importPreset.parse({
    ...STANDARD,
    id: named.id,
    title: { zh: title, en: title },
    fields,
    remarks: {},
    closed: closedAt ? { from: [closedAt], filled: true } : null,
  })
}
