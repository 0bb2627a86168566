import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createScanner } from '../../../src/adapters/clamd/createScanner.ts'
import { createReader } from '../../../src/adapters/mime/createReader.ts'
import type { VirusScanner } from '../../../src/adapters/types.ts'
import { programmeNamed } from '../../../src/buildWorld.ts'
import { TryLater } from '../../../src/flows/needs.ts'
import { type OpenedFile, openAttachment } from '../../../src/flows/tickets/openAttachment.ts'
import { scanMail } from '../../../src/flows/tickets/scanMail.ts'
import { glean, resume } from '../../../src/flows/upkeep/resume.ts'
import { openJobs } from '../../../src/jobs/queue.ts'
import { type Clamd, eicar, missingClamd, startClamd } from '../../peers/clamd.ts'
import { type Handling, mail, openHandling } from '../handling.ts'

const missing = missingClamd()
let clamd: Clamd
let scanner: VirusScanner
const reader = createReader(
  { threads: 1, timeoutMs: 20_000, memoryMb: 256 },
  programmeNamed('pinneberg').profile,
)
beforeAll(async () => {
  if (!missing) clamd = await startClamd()
  scanner = createScanner({ socket: clamd?.socket ?? '/nirgends' })
}, 60_000)
afterAll(async () => {
  await reader.close()
  await clamd?.stop()
})

let world: Handling
beforeEach(async () => {
  world = await openHandling()
  world.needs.scanning = true
})
afterEach(() => world.close())

const sql = () => world.database.connection.client
const scans = () => sql()`select scan, scan_finding from raw_mails order by id`

function withFile(bytes: string, subject = 'Frage'): string {
  return mail({ subject, headers: { 'X-Eins': '1' } }).replace(
    /Content-Type: text\/plain; charset=utf-8\r\n\r\n([\s\S]*)$/,
    (_, text: string) =>
      [
        'Content-Type: multipart/mixed; boundary=g',
        '',
        '--g',
        'Content-Type: text/plain; charset=utf-8',
        '',
        text,
        '--g',
        'Content-Type: application/pdf; name="Antrag.pdf"',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(bytes).toString('base64'),
        '--g--',
        '',
      ].join('\r\n'),
  )
}

const scan = (id: number) => scanMail({ ...world.needs, scanner }, id)

async function open(position = 0, using: VirusScanner | null = scanner): Promise<OpenedFile> {
  const [message] = await sql()`select id, ticket_id from messages order by id desc limit 1`
  return openAttachment(
    {
      ...world.needs,
      scanner: using,
      openAttachment: (raw, wanted) => reader.openAttachment(raw, wanted),
    },
    { id: Number(message?.ticket_id), programmeId: 'pinneberg' },
    { messageId: Number(message?.id), position },
    'test',
  )
}

describe('attachments are held back until the scanner has seen them', () => {
  test('the letter itself is not: its Vorgang is there before anything is scanned', async () => {
    const [id] = await world.arrive([withFile('%PDF-1.4')])
    expect(await sql()`select number from tickets`).toHaveLength(1)
    expect(await scans()).toMatchObject([{ scan: 'waiting' }])
    expect(world.jobs).toContainEqual({ kind: 'scanMail', payload: { rawMailId: id } })
    expect(await open()).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('noch vom Virenscanner'),
    })
  })

  test('only letters with attachments, and only where a scanner is set up', async () => {
    await world.arrive([mail()])
    world.needs.scanning = false
    await world.arrive([withFile('%PDF-1.4')])
    expect((await scans()).map(row => row.scan)).toEqual([null, null])
    expect(world.jobs.filter(({ kind }) => kind === 'scanMail')).toEqual([])
    expect(await open(0, null)).toMatchObject({
      kind: 'opened',
      name: 'Antrag.pdf',
      trueType: 'application/pdf',
    })
  })

  test('a scanner that is away: they stay closed and it is tried again', async () => {
    const [id = 0] = await world.arrive([withFile('%PDF-1.4')])
    const away = createScanner({ socket: '/nirgends/clamd.sock' })
    await expect(scanMail({ ...world.needs, scanner: away }, id)).rejects.toBeInstanceOf(TryLater)
    expect(await scans()).toMatchObject([{ scan: 'waiting' }])
    expect(await open()).toMatchObject({ kind: 'refused' })
    await sql()`update raw_mails set scan = 'clean'`
    // Between the scan and now it went away: what it cannot look at again stays closed.
    expect(await open(0, away)).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('nicht erreichbar'),
    })
  })
})

describe.skipIf(missing)('[needs clamd] the verdict', () => {
  test('clean: they can be opened, byte for byte, and the look is in the audit log', async () => {
    const [id = 0] = await world.arrive([withFile('%PDF-1.4 Antrag')])
    await scan(id)
    expect(await scans()).toMatchObject([{ scan: 'clean', scan_finding: null }])
    const opened = await open()
    expect(opened).toMatchObject({ kind: 'opened', name: 'Antrag.pdf', trueType: 'application/pdf' })
    expect(opened.kind === 'opened' && Buffer.from(opened.bytes).toString()).toBe('%PDF-1.4 Antrag')
    expect(await sql()`select actor from audit_log where action = 'anlage_geoeffnet'`).toMatchObject([
      { actor: 'test' },
    ])
    expect(await open(1)).toMatchObject({ kind: 'refused', sentence: 'Diese Anlage gibt es nicht.' })
  })

  test('infected: they stay closed, the channel hears of it without a name, once, and it is in the audit log', async () => {
    const [id = 0] = await world.arrive([withFile(eicar, 'Antrag von Leon')])
    await scan(id)
    await scan(id)
    expect(await scans()).toMatchObject([{ scan: 'infected', scan_finding: 'Kla.Test.UNOFFICIAL' }])
    expect(await open()).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('Schadsoftware'),
    })
    const posts = await sql()`select reply from posts where key like 'infected:%'`
    expect(posts).toHaveLength(1)
    expect(JSON.stringify(posts)).toContain('KA-2024-0001')
    expect(JSON.stringify(posts)).not.toMatch(/Leon|Ute|Harms|Antrag/)
    expect(await sql()`select detail from audit_log where action = 'schadsoftware_gefunden'`).toHaveLength(1)
  })

  test('of a Vorgang that no channel may know, the news has no number', async () => {
    const text =
      'Mein Nachbar schlägt seinen Sohn jeden Tag mit dem Gürtel, das Kind hat Angst nach Hause zu gehen.'
    const [id = 0] = await world.arrive([withFile(eicar).replace(/Guten Tag, wann[^\r]*/, text)])
    expect((await sql()`select data_class from tickets`)[0]?.data_class).toBe('kindeswohl')
    await scan(id)
    const [post] = await sql()`select reply from posts where key like 'infected:%'`
    expect(JSON.stringify(post)).toContain('Schadsoftware')
    expect(JSON.stringify(post)).not.toContain('KA-2024')
  })

  test('larger than the scanner takes: they stay closed, and it is not tried for ever', async () => {
    const [id = 0] = await world.arrive([withFile('x'.repeat(2_000_000))])
    // The scanner hangs up in the middle of it, and on a busy machine its last word may be lost; the job is repeated then.
    await insisting(() => scan(id))
    expect(await scans()).toMatchObject([
      { scan: 'waiting', scan_finding: 'größer, als der Virenscanner prüft' },
    ])
    expect(await open()).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('größer, als') })
  })

  test('of a mail that came before there was a scanner is asked for when somebody wants to open it', async () => {
    world.needs.scanning = false
    const [id = 0] = await world.arrive([withFile('%PDF-1.4')])
    expect(await open()).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('noch vom') })
    expect(world.jobs).toContainEqual({ kind: 'scanMail', payload: { rawMailId: id }, urgent: true })
    await scan(id)
    expect(await open()).toMatchObject({ kind: 'opened' })
  })

  test('is not believed for bytes that the mail hid from it: what is handed out is scanned itself', async () => {
    await world.arrive([withFile(eicar)])
    await sql()`update raw_mails set scan = 'clean'`
    expect(await open()).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('Schadsoftware'),
    })
  })
})

test('bytes that are not those that arrived are not handed out', async () => {
  world.needs.scanning = false
  await world.arrive([withFile('%PDF-1.4')])
  await sql()`update raw_mails set raw = ${Buffer.from(withFile('%PDF-1.5'))}`
  expect(await open(0, null)).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining('stimmt nicht'),
  })
})

test('a scan whose job was lost is taken up again, but not without a scanner', async () => {
  const jobs = await openJobs(world.database.url, () => {})
  try {
    const [id] = await world.arrive([withFile('%PDF-1.4')])
    const needs = { ...world.needs, programmeId: 'pinneberg', scanning: false, enqueue: jobs.enqueue }
    const later = world.needs.now().add({ hours: 1 })
    const waiting = () => sql()`select data from pgboss.job where name = 'scanMail'`
    await glean(needs, later)
    expect(await waiting()).toEqual([])
    await glean({ ...needs, scanning: true }, later)
    await glean({ ...needs, scanning: true }, later)
    expect(await waiting()).toMatchObject([{ data: { all: [{ rawMailId: id }] } }])
    await resume({ ...needs, scanning: true })
    expect(await waiting()).toHaveLength(2)
  } finally {
    await jobs.stop()
  }
})

/** Does it again as the job does, but not for ever. */
async function insisting(work: () => Promise<unknown>, times = 5): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof TryLater) || times <= 1) throw error
    await insisting(work, times - 1)
  }
}
