// Lanes: work on one case, one piece after another within this process.

/** Lanes by name. A lane exists while there is work in it. */
export interface Lanes {
  isBusy(name: string): boolean
  /** Runs the work when everything in its lane before it has ended, well or badly. */
  run<T>(name: string, work: () => Promise<T>): Promise<T>
}

export function createLanes(): Lanes {
  const ends = new Map<string, Promise<void>>()
  return {
    isBusy: name => ends.has(name),
    run(name, work) {
      const mine = (ends.get(name) ?? Promise.resolve()).then(work)
      const end = mine.then(nothing, nothing).then(() => {
        if (ends.get(name) === end) ends.delete(name)
      })
      ends.set(name, end)
      return mine
    },
  }
}

function nothing(): void {}
