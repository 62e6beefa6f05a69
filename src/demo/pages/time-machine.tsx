// The bar of the demonstration: what time it is there, and two steps forward. Nothing at all in a real bank.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tooltip } from 'antd'
import { fill } from '../../kernel/words.ts'
import { get, post } from '../../ui/api.ts'
import { showInstant } from '../../ui/datetime.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useNow } from '../../ui/now.ts'
import { TIME_MACHINE_WORDS as words } from './words.ts'
import './time-machine.css'

interface Journey {
  readonly rang: readonly unknown[]
  readonly done: number
}

export function TimeMachine() {
  const language = useLanguage()
  const now = useNow()
  const queries = useQueryClient()
  const demonstration = useQuery({
    queryKey: ['kept', '/api/demo'],
    queryFn: () => get('/api/demo'),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const travel = useMutation({
    mutationFn: (days: number) => post<Journey>('/api/demo/time-machine', { days }),
    onSuccess: () => queries.invalidateQueries({ predicate: query => query.queryKey[0] !== 'kept' }),
  })
  if (!demonstration.data) return null
  const rang = travel.data?.rang.length ?? 0
  return (
    <section className="time-machine" aria-label={fill(words.title, language, { now: '' })}>
      <Tooltip title={fill(words.why, language)}>
        <span className="time-machine-now">{fill(words.title, language, { now: showInstant(now, language) })}</span>
      </Tooltip>
      <span className="time-machine-told" role="status">
        {travel.data ? fill(rang > 0 ? words.rang : words.quiet, language, { count: rang }) : ''}
      </span>
      {(
        [
          ['day', 1],
          ['week', 7],
        ] as const
      ).map(([name, days]) => (
        <Button
          key={name}
          size="small"
          loading={travel.isPending && travel.variables === days}
          disabled={travel.isPending}
          onClick={() => travel.mutate(days)}
        >
          {fill(words[name], language)}
        </Button>
      ))}
    </section>
  )
}
