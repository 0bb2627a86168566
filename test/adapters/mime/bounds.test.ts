import { afterAll, expect, test } from 'vitest'
import { createReader } from '../../../src/adapters/mime/createReader.ts'
import { UnreadableMail } from '../../../src/adapters/mime/unreadable.ts'
import { programmeNamed } from '../../../src/buildWorld.ts'
import { rawMail } from '../../mails/letterIn.ts'
import { hostileMails } from './hostileMails.ts'

// The memory of production; its ten seconds are meant for a machine that is not running tests beside it.
const reader = createReader(
  { threads: 1, timeoutMs: 60_000, memoryMb: 512 },
  programmeNamed('pinneberg').profile,
)
afterAll(() => reader.close())

test.each(hostileMails)(
  'D7: a mail of $what has one outcome, and the next letter is read as ever',
  { timeout: 180_000 },
  async ({ raw, says }) => {
    const [hostile, next] = await Promise.allSettled([
      reader.read(raw()),
      reader.read(rawMail('elternfrage-zum-start-in-elmshorn')),
    ])
    if (hostile.status === 'rejected') expect(hostile.reason).toBeInstanceOf(UnreadableMail)
    else if (says !== undefined) expect(hostile.value.letter.text).toContain(says)
    if (hostile.status === 'fulfilled') {
      const { text, headers, attachments, subject } = hostile.value.letter
      expect(text.length).toBeLessThanOrEqual(2_000_000)
      expect(JSON.stringify(headers).length).toBeLessThan(1_000_000)
      expect(attachments.length).toBeLessThanOrEqual(1000)
      expect(subject.length).toBeLessThanOrEqual(2000)
    }
    expect(next).toMatchObject({ value: { letter: { messageId: '<p1@web.example>' } } })
  },
)

test('D25: what an archive unpacks to is never unpacked: its attachment is as large as what came', async () => {
  const bomb = hostileMails.find(({ what }) => what.includes('unpacks'))!.raw()
  const { letter } = await reader.read(bomb)
  expect(letter.attachments).toHaveLength(1)
  expect(letter.attachments[0]!.size).toBeLessThan(bomb.length)
})
