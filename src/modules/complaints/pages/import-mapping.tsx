// Which column becomes which field: a preset that is kept, or column by column with a sample of the file beside it.

import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { fill } from '../../../kernel/words.ts'
import { get } from '../../../ui/api.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { findFieldWords } from '../rules/words-field.ts'
import { IMPORT_WORDS } from '../rules/words-rules.ts'
import { type ImportJob, NEEDED_TARGETS, type PresetView, TARGETS } from './import-answers.ts'

interface MappingProps {
  readonly of: ImportJob
  readonly busy: boolean
  readonly trial: (body: object) => void
}

export function Mapping(props: MappingProps) {
  const { of } = props
  const say = useWords(IMPORT_WORDS)
  const language = useLanguage()
  const presets = useQuery({
    queryKey: ['import-presets'],
    queryFn: () => get<{ items: readonly PresetView[] }>('/api/import-presets'),
  })
  const [preset, setPreset] = useState<string>(of.preset ?? '')
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>(of.mapping ?? {})
  const [keep, setKeep] = useState(false)
  const name = (target: string) =>
    target === 'text' ? say('targetText') : fill(findFieldWords(target) ?? { zh: target, en: target }, language)
  const lacking = preset === '' ? NEEDED_TARGETS.filter(target => !Object.values(mapping).includes(target)) : []
  const body = preset === '' ? { mapping, ...(keep && { keepPreset: true }) } : { preset }
  return (
    <>
      <div className="import-preset">
        <label htmlFor="import-preset">{say('preset')}</label>
        <Select
          id="import-preset"
          value={preset}
          onChange={setPreset}
          options={[
            { value: '', label: say('presetNone') },
            ...(presets.data?.items ?? []).map(each => ({ value: each.id, label: fill(each.title, language) })),
          ]}
        />
      </div>
      {preset === '' && (
        <table className="rules-table">
          <thead>
            <tr>
              <th scope="col">{say('column')}</th>
              <th scope="col">{say('sample')}</th>
              <th scope="col">{say('field')}</th>
            </tr>
          </thead>
          <tbody>
            {of.columns.map(column => (
              <tr key={column}>
                <th scope="row">{column}</th>
                <td className="import-sample">{String(of.sample?.[0]?.[column] ?? '')}</td>
                <td>
                  <Select
                    aria-label={`${column} ${say('field')}`}
                    className="import-field"
                    showSearch
                    optionFilterProp="label"
                    allowClear
                    placeholder={say('ignore')}
                    value={mapping[column] ?? null}
                    onChange={(target: string | undefined) => setMapping(changed(mapping, column, target))}
                    options={TARGETS.map(value => ({ value, label: name(value) }))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="import-go">
        <Button type="primary" loading={props.busy} disabled={lacking.length > 0} onClick={() => props.trial(body)}>
          {say('trial')}
        </Button>
        {preset === '' && (
          <Checkbox checked={keep} onChange={event => setKeep(event.target.checked)}>
            {say('keepPreset')}
          </Checkbox>
        )}
        {lacking.length > 0 && (
          <span className="quiet">
            {say('needed', { fields: lacking.map(name).join(language === 'zh-CN' ? '、' : ', ') })}
          </span>
        )}
      </div>
    </>
  )
}

function changed(
  mapping: Readonly<Record<string, string>>,
  column: string,
  target: string | undefined,
): Record<string, string> {
  const others = Object.entries(mapping).filter(([other, used]) => other !== column && used !== target)
  return Object.fromEntries(target ? [...others, [column, target]] : others)
}
