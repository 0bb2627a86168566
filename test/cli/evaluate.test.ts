import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { evaluateFiles } from '../../src/cli/evaluate.ts'
import { programmesOf } from '../../src/cli/programmeFor.ts'

const labelled = {
  id: 'a',
  from_name: '',
  from_address: 'k@gmx.example',
  subject: '',
  body: 'mein Sohn kommt in Elmshorn in die Schule. Wann geht es los?',
  stakeholder: 'eltern',
  topic: 'zeitplan',
  region: 'Elmshorn',
  urgent_child_protection: false,
  bidder_question: false,
}

async function run(lines: (object | string)[], json: boolean, more: string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'kla-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'briefe.jsonl')
  writeFileSync(file, lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const status = await evaluateFiles(programmesOf('pinneberg'), [file, ...more], json, { stdout, stderr })
  return { status, out: String(stdout.read() ?? ''), errors: String(stderr.read() ?? '') }
}

test('--json gives one line an axis', async () => {
  const { status, out } = await run(
    [labelled, { ...labelled, id: 'b', topic: 'termin', urgent_child_protection: true }],
    true,
  )
  const lines = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(status).toBe(0)
  expect(lines.map(line => line.axis)).toEqual([
    'stakeholder',
    'topic',
    'region',
    'urgent_child_protection',
    'urgent_in_either_tier',
    'bidder_question',
  ])
  expect(lines[0]).toMatchObject({ letters: 2, accuracy: 1, macroF1: 1, coverage: 1 })
  expect(lines[1]).toMatchObject({ accuracy: 0.5, confusion: { termin: { zeitplan: 1 } } })
  expect(lines[3]).toMatchObject({ have: 1, recall: 0, falseAlarmsPer100: 0 })
})

test('in words it shows the table, the sums and what was taken for what', async () => {
  const { out } = await run([labelled, { ...labelled, id: 'b', topic: 'termin' }], false)
  expect(out).toContain('Thema (topic): 2 Briefe')
  expect(out).toContain('termin → zeitplan 1')
  expect(out).toContain('Kinderschutz: Alarm')
})

test('a line without labels and a file that is not there are named, the rest counts', async () => {
  const { stakeholder: _, ...unlabelled } = labelled
  const { status, out, errors } = await run([labelled, unlabelled], true, ['/gibt/es/nicht.jsonl'])
  expect(status).toBe(1)
  expect(JSON.parse(out.split('\n')[0]!)).toMatchObject({ letters: 1 })
  expect(errors).toContain('Zeile 2: Erwartet wird ein Brief mit allen Angaben.')
  expect(errors).toContain('/gibt/es/nicht.jsonl: Die Datei lässt sich nicht lesen.')
})
