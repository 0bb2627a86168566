#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { onNode24 } from './node24.mjs'

// V8 takes memory as it finds it and keeps it: 600 MiB for a full mailbox on a machine with much. With these two it needs
// four fifths of it and is hardly slower (bench). They must be said before the program is loaded.
setFlagsFromString('--max-semi-space-size=16')
setFlagsFromString('--heap-growing-percent=60')

if (onNode24(fileURLToPath(import.meta.url))) {
  const { runKla } = await import('./runKla.ts').catch(error => {
    // A checkout without node_modules is the usual first slip; everything else is ours and is shown whole.
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !/Cannot find package/.test(error.message)) throw error
    console.error('Die Pakete, die kla braucht, sind nicht installiert: bitte `npm ci` ausführen.')
    process.exit(1)
  })
  await runKla()
}
