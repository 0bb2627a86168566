import { PassThrough, Readable, Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { classifyLines } from '../../src/cli/classify.ts'
import { programmesOf } from '../../src/cli/programmeFor.ts'

async function run(
  lines: (object | string)[],
): Promise<{ status: number; results: Record<string, unknown>[]; errors: string }> {
  const texts = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line)))
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const status = await classifyLines(programmesOf('pinneberg'), {
    stdin: Readable.from([`${texts.join('\n')}\n`]),
    stdout,
    stderr,
  })
  const read = (stream: PassThrough) => String(stream.read() ?? '')
  const results = read(stdout)
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Record<string, unknown>)
  return { status, results, errors: read(stderr) }
}

const letter = {
  id: 'a',
  from_name: 'Katja Brandt',
  from_address: 'k.brandt@gmx.example',
  subject: 'Start',
  body: 'mein Sohn kommt in Elmshorn in die Schule. Wann geht es los?',
}

describe('kla classify', () => {
  test('answers with the fields of the contract', async () => {
    const { status, results } = await run([letter])
    expect(status).toBe(0)
    expect(results).toEqual([
      {
        id: 'a',
        stakeholder: 'eltern',
        topic: 'zeitplan',
        region: 'Elmshorn',
        urgent_child_protection: false,
        bidder_question: false,
        flags: [],
        confidence: { stakeholder: expect.any(Number), topic: expect.any(Number) },
        because: expect.arrayContaining([
          'Absender Eltern: spricht vom eigenen Kind („mein Sohn“).',
          'Ort Elmshorn: Ort im Text („Elmshorn“).',
        ]),
      },
    ])
    const { stakeholder } = results[0]!.confidence as { stakeholder: number }
    expect(stakeholder).toBeGreaterThan(0.5)
    expect(stakeholder).toBeLessThanOrEqual(1)
  })

  test('a line that does not fit is named, the others are answered in order', async () => {
    const { status, results, errors } = await run([
      { ...letter, id: 1 },
      '{kaputt',
      { subject: 'ohne id' },
      '',
      { ...letter, id: 2, body: 17 },
      { ...letter, id: 3, programme: 'gibtesnicht' },
      { ...letter, id: 4, programme: 'pinneberg' },
    ])
    expect(status).toBe(1)
    expect(results.map(each => each.id)).toEqual([1, 4])
    expect(errors.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^Zeile 2: Erwartet wird/),
      expect.stringMatching(/^Zeile 3: Erwartet wird/),
      expect.stringMatching(/^Zeile 5: Erwartet wird/),
      'Zeile 6: Das Programm „gibtesnicht“ gibt es nicht.',
    ])
    expect(errors).not.toContain('Katja')
  })

  test('a line names profiles, not files', async () => {
    const { status, results } = await run([{ ...letter, programme: '../package.json' }])
    expect([status, results]).toEqual([1, []])
  })

  test('missing and null texts count as empty', async () => {
    const { status, results } = await run([{ id: 'x' }, { id: 'y', from_name: null, body: null }])
    expect(status).toBe(0)
    expect(results.map(each => each.stakeholder)).toEqual([null, null])
  })

  test('reads no faster than its answers are taken', async () => {
    let given = 0
    const stdin = Readable.from(
      (function* () {
        for (; given < 20_000; given++) yield `${JSON.stringify({ ...letter, id: given })}\n`
      })(),
      { objectMode: true, highWaterMark: 16 },
    )
    const stopped = new Writable({ highWaterMark: 1_000, write() {} })
    const stderr = new PassThrough()
    void classifyLines(programmesOf('pinneberg'), { stdin, stdout: stopped, stderr })
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(given).toBeLessThan(5_000)
    stdin.destroy()
  })
})
