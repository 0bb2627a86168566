import { existsSync, writeFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'

/** A reader thread that does what its "mail" says: the real one cannot be made to hang or burst on demand. */
parentPort?.on('message', ({ raw }: { raw: Uint8Array }) => {
  const text = Buffer.from(raw).toString()
  // "hangs once:/tmp/tried" behaves from the second time on: the file says that there was a first.
  const [, once, tried = ''] = /^(.+) once:(.+)$/s.exec(text) ?? []
  const again = existsSync(tried)
  if (once && !again) writeFileSync(tried, '')
  const word = once ? (again ? text : once) : text
  if (word === 'hangs') for (;;);
  if (word === 'exits') process.exit(0)
  if (word === 'fault') parentPort?.postMessage({ kind: 'fault', message: 'TypeError' })
  if (word === 'eats memory') {
    const kept: string[][] = []
    for (let i = 0; ; i++) kept.push(Array.from({ length: 1000 }, (_, j) => `${i} ${j}`))
  }
  parentPort?.postMessage({ kind: 'letter', seen: { letter: { subject: word, headers: {} } } })
})
parentPort?.postMessage({ kind: 'ready' })
