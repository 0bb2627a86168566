import { expect, test } from 'vitest'
import { keptBytes } from '../../src/build/keptBytes.ts'

const mail = (id: number, length: number) => ({ id, raw: Buffer.alloc(length) })

test('bytes are given once, and a mail that two mailboxes bring is held once', async () => {
  const bytes = keptBytes(100)
  await bytes.remember([mail(1, 10)])
  await bytes.remember([mail(1, 10), mail(2, 10)])
  expect(bytes.take(1)).toHaveLength(10)
  expect(bytes.take(1)).toBeNull()
  await bytes.remember([mail(3, 20), mail(4, 20)])
  expect([2, 3, 4].map(id => bytes.take(id)?.length)).toEqual([10, 20, 20])
})

test('who takes mails in waits until there is room', async () => {
  const bytes = keptBytes(100)
  let stored = false
  const storing = bytes.remember([mail(1, 40), mail(2, 40)]).then(() => {
    stored = true
  })
  await Promise.resolve()
  expect(stored).toBe(false)
  bytes.take(1)
  await storing
  expect(bytes.take(2)).toHaveLength(40)
})

test('what another process handles is let go after a second and holds up nothing again', async () => {
  const bytes = keptBytes(100)
  await bytes.remember([mail(1, 40), mail(2, 40)])
  expect(bytes.take(1)).toBeNull()
  const begun = performance.now()
  await bytes.remember([mail(3, 5)])
  expect(performance.now() - begun).toBeLessThan(900)
})
