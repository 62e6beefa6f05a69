// A steady load on one address from a process of its own: so many requests at a time for so long, counted.

import { Agent, request } from 'node:http'

export interface Load {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  /** The body of the n-th request; none for GET. */
  readonly bodies?: readonly string[]
  readonly concurrency: number
  readonly ms: number
  /** A header that must differ in each request. */
  readonly uniqueHeader?: string
}

export interface Count {
  readonly ok: number
  readonly failed: number
  readonly seconds: number
}

async function run(load: Load): Promise<Count> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.concurrency })
  const start = performance.now()
  let ok = 0
  let failed = 0
  let sent = 0
  const once = () =>
    new Promise<void>(resolve => {
      sent += 1
      const body = load.bodies?.[sent % load.bodies.length]
      const headers: Record<string, string | number> = { ...load.headers }
      if (body !== undefined) headers['content-length'] = Buffer.byteLength(body)
      if (load.uniqueHeader) headers[load.uniqueHeader] = `${process.pid}-${start}-${sent}`
      const asked = request(load.url, { method: load.method, agent, headers }, answer => {
        answer.resume()
        answer.on('end', () => {
          if ((answer.statusCode ?? 500) < 300) ok += 1
          else failed += 1
          resolve()
        })
      })
      asked.on('error', () => {
        failed += 1
        resolve()
      })
      asked.end(body)
    })
  const lane = async () => {
    while (performance.now() - start < load.ms) await once()
  }
  await Promise.all(Array.from({ length: load.concurrency }, lane))
  agent.destroy()
  return { ok, failed, seconds: (performance.now() - start) / 1000 }
}

process.on('message', async (load: Load) => {
  process.send?.(await run(load))
})
