import { describe, expect, test } from 'vitest'
import { forbidden } from './architecture.ts'
import { stringsIn, withoutComments } from './files.ts'
import { circles, importsOf } from './imports.ts'

// The rules of repository.test.ts are only as good as what they find: each is shown something wrong here.

function file(path: string, text: string) {
  return { path, text }
}

describe('imports', () => {
  test('are found in every form that the code uses', () => {
    const text = `import { a, type B } from './a.ts'
import type { C } from '../reply/c.ts'
import {
  type D,
  type E,
} from './d.ts'
import * as schema from './schema.ts'
import './bare.ts'
export { f } from './f.ts'
// import { g } from './comment.ts'
const h = await import('./h.ts')
import { Temporal } from 'temporal-polyfill'
import type { X } from '@scope/name/sub'
import { readFileSync } from 'node:fs'
`
    const found = importsOf(file('src/domain/x.ts', text)).map(
      each => `${each.typeOnly ? 'type ' : ''}${each.to}`,
    )
    expect(found.sort()).toEqual(
      [
        'src/domain/a.ts',
        'type src/reply/c.ts',
        'type src/domain/d.ts',
        'src/domain/schema.ts',
        'src/domain/bare.ts',
        'src/domain/f.ts',
        'src/domain/h.ts',
        'temporal-polyfill',
        'type @scope/name',
        'node:fs',
      ].sort(),
    )
  })

  test.each([
    ['src/domain/a.ts', '../db/b.ts', false],
    ['src/domain/a.ts', '../reply/b.ts', false],
    ['src/texts/a.ts', '../domain/b.ts', true],
    ['src/db/a.ts', '../flows/b.ts', false],
    ['src/flows/a.ts', '../adapters/imap/b.ts', false],
    ['src/flows/a.ts', '../chat/b.ts', false],
    ['src/adapters/imap/a.ts', '../smtp/b.ts', false],
    ['src/adapters/imap/a.ts', './b.ts', true],
    ['src/adapters/web/a.ts', '../../db/b.ts', false],
    ['src/chat/a.ts', '../settings.ts', false],
    ['commands/a.ts', '../src/flows/b.ts', true],
    ['commands/a.ts', '../src/adapters/slack/b.ts', false],
    ['src/jobs/a.ts', '../flows/b.ts', true],
    ['src/main.ts', './adapters/web/b.ts', true],
  ])('%s may import %s: %s', (from, to, allowed) => {
    const [found] = importsOf(file(from, `import { x } from '${to}'\n`))
    expect(forbidden(found!) === null).toBe(allowed)
  })

  test('of types may go where code may not', () => {
    const [code] = importsOf(file('src/db/a.ts', `import { x } from '../domain/b.ts'\n`))
    const [type] = importsOf(file('src/db/a.ts', `import type { X } from '../domain/b.ts'\n`))
    expect([forbidden(code!) === null, forbidden(type!) === null]).toEqual([false, true])
  })

  test('in a ring are found once', () => {
    const files = [
      file('src/domain/a.ts', `import { b } from './b.ts'\n`),
      file('src/domain/b.ts', `import { c } from './c.ts'\n`),
      file('src/domain/c.ts', `import { a } from './a.ts'\nimport { d } from './d.ts'\n`),
      file('src/domain/d.ts', ''),
    ]
    expect(circles(files.flatMap(importsOf))).toEqual([
      'src/domain/a.ts → src/domain/b.ts → src/domain/c.ts → src/domain/a.ts',
    ])
    expect(circles(files.slice(0, 2).flatMap(importsOf))).toEqual([])
  })
})

test('comments are no code, and a slash in a string is no comment', () => {
  const text = `const a = 'https://kreis.example' // new Date()\n/* Date.now()\n */ const b = 1`
  const code = withoutComments(text)
  expect(code).toContain('https://kreis.example')
  expect(code).not.toMatch(/Date/)
  expect(code.split('\n')).toHaveLength(3)
})

test('strings are those that people may read, not the paths of imports', () => {
  expect(stringsIn("import { Ticket } from './Ticket.ts'\nconst a = 'Vorgang' // 'Ticket'\n")).toEqual([
    'Vorgang',
  ])
})
