import { createRequire, registerHooks } from 'node:module'

/*
 * postgres.js with three corrections. Without them a connection that breaks in the middle of a transaction ends the
 * whole process by an exception that nobody can catch (its issues 1066, 1154, 1208; corrections proposed there, not
 * released in 3.4.9): statements are gathered and written a moment later, whether or not there still is a connection.
 *
 * So every file here takes the driver from this file and never from the package. It goes when a release has them.
 */
const corrections: readonly (readonly [found: string, instead: string])[] = [
  // The connection is gone: whoever waits for the answer hears of it, also who came between the error and the end.
  [
    'function nextWrite(fn) {',
    `function nextWrite(fn) {
    if (socket === null) {
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }`,
  ],
  ['!hadError && (query || sent.length) && error(', '(query || sent.length) && error('],
  // A cancelled write that counts as still planned keeps the next connection from ever writing again.
  ['clearImmediate(nextWriteTimer)\n', 'clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n'],
]

const load = createRequire(import.meta.url)

export const postgres = corrected()

function corrected(): typeof import('postgres') {
  const index = load.resolve('postgres')
  const connection = load.resolve(index.replace(/index\.js$/, 'connection.js'))
  // drizzle-orm may have loaded it before us.
  for (const file of [index, connection]) delete load.cache[file]
  const hooks = registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.endsWith('/postgres/cjs/src/connection.js')) return loaded
      return { ...loaded, source: correctedSource(String(loaded.source)) }
    },
  })
  try {
    return load('postgres')
  } finally {
    hooks.deregister()
  }
}

function correctedSource(source: string): string {
  return corrections.reduce((text, [found, instead]) => {
    if (!text.includes(found))
      throw new Error(`postgres.js has changed, look at db/driver.ts again: ${found}`)
    return text.replaceAll(found, instead)
  }, source)
}
