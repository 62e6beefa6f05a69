// Files to and from the server where the kit's JSON cannot carry them: a form with more than a file, an answer that is a file.

import type { Problem } from '../../../ui/api.ts'

/** Posts a form and reads JSON; throws a Problem as the kit's own calls do. */
export async function postForm<Answer>(
  path: string,
  parts: Readonly<Record<string, string | File>>,
  signal?: AbortSignal,
): Promise<Answer> {
  const form = new FormData()
  // Fields before files: the server reads the stream in order and must know a file's kind when it comes.
  for (const [name, part] of Object.entries(parts)) if (typeof part === 'string') form.append(name, part)
  for (const [name, part] of Object.entries(parts)) if (typeof part !== 'string') form.append(name, part)
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'accept-language': document.documentElement.lang },
    body: form,
    ...(signal && { signal }),
  })
  if (!response.ok) throw await problemFrom(response)
  return (await response.json()) as Answer
}

/** Posts JSON and saves the file that comes back under this name. */
export async function saveAnswer(path: string, body: unknown, name: string): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw await problemFrom(response)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

async function problemFrom(response: Response): Promise<Error> {
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>
  const detail = body.detail ?? ''
  return Object.assign(new Error(detail), {
    problem: true as const,
    status: response.status,
    code: body.code ?? '',
    detail,
    source: body.source ?? null,
    fields: body.fields ?? [],
    instance: null,
  })
}
