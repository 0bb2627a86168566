import { expect, test } from 'vitest'
import { createReader } from '../../../src/adapters/mime/createReader.ts'
import { UnreadableMail } from '../../../src/adapters/mime/unreadable.ts'
import { programmeNamed } from '../../../src/buildWorld.ts'
import { mutatedMails } from '../../peers/mutatedMails.ts'

// The same mails in every run; npm run fuzz takes others, and more of them.
const seed = 20_240_422
const count = 3000

test('3,000 damaged mails have one outcome each, no crash, no hang, no fault of ours', {
  timeout: 240_000,
}, async () => {
  const mailNumber = mutatedMails(seed)
  const reader = createReader(
    { threads: 2, timeoutMs: 60_000, memoryMb: 512 },
    programmeNamed('pinneberg').profile,
  )
  let letters = 0
  await Promise.all(
    Array.from({ length: 64 }, async (_, lane) => {
      for (let number = lane; number < count; number += 64) {
        const raw = mailNumber(number)
        const result = await reader.read(raw).catch((error: unknown) => error)
        if (result instanceof Error) {
          expect(result, `mail ${number}`).toBeInstanceOf(UnreadableMail)
          expect(['empty', 'no-mail'], `mail ${number}`).toContain((result as UnreadableMail).kind)
          continue
        }
        letters++
        const { letter } = result as Awaited<ReturnType<typeof reader.read>>
        // PostgreSQL and JSON take it.
        expect(JSON.stringify(letter), `mail ${number}`).not.toMatch(/\\u0000|\\ud[89a-f]/i)
        // Every file that is listed can be opened, and is what was listed.
        for (const [position, { sha256 = '', size }] of letter.attachments.entries())
          if (number % 10 === 0)
            expect((await reader.openAttachment(raw, { position, sha256 }))?.length, `mail ${number}`).toBe(
              size,
            )
      }
    }),
  )
  await reader.close()
  // Damaged mails are mails; were most refused, this would test nothing.
  expect(letters).toBeGreaterThan(count * 0.7)
})
