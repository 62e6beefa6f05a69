// The tree of the bank: units below units, found by name or code, closed ones at the end and said so.

import { Input, Tree } from 'antd'
import { useMemo, useState } from 'react'
import { getOrgPath, parentOf } from '../../../kernel/org.ts'
import { fill, type Language } from '../../../kernel/words.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import type { Unit } from './answers.ts'
import { PAGE } from './words.ts'

interface Node {
  readonly key: string
  readonly title: string
  readonly children: Node[]
}

export function UnitTree(props: { units: readonly Unit[]; chosen: string; choose: (path: string) => void }) {
  const say = useWords(PAGE)
  const language = useLanguage()
  const [text, setText] = useState('')
  const tree = useMemo(
    () => treeOf(props.units, { text, language, closed: say('closed') }),
    [props.units, text, language, say],
  )
  const top = props.units.filter(unit => !unit.path.includes('.')).map(unit => unit.path)
  return (
    <div className="unit-tree">
      <Input
        aria-label={say('findUnit')}
        placeholder={say('findUnit')}
        allowClear
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <Tree
        key={text === '' ? 'all' : 'found'}
        aria-label={say('units')}
        blockNode
        virtual={false}
        treeData={tree}
        defaultExpandAll={text !== ''}
        defaultExpandedKeys={[...top, props.chosen]}
        autoExpandParent
        selectedKeys={[props.chosen]}
        onSelect={keys => keys[0] !== undefined && props.choose(String(keys[0]))}
      />
    </div>
  )
}

/** Units as nodes under their parents; with a text, those that match and the way down to them. */
export function treeOf(units: readonly Unit[], view: { text: string; language: Language; closed: string }): Node[] {
  const wanted = view.text.trim().toLowerCase()
  const kept = new Set<string>()
  for (const unit of units) {
    if (!`${unit.name.zh} ${unit.name.en} ${unit.path}`.toLowerCase().includes(wanted)) continue
    const parts = unit.path.split('.')
    for (const index of parts.keys()) kept.add(parts.slice(0, index + 1).join('.'))
  }
  const nodes = new Map<string, Node>()
  const roots: Node[] = []
  for (const unit of [...units].sort(byOpenness)) {
    if (!kept.has(unit.path)) continue
    const name = fill(unit.name, view.language)
    nodes.set(unit.path, { key: unit.path, title: unit.isOpen ? name : `${name} (${view.closed})`, children: [] })
  }
  for (const [path, node] of nodes) {
    const parent = parentOf(getOrgPath(path))
    const above = parent === null ? undefined : nodes.get(parent)
    if (above) above.children.push(node)
    else roots.push(node)
  }
  return roots
}

function byOpenness(one: Unit, other: Unit): number {
  return Number(other.isOpen) - Number(one.isOpen) || (one.path < other.path ? -1 : 1)
}
