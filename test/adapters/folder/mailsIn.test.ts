import { chmod, mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ArchivedMail, mailsIn } from '../../../src/adapters/folder/mailsIn.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kla-archive-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const letter = (subject: string, text = 'Text') => `From: uwe@mail.example\nSubject: ${subject}\n\n${text}\n`
const fromLine = 'From uwe@mail.example Mon Apr 22 09:14:00 2024'

async function put(file: string, content: string | Buffer): Promise<string> {
  const full = path.join(folder, file)
  await mkdir(path.dirname(full), { recursive: true })
  await writeFile(full, content)
  return full
}

async function all(...paths: string[]): Promise<ArchivedMail[]> {
  const found: ArchivedMail[] = []
  for await (const mail of mailsIn(paths.length > 0 ? paths : [folder])) found.push(mail)
  return found
}

function told(mails: ArchivedMail[]): string[] {
  return mails.map(mail => {
    const source = path.relative(folder, mail.source)
    return 'raw' in mail
      ? `${source}: ${/^Subject: (.*)$/m.exec(mail.raw.toString())?.[1]?.trim() ?? '-'}`
      : `${source}! ${mail.problem}`
  })
}

describe('mails are found', () => {
  test('in files and folders of folders, in the order of names, whatever the ending', async () => {
    await put('b.eml', letter('zwei'))
    await put('a.eml', letter('eins'))
    await put('c/brief.txt', letter('drei'))
    await put('c/ohne-endung', letter('vier'))
    expect(told(await all())).toEqual([
      'a.eml: eins',
      'b.eml: zwei',
      'c/brief.txt: drei',
      'c/ohne-endung: vier',
    ])
  })

  test('in a Maildir with its sub-folders, without what is not yet delivered', async () => {
    await put('cur/1.M1:2,S', letter('gelesen'))
    await put('new/2.M2', letter('neu'))
    await put('tmp/3.M3', letter('halb'))
    await put('.Junk/cur/4.M4:2,', letter('Junk'))
    await put('.Junk/new/.keep', '')
    await put('dovecot-uidlist', '3 V1 N1')
    await put('dovecot.index.log', 'x')
    expect(told(await all())).toEqual(['.Junk/cur/4.M4:2,: Junk', 'cur/1.M1:2,S: gelesen', 'new/2.M2: neu'])
  })

  test('once, though links lead in a circle', async () => {
    await put('a/1.eml', letter('eins'))
    await symlink(folder, path.join(folder, 'a', 'zurueck'))
    expect(told(await all())).toEqual(['a/1.eml: eins'])
  })

  test('but not in files that are clearly something else, and this is said', async () => {
    await put('a.eml', letter('eins'))
    await put('b.json', '{}')
    await put('README.md', '# Briefe')
    const skipped: string[] = []
    for await (const _ of mailsIn([folder], {
      onSkipped: (file, why) => skipped.push(`${path.basename(file)}: ${why}`),
    }));
    expect(skipped).toEqual(['README.md: dem Namen nach keine E-Mail', 'b.json: dem Namen nach keine E-Mail'])
    const named = await put('b.json', letter('doch'))
    expect(told(await all(named))).toEqual(['b.json: doch'])
  })

  test('also when empty: a file without a byte is a mail to be accounted for', async () => {
    const file = await put('leer.eml', '')
    expect(await all(file)).toEqual([{ source: file, raw: Buffer.alloc(0) }])
  })
})

describe('an mbox', () => {
  test.each(['\n', '\r\n'])('is taken apart, quoted lines restored (line end %j)', async end => {
    const text = [
      fromLine,
      letter('eins', '>From hier an\n>>From dort\nFrom nun an geht es weiter'),
      fromLine,
      letter('zwei'),
    ]
    await put('post.mbox', text.join('\n').replaceAll('\n', end))
    const mails = await all()
    expect(told(mails)).toEqual(['post.mbox#1: eins', 'post.mbox#2: zwei'])
    expect('raw' in mails[0]! && mails[0].raw.toString().replaceAll('\r\n', '\n')).toBe(
      letter('eins', 'From hier an\n>From dort\nFrom nun an geht es weiter'),
    )
  })

  test('is not parted by a sentence after a blank line', async () => {
    await put('post', `${fromLine}\n${letter('eins', 'Text\n\nFrom Monday on, 12:00, all is well.\nEnde')}`)
    expect(told(await all())).toEqual(['post#1: eins'])
  })

  test('of Thunderbird, without sender in its lines, is taken apart', async () => {
    await put('Inbox', `From - Mon Apr 22 09:14:00 2024\n${letter('eins')}\nFrom \n${letter('zwei')}`)
    expect(told(await all())).toEqual(['Inbox#1: eins', 'Inbox#2: zwei'])
  })

  test('of 300 MB is read without holding it in memory', async () => {
    const file = await open(path.join(folder, 'gross.mbox'), 'w')
    const mail = Buffer.from(`${fromLine}\n${letter('x', `${'Zeile '.repeat(12)}\n`.repeat(13_000))}\n`)
    const count = Math.ceil((300 * 1024 * 1024) / mail.length)
    for (let i = 0; i < count; i++) await file.write(mail)
    await file.close()
    const before = process.memoryUsage().rss
    let mails = 0
    let peak = 0
    for await (const found of mailsIn([folder])) {
      if ('raw' in found) mails++
      peak = Math.max(peak, process.memoryUsage().rss - before)
    }
    expect(mails).toBe(count)
    expect(peak).toBeLessThan(200 * 1024 * 1024)
  })
})

describe('what cannot be had is said', () => {
  test('a missing path, a link into nowhere, a mail that is too large, an Outlook file', async () => {
    await symlink(path.join(folder, 'nirgends'), path.join(folder, 'a.eml'))
    await put('b.eml', letter('gross', 'x'.repeat(5000)))
    await put('c.msg', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))
    const found: ArchivedMail[] = []
    for await (const mail of mailsIn([folder, path.join(folder, 'fehlt')], { maxBytes: 4096 }))
      found.push(mail)
    expect(told(found)).toEqual([
      'a.eml! Die Verknüpfung führt ins Leere.',
      'b.eml! Der Brief ist größer als 0 MB. Bitte KLA_MAX_MAIL_MB anheben.',
      'c.msg! Outlook-Datei (.msg). Bitte in Outlook als .eml speichern und neu einlesen.',
      'fehlt! Diese Datei oder diesen Ordner gibt es nicht.',
    ])
  })

  // Root may read everything, so the control below decides which half of the sentence is true.
  test('a file without permission does not stop the next one', async () => {
    const closed = await put('a.eml', letter('zu'))
    await put('b.eml', letter('offen'))
    await chmod(closed, 0o000)
    const asRoot = process.getuid?.() === 0
    const first = asRoot ? 'a.eml: zu' : 'a.eml! Die Datei darf nicht gelesen werden (fehlende Rechte).'
    expect(told(await all())).toEqual([first, 'b.eml: offen'])
  })
})

test('the folder where the program keeps its own files is no archive, also when it lies inside one', async () => {
  await put('brief.eml', letter('Frage'))
  await put('data/secret', 'geheim')
  const found: ArchivedMail[] = []
  for await (const mail of mailsIn([folder], { except: path.join(folder, 'data') })) found.push(mail)
  expect(found.map(mail => path.basename(mail.source))).toEqual(['brief.eml'])
})
