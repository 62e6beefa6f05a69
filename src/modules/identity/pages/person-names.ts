// Names of people by their ids, for records that hold ids.

import { useQuery } from '@tanstack/react-query'
import { address, get } from '../../../ui/api.ts'
import type { Person } from './answers.ts'

// The largest page the server gives; beyond it an id is shown as it is, which is still right.
const MOST = 500

/** A function from a person's id to their name. */
export function usePersonNames(): (id: string) => string {
  const people = useQuery({
    queryKey: ['people', 'names'],
    queryFn: () => get<{ items: Person[] }>(address('/api/people', { limit: MOST })),
    staleTime: 60_000,
  })
  return id => people.data?.items.find(person => person.id === id)?.name ?? id
}
