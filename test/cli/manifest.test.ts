import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { runCli } from '../../src/cli.ts'
import { platforms } from '../../src/platforms.ts'

const directory = mkdtempSync(join(tmpdir(), 'kla-manifest-'))
afterAll(() => rmSync(directory, { recursive: true }))

const env = {
  KLA_PUBLIC_URL: 'https://kla.kreis.example',
  KLA_TEAMS_MODE: 'bot',
  KLA_TEAMS_APP_ID: '0a1b2c3d-0000-4000-8000-00000000a001',
  KLA_TEAMS_APP_SECRET: 'nur-fuer-tests-geheim',
  KLA_TEAMS_TENANT_ID: '0a1b2c3d-0000-4000-8000-0000000000ff',
}

async function kla(...words: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const [out, err] = [text(stdout), text(stderr)]
  const status = await runCli(['manifest', ...words], { stdin: Readable.from([]), stdout, stderr, env })
  stdout.end()
  stderr.end()
  return { status, out: await out, err: await err }
}

test.each(platforms.filter(each => each.appFiles).map(each => each.name))(
  'the files for %s are written into a folder that need not exist, and hold no secret',
  async name => {
    const folder = join(directory, 'neu', name)
    const { status, out } = await kla(name, '--out', folder)
    expect(status).toBe(0)
    const files = readdirSync(folder)
    expect(out.trim().split('\n').sort()).toEqual(files.map(file => join(folder, file)).sort())
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toBeTypeOf('object')
    for (const file of files) expect(readFileSync(join(folder, file), 'latin1')).not.toContain('geheim')
  },
)

test('one file may go to the standard output; several need a folder', async () => {
  expect(JSON.parse((await kla('slack')).out)).toHaveProperty('display_information')
  expect(await kla('teams')).toMatchObject({ status: 2, err: expect.stringContaining('--out ORDNER') })
})

test('an unknown platform and a folder that cannot be written are said in a sentence', async () => {
  expect(await kla('funk')).toMatchObject({ status: 2, err: expect.stringContaining('slack oder teams') })
  const file = join(directory, 'belegt')
  writeFileSync(file, '')
  expect(await kla('slack', '--out', join(file, 'unten'))).toMatchObject({
    status: 1,
    err: expect.stringContaining('kann nicht geschrieben werden'),
  })
})
