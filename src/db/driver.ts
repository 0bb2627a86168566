import { createRequire, registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/*
 * postgres.js with corrections for the moment in which a connection breaks. Without them such a moment can end the whole
 * process by an exception that nobody can catch, leave a query without an answer for ever, keep a place in the pool from
 * ever working again, or run the rest of a transaction on a new connection, outside of it (issues 1066, 1154 and 1208 of
 * postgres.js; not released in 3.4.9). And it learns to send bytes as bytes. test/db/driver.test.ts shows each.
 *
 * So every file here takes the driver from this file and never from the package. It goes when a release has them.
 */
const corrections: Record<string, readonly (readonly [found: string, instead: string])[]> = {
  'connection.js': [
    // What is gathered is written a moment later, when the line may be gone: then whoever waits for an answer hears of it.
    [
      'function nextWrite(fn) {',
      `function nextWrite(fn) {
    if (socket === null) {
      chunk = nextWriteTimer = null
      const gone = Errors.connection('CONNECTION_CLOSED', options, socket)
      query && queryError(query, gone)
      while (sent.length) queryError(sent.shift(), gone)
      return false
    }`,
    ],
    // Also who came between the error and the end of the line.
    ['!hadError && (query || sent.length) && error(', ';(query || sent.length) && error('],
    // Bytes travel as they are (format code 1 of Bind); the driver would write them as hex, twice their size and slow.
    [
      'b().B().str(portal + b.N).str(statement + b.N).i16(0).i16(parameters.length)',
      `b().B().str(portal + b.N).str(statement + b.N)
    const binary = parameters.some(x => x?.[bytes])
    b.i16(binary ? parameters.length : 0)
    if (binary) for (const x of parameters) b.i16(x?.[bytes] ? 1 : 0)
    b.i16(parameters.length)`,
    ],
    [
      'type = types[i]\n      parameters[i] = x',
      'if (x?.[bytes]) return b.i32(x.length).bytes(x)\n      type = types[i]\n      parameters[i] = x',
    ],
    // And are copied once: there is room behind them for the message that follows, and what is large is written as it is.
    [
      `return Buffer.concat([
      Bind(q.parameters, q.statement.types, q.statement.name, q.cursorName),
      q.cursorFn
        ? Execute('', q.cursorRows)
        : ExecuteUnnamed
    ])`,
      `const bind = Bind(q.parameters, q.statement.types, q.statement.name, q.cursorName)
    const execute = q.cursorFn ? Execute('', q.cursorRows) : ExecuteUnnamed
    const length = bind.length + execute.length
    if (bind.length < large || bind.byteOffset + length > bind.buffer.byteLength) return Buffer.concat([bind, execute])
    const both = Buffer.from(bind.buffer, bind.byteOffset, length)
    execute.copy(both, bind.length)
    return both`,
    ],
    [': Buffer.from(x)\n    if (fn', ': x.length < large ? Buffer.from(x) : x\n    if (fn'],
    [
      'module.exports = Connection\n',
      `module.exports = Connection\nconst large = 65536\nconst bytes = Symbol.for('kla.bytes')\n`,
    ],
    // A cancelled write that counts as planned keeps the next line of this place from ever being written to.
    [
      'clearImmediate(nextWriteTimer)\n',
      'clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n',
    ],
  ],
  'bytes.js': [
    [
      'raw(x) {',
      'bytes(x) {\n    fit(x.length + 64)\n    for (const part of x.parts) {\n      buffer.set(part, b.i)\n      b.i += part.length\n    }\n    return b\n  },\n  raw(x) {',
    ],
  ],
  'index.js': [
    // A transaction ends with its line; what it says afterwards must not reach the next one.
    ['let savepoints = 0', 'let gone = null, savepoints = 0'],
    ['connection.onclose = reject', 'connection.onclose = error => (gone = error, reject(error))'],
    [
      'q.catch(e => uncaughtError || (uncaughtError = e))\n',
      'q.catch(e => uncaughtError || (uncaughtError = e))\n        if (gone) return q.reject(gone)\n',
    ],
  ],
}

const bytes = Symbol.for('kla.bytes')

/** A parameter of bytes, one after another as they lie in memory; write `::bytea` behind it. */
export class Bytes {
  /** By this the driver knows it. */
  readonly [bytes] = true
  readonly parts: readonly Uint8Array[]
  readonly length: number

  constructor(parts: readonly Uint8Array[]) {
    this.parts = parts
    this.length = parts.reduce((sum, part) => sum + part.length, 0)
  }
}

export const postgres = corrected()

function corrected(): typeof import('postgres') {
  const load = createRequire(import.meta.url)
  const folder = dirname(load.resolve('postgres'))
  const waiting = new Map(
    Object.entries(corrections).map(([name, each]) => [pathToFileURL(join(folder, name)).href, each]),
  )
  // drizzle-orm may have loaded it before us.
  for (const name of Object.keys(corrections)) delete load.cache[join(folder, name)]
  const hooks = registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      const here = waiting.get(url)
      if (!here) return loaded
      waiting.delete(url)
      return { ...loaded, source: here.reduce(replaced, String(loaded.source)) }
    },
  })
  try {
    const driver = load('postgres')
    if (waiting.size > 0) throw new Error('postgres.js was loaded without the corrections of db/driver.ts')
    return driver
  } finally {
    hooks.deregister()
  }
}

function replaced(source: string, [found, instead]: readonly [string, string]): string {
  if (!source.includes(found))
    throw new Error(`postgres.js has changed, look at db/driver.ts again: ${found}`)
  return source.replaceAll(found, instead)
}
