import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { parse, parseLines } from '../../src/cli/parse.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'

const now = Temporal.Instant.from('2024-04-22T09:14:00+02:00')

async function parsed(input: string) {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const out = text(stdout)
  const err = text(stderr)
  const status = await parseLines(pinneberg(), now, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
  })
  stdout.end()
  stderr.end()
  return {
    status,
    out: (await out)
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line)),
    err: await err,
  }
}

test('each line is answered in order, with its own id', async () => {
  const { status, out, err } = await parsed(
    '\ufeff{"id": 1, "input": "status Elmshorn"}\r\n\n{"id": "zwei", "input": "KA-17 schließen", "mehr": true}\n',
  )
  expect(out).toEqual([
    { id: 1, intent: 'status_region', args: { region: 'Elmshorn' } },
    { id: 'zwei', intent: 'ticket_close', args: { ticket: 'KA-2024-0017' } },
  ])
  expect({ status, err }).toEqual({ status: 0, err: '' })
})

test('a line that cannot be read is named with its number; the others are answered', async () => {
  const { status, out, err } = await parsed(
    '{"id": 1, "input": "hilfe"}\nkein json\n[]\n{"id": 4}\n{"id": 5, "input": 7}\n{"id": 6, "input": ""}',
  )
  expect(out).toEqual([
    { id: 1, intent: 'help', args: {} },
    { id: 6, intent: 'unknown', args: {} },
  ])
  expect(status).toBe(1)
  expect(err.match(/Zeile \d+/g)).toEqual(['Zeile 2', 'Zeile 3', 'Zeile 4', 'Zeile 5'])
})

test('thousands of lines go through a slow reader', async () => {
  const lines = Array.from({ length: 5000 }, (_, id) =>
    JSON.stringify({ id, input: 'status region Elmshorn' }),
  )
  const { out } = await parsed(lines.join('\n'))
  expect(out.map(each => each.id)).toEqual(lines.map((_, id) => id))
})

test('words behind it are wrong usage', async () => {
  const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough(), env: {} }
  await expect(parse.run(['datei.jsonl'], io)).rejects.toThrow('„datei.jsonl“ verstehe ich hier nicht.')
})
