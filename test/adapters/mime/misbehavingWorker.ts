import { parentPort } from 'node:worker_threads'

/** A reader thread that does what its "mail" says: the real one cannot be made to hang or burst on demand. */
parentPort?.on('message', (raw: Uint8Array) => {
  const word = Buffer.from(raw).toString()
  if (word === 'hangs') for (;;);
  if (word === 'exits') process.exit(0)
  if (word === 'fault') parentPort?.postMessage({ kind: 'fault', message: 'TypeError' })
  if (word === 'eats memory') {
    const kept: string[][] = []
    for (let i = 0; ; i++) kept.push(Array.from({ length: 1000 }, (_, j) => `${i} ${j}`))
  }
  parentPort?.postMessage({ kind: 'letter', letter: { subject: word, headers: {} } })
})
parentPort?.postMessage({ kind: 'ready' })
