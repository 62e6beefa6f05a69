// The dense list: sticky head, fixed widths, rows drawn as they scroll into view, a cursor moved by keys, the next page at the end.
//
// <Table label="…" columns={…} rows={usePages(…)} rowKey={row => row.id} onOpen={row => …} />
// column: { key, title, width? (px), grow?, align?, sort?, render(row) }; at least one column should grow
// cursor/onCursor lift the cursor out (preview pane); keys={true} makes J, K, O, Enter work anywhere on the page
// hint is shown at the right edge of the cursor's row; height is px or 'fill' (what is left of the window)

// biome-ignore-all lint/a11y/useSemanticElements: rows outside the view are not in the document, which <table> cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the row under the cursor
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid hears the keys for its rows

import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { KeyHint, useKeys } from './keys.tsx'
import { usePreferences, useWords } from './language.tsx'
import type { Rows } from './paging.ts'
import { Empty, Failed, Loading } from './state.tsx'
import './table.css'
import { KIT } from './words.ts'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** Fixed width in px. */
  readonly width?: number
  /** Share of the room left over, for columns without a width. */
  readonly grow?: number
  readonly minWidth?: number
  readonly align?: 'start' | 'end'
  /** The name by which the server sorts; the head becomes a button. */
  readonly sort?: string
  readonly render: (row: Row) => ReactNode
}

/** `dueAt` ascending, `-dueAt` descending. */
export interface Sorting {
  readonly sort: string
  readonly onSort: (sort: string) => void
}

export interface TableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: Rows<Row>
  readonly rowKey: (row: Row) => string
  readonly onOpen?: (row: Row) => void
  readonly cursor?: string | null
  readonly onCursor?: (row: Row) => void
  readonly keys?: boolean
  readonly hint?: (row: Row) => ReactNode
  readonly height?: number | 'fill'
  readonly sorting?: Sorting
  readonly empty?: { readonly title: string; readonly text?: string; readonly action?: ReactNode }
}

const NARROWEST = 120
const ROW = { normal: 40, large: 52 }
const HEAD = { normal: 34, large: 42 }

export function Table<Row>(props: TableProps<Row>) {
  const { rows, rowKey } = props
  const id = useId()
  const { largeType } = usePreferences()
  const rowHeight = largeType ? ROW.large : ROW.normal
  const headHeight = largeType ? HEAD.large : HEAD.normal
  const box = useRef<HTMLDivElement>(null)
  const cursor = useCursor(props)
  const virtual = useVirtualizer({
    count: rows.items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head scrolls with the rows and then sticks over them.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  const drawn = virtual.getVirtualItems()
  const lastDrawn = drawn.at(-1)?.index ?? -1
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when large type makes rows higher
  useEffect(() => virtual.measure(), [virtual, rowHeight])
  useEffect(() => {
    if (rows.more && lastDrawn >= rows.items.length - 20) rows.loadMore()
  }, [rows, lastDrawn])
  useEffect(() => {
    if (cursor.moved.current && cursor.index >= 0) virtual.scrollToIndex(cursor.index, { align: 'auto' })
  }, [virtual, cursor.index, cursor.moved])

  const template = props.columns.map(trackOf).join(' ')
  const active = cursor.index >= 0 ? rows.items[cursor.index] : undefined
  return (
    <div
      className={`table table-${props.height === 'fill' ? 'fill' : 'fixed'}`}
      style={{ ['--columns' as string]: template, ['--least' as string]: `${leastWidth(props.columns)}px` }}
    >
      <div
        ref={box}
        className="table-box"
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.more ? -1 : rows.items.length + 1}
        aria-colcount={props.columns.length}
        aria-busy={rows.loading}
        aria-activedescendant={active ? `${id}-${rowKey(active)}` : undefined}
        tabIndex={0}
        onKeyDown={cursor.hear}
        style={typeof props.height === 'number' ? { maxHeight: props.height } : undefined}
      >
        <Head columns={props.columns} sorting={props.sorting} height={headHeight} />
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {drawn.map(item => {
            const row = rows.items[item.index]
            if (row === undefined) return null
            const here = item.index === cursor.index
            return (
              <div
                key={rowKey(row)}
                id={`${id}-${rowKey(row)}`}
                className="table-row"
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                aria-selected={here}
                style={{ height: rowHeight, transform: `translateY(${item.start - headHeight}px)` }}
                onClick={() => cursor.put(item.index)}
                onDoubleClick={() => props.onOpen?.(row)}
              >
                <Cells columns={props.columns} row={row} />
                {here && props.hint && <span className="table-hint">{props.hint(row)}</span>}
              </div>
            )
          })}
        </div>
      </div>
      <Below {...props} rowHeight={rowHeight} />
    </div>
  )
}

/** The keys every list has, as a row's hint. */
export function RowHint(props: { children?: ReactNode }) {
  const say = useWords(KIT)
  return (
    <>
      <KeyHint code="KeyO" /> {say('openRow')} {props.children}
    </>
  )
}

function Head<Row>(props: { columns: readonly Column<Row>[]; sorting: Sorting | undefined; height: number }) {
  const { sorting } = props
  return (
    <div role="rowgroup" className="table-head">
      <div role="row" className="table-row" aria-rowindex={1} style={{ height: props.height }}>
        {props.columns.map(column => {
          const direction = sorting && column.sort ? directionOf(sorting.sort, column.sort) : undefined
          return (
            <div key={column.key} role="columnheader" data-align={column.align} aria-sort={direction}>
              {sorting && column.sort ? (
                <button type="button" onClick={() => sorting.onSort(nextSort(sorting.sort, column.sort ?? ''))}>
                  {column.title}
                  <span className="table-arrow" aria-hidden="true">
                    {{ ascending: ' ▲', descending: ' ▼', none: '' }[direction ?? 'none']}
                  </span>
                </button>
              ) : (
                column.title
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Cells<Row>(props: { columns: readonly Column<Row>[]; row: Row }) {
  return props.columns.map(column => (
    <div key={column.key} role="gridcell" data-align={column.align}>
      {column.render(props.row)}
    </div>
  ))
}

function Below<Row>(props: TableProps<Row> & { rowHeight: number }) {
  const say = useWords(KIT)
  const { rows, empty } = props
  if (rows.loading) return <Loading rows={8} rowHeight={props.rowHeight} />
  if (rows.error !== null && rows.items.length === 0)
    return <Failed error={rows.error} again={rows.again} height={8 * props.rowHeight} />
  if (rows.items.length === 0) return <Empty {...(empty ?? {})} height={8 * props.rowHeight} />
  if (rows.loadingMore) return <p className="table-foot">{say('loading')}……</p>
  const count = rows.items.length
  return <p className="table-foot">{rows.more ? say('rowCountMore', { n: count }) : say('rowCount', { n: count })}</p>
}

function useCursor<Row>(props: TableProps<Row>) {
  const { rows, rowKey, onOpen, onCursor } = props
  const say = KIT
  const [own, setOwn] = useState<string | null>(null)
  const moved = useRef(false)
  const chosen = props.cursor === undefined ? own : props.cursor
  const index = chosen === null ? -1 : rows.items.findIndex(row => rowKey(row) === chosen)
  // Keys repeat faster than rows are drawn: the next press counts from where the last one went.
  const at = useRef(index)
  at.current = index
  const put = (to: number) => {
    const place = Math.max(0, Math.min(rows.items.length - 1, to))
    const row = rows.items[place]
    if (row === undefined) return
    at.current = place
    moved.current = true
    setOwn(rowKey(row))
    onCursor?.(row)
  }
  const open = () => {
    const row = rows.items[at.current]
    if (row !== undefined) onOpen?.(row)
  }
  useKeys(
    [
      { code: 'KeyJ', say: say.keyDown, run: () => put(at.current + 1) },
      { code: 'KeyK', say: say.keyUp, run: () => put(at.current - 1) },
      { code: 'KeyO', say: say.keyOpen, run: open },
    ],
    props.keys === true,
  )
  const hear = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }[event.key]
    if (step !== undefined) put(at.current < 0 ? 0 : at.current + step)
    else if (event.key === 'Home') put(0)
    else if (event.key === 'End') put(rows.items.length - 1)
    else if (event.key === 'Enter') open()
    else return
    event.preventDefault()
  }
  return { index, put, hear, moved }
}

// Rows as wide as the head also where the list is wider than its box and scrolls sideways.
function leastWidth<Row>(columns: readonly Column<Row>[]): number {
  const gaps = 16 * (columns.length + 1)
  return columns.reduce((sum, column) => sum + (column.width ?? column.minWidth ?? NARROWEST), gaps)
}

function trackOf<Row>(column: Column<Row>): string {
  return column.width !== undefined
    ? `${column.width}px`
    : `minmax(${column.minWidth ?? NARROWEST}px, ${column.grow ?? 1}fr)`
}

function directionOf(sort: string, name: string): 'ascending' | 'descending' | 'none' {
  return sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none'
}

function nextSort(sort: string, name: string): string {
  return sort === name ? `-${name}` : name
}
