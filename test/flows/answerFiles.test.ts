import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readLetter } from '../../src/adapters/mime/readLetter.ts'
import type { TypedAnswer } from '../../src/flows/letters/prepareAnswer.ts'
import { bytesOf, openAnswering } from './answering.ts'
import { mail } from './handling.ts'

let house: Awaited<ReturnType<typeof openAnswering>>
beforeEach(async () => {
  house = await openAnswering()
})
afterEach(() => house.close())

describe('attachments', () => {
  const files = [
    {
      name: 'Zeitplan – Übersicht für Eltern (Entwurf) 2024.pdf',
      contentType: 'application/pdf',
      bytes: Buffer.from('%PDF-1.4 ä'),
    },
    { name: 'böse\\..\\..\\pfad.txt', contentType: 'text/plain', bytes: Buffer.from('Zeile\n.\nZeile') },
    {
      name: 'weitergeleitet.eml',
      contentType: 'message/rfc822',
      bytes: Buffer.from('From: a@b.example\n\nText'),
    },
    { name: `${'lang'.repeat(45)}.bin`, contentType: 'kein typ', bytes: Buffer.alloc(70_000, 7) },
  ]

  test('arrive under their names, byte for byte, and the letter is the same at each try', async () => {
    await house.world.arrive([mail()])
    await house.send(await house.draftOf({ files }))
    house.process.answers.push({ kind: 'later', reason: 'voll' })
    await house.process.sendAll(1).catch(() => {})
    await house.process.sendAll(1)
    const [letter] = house.left()
    const bytes = await bytesOf(letter!)
    expect(await bytesOf(structuredClone(letter!))).toEqual(bytes)
    const read = await readLetter(bytes)
    expect(read.attachments.map(({ name, size }) => ({ name, size }))).toEqual([
      { name: files[0]!.name, size: files[0]!.bytes.length },
      { name: 'pfad.txt', size: files[1]!.bytes.length },
      { name: 'weitergeleitet.eml', size: files[2]!.bytes.length },
      { name: files[3]!.name, size: 70_000 },
    ])
    expect(bytes.toString('latin1')).toMatch(/filename\*0\*=utf-8''/i)
    expect(
      Math.max(
        ...bytes
          .toString('latin1')
          .split('\r\n')
          .map(line => line.length),
      ),
    ).toBeLessThan(999)
    const [message] =
      await house.sql`select attachments from messages where attachments::text like '%Zeitplan%'`
    expect(message).toBeDefined()
  })

  test('that are too large, too many, empty or nameless are refused in one sentence each', async () => {
    await house.world.arrive([mail()])
    const file = (bytes: number, name = 'a.pdf') => ({
      name,
      contentType: 'application/pdf',
      bytes: Buffer.alloc(bytes),
    })
    const why = async (given: TypedAnswer['files']) => {
      const prepared = await house.prepare({ files: given ?? [] })
      return prepared.kind === 'refused' ? prepared.why : ''
    }
    expect(await why([file(11 * 1024 * 1024)])).toContain('erlaubt sind 10 MB')
    expect(await why(Array.from({ length: 21 }, () => file(1)))).toContain('höchstens 20')
    expect(await why([file(0)])).toContain('ist leer')
    expect(await why([file(1, 'a\nb.pdf')])).toContain('Namen')
    expect(await house.sql`select id from drafts`).toEqual([])
  })
})
