// Lists that come in pages by a key: `{ items, next }`, never by number, so that rows neither repeat nor vanish.
//
// const rows = usePages<Row>(['desk', filters], after => address('/api/desk', { ...filters, after }))
// const rows = rowsOf(array)                    a short list that is already here

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { get } from './api.ts'

export interface Page<Row> {
  readonly items: readonly Row[]
  readonly next: string | number | null
}

/** What a table needs of a list, wherever it comes from. */
export interface Rows<Row> {
  readonly items: readonly Row[]
  readonly more: boolean
  readonly loading: boolean
  readonly loadingMore: boolean
  readonly error: unknown
  loadMore(): void
  again(): void
}

/** Reads a list page by page. `key` is the react-query key; `path` gives the address of the page after a key (null: the first). */
export function usePages<Row>(key: readonly unknown[], path: (after: string | number | null) => string): Rows<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => get<Page<Row>>(path(pageParam), { signal }),
    initialPageParam: null as string | number | null,
    getNextPageParam: last => last.next,
    placeholderData: keepPreviousData,
  })
  return {
    items: query.data?.pages.flatMap(page => page.items) ?? [],
    more: query.hasNextPage,
    loading: query.isPending,
    loadingMore: query.isFetchingNextPage,
    error: query.error,
    loadMore: () => {
      if (!query.isFetchingNextPage) query.fetchNextPage()
    },
    again: () => query.refetch(),
  }
}

/** A list that is already here. */
export function rowsOf<Row>(items: readonly Row[]): Rows<Row> {
  return { items, more: false, loading: false, loadingMore: false, error: null, loadMore: nothing, again: nothing }
}

function nothing(): void {}
