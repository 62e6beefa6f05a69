// Which preset a file is read with: whether it fits, and why it does not.

import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { type FileFormat, type ImportPreset, missingFields } from './import-preset.ts'
import { sayField } from './import-report.ts'

/** Refusals: another format than the preset takes, or not a single column of a needed field. */
export function findMisfit(
  preset: ImportPreset,
  file: { format: FileFormat; columns: readonly string[] },
): Refusal | null {
  if (!preset.formats.includes(file.format))
    return refuse('file-format-not-of-preset', { format: file.format, preset: preset.id })
  // An empty list of JSON lines has no columns at all, and nothing to be missed.
  if (file.format === 'jsonl' && file.columns.length === 0) return null
  const missing = missingFields(preset, file.columns)
  if (missing.length === 0) return null
  const fields = missing.map(field => `${sayField(field, 'zh-CN')} ${sayField(field, 'en')}`).join('、')
  return refuse('columns-missing', { fields, columns: file.columns.slice(0, 40).join('、') })
}
