import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { processParts } from '../../src/build/buildProcesses.ts'
import { answerOnce, ask, personAsking } from '../../src/cli/ask.ts'
import { exampleWorld } from '../commands/exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeAll(async () => {
  world = await exampleWorld()
})
afterAll(() => world.drop())

const silent = { info() {}, error() {} }

async function asked(input: string, more: { as?: string; json?: boolean } = {}, db = world.db) {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const out = text(stdout)
  const err = text(stderr)
  const { programme, now } = world
  const status = await answerOnce(
    {
      programme,
      ...processParts(programme),
      now,
      db,
      people: [
        {
          accounts: ['slack:U1'],
          mail: null,
          name: 'Koordination Schulamt',
          roles: ['koordination_schulamt'],
        },
      ],
      log: silent,
      enqueue: async () => {},
      correspondence: null,
      calendarUrl: 'https://kla.kreis-beispiel.example',
      postTargets: () => [],
      outgoing: null,
      workplaceUrl: null,
    },
    { text: input, as: more.as ?? null, json: more.json ?? false },
    { stdout, stderr },
  )
  stdout.end()
  stderr.end()
  return { status, out: await out, err: await err }
}

test('the answer is text, as the coordination gets it', async () => {
  const { status, out, err } = await asked('/status region Elmshorn')
  expect(out).toContain('Region 1: Elmshorn, Pinneberg, Barmstedt')
  expect({ status, err }).toEqual({ status: 0, err: '' })
})

test('what a form would ask elsewhere is shown as a line to be typed', async () => {
  expect((await asked('KA-17')).out).toContain('vorgang einordnen KA-2024-0017 [<Typ>] [<Thema>]')
})

test('--json gives the neutral reply on one line', async () => {
  const { out } = await asked('KA-17', { json: true })
  expect(out.endsWith('\n')).toBe(true)
  expect(JSON.parse(out).blocks[0]).toEqual({
    kind: 'heading',
    text: 'KA-2024-0017 · Schule · Zeitplan · Elmshorn',
  })
})

test('--as asks as a person of the list, by id or function, or as a role', async () => {
  expect((await asked('vorgang liste meine', { as: 'slack:U1' })).out).toContain('KA-2024-0014')
  expect((await asked('vorgang liste meine', { as: 'Koordination Schulamt' })).out).toContain('KA-2024-0014')
  expect((await asked('vorgang liste', { as: 'gast' })).out).toContain('Das darf nur')
  expect((await asked('KA-5', { as: 'vergabestelle' })).out).toContain('KA-2024-0005')
  expect(() => personAsking([], 'kanal')).toThrow(
    '„kanal“ steht nicht in der Personenliste und ist keine Rolle',
  )
})

test('a failure is exit status 1 and one sentence on standard error', async () => {
  const broken = new Proxy(world.db, {
    get() {
      throw new Error('weg')
    },
  })
  const { status, out, err } = await asked('vorgang liste', {}, broken)
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(err).toMatch(/^Das hat nicht geklappt\. .* die Nummer [0-9A-F]{4}\. .*\n$/)
})

test.each([
  [[], 'Bitte die Eingabe angeben'],
  [['status', '--as'], 'Nach --as fehlt'],
  [['status', '--laut'], '„--laut“ verstehe ich hier nicht.'],
])('wrong usage is said before anything is opened: %j', async (argv, sentence) => {
  const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough(), env: {} }
  await expect(ask.run(argv, io)).rejects.toThrow(sentence)
})
