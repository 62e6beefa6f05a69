// What every page of complaints needs to know by name: units, people, products, codes; read once and kept.

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Language, Wording } from '../../../kernel/words.ts'
import { get } from '../../../ui/api.ts'
import { useLanguage } from '../../../ui/language.tsx'
import type { PersonName, UnitName } from './answers.ts'

export interface Code {
  readonly code: string
  readonly zh: string
  readonly en: string
}

export interface Reference {
  readonly products: readonly (Code & { readonly business?: string })[]
  readonly codes: { readonly a: readonly Code[]; readonly b: readonly Code[]; readonly c: readonly Code[] }
}

export interface Names {
  readonly units: readonly (UnitName & { readonly kind: string })[]
  readonly people: readonly PersonRow[]
  readonly reference: Reference
  unit(path: string): string
  person(id: string): string
  product(code: string): string
  code(facet: 'a' | 'b' | 'c', code: string): string
}

interface UnitRow {
  readonly path: string
  readonly name: Wording
  readonly kind: string
}

interface PersonRow extends PersonName {
  readonly unit: string | null
  readonly isProgram?: boolean
}

type List<Item> = readonly Item[] | { readonly items: readonly Item[] }

const NONE: Reference = { products: [], codes: { a: [], b: [], c: [] } }

/** Names by their codes; a code whose name has not come yet reads as itself. */
export function useNames(): Names {
  const language = useLanguage()
  const units = useKept<List<UnitRow>>('/api/units?open=true')
  const people = useKept<List<PersonRow>>('/api/people?inService=true&limit=500')
  const reference = useKept<Reference>('/api/reference') ?? NONE
  return useMemo(() => {
    const allUnits = itemsOf(units).map(each => ({
      path: each.path,
      name: language === 'zh-CN' ? each.name.zh : each.name.en,
      kind: each.kind,
    }))
    const allPeople = itemsOf(people).filter(each => !each.isProgram)
    return {
      units: allUnits,
      people: allPeople,
      reference,
      unit: (path: string) => allUnits.find(each => each.path === path)?.name ?? path,
      person: (id: string) => allPeople.find(each => each.id === id)?.name ?? id,
      product: (code: string) => nameOf(reference.products, code, language),
      code: (facet: 'a' | 'b' | 'c', code: string) => nameOf(reference.codes[facet], code, language),
    }
  }, [units, people, reference, language])
}

function useKept<Answer>(path: string): Answer | undefined {
  return useQuery({ queryKey: ['kept', path], queryFn: () => get<Answer>(path), staleTime: 600_000 }).data
}

function itemsOf<Item>(list: List<Item> | undefined): readonly Item[] {
  if (list === undefined) return []
  return 'items' in list ? list.items : list
}

function nameOf(codes: readonly Code[], code: string, language: Language): string {
  const found = codes.find(each => each.code === code)
  if (!found) return code
  return language === 'zh-CN' ? found.zh : found.en
}
