import { writeFileSync } from 'node:fs'
import { foldersOnServer } from '../build/buildFolders.ts'
import { openHandling } from '../build/buildHandling.ts'
import { openWorld, type World } from '../buildWorld.ts'
import { quarantineShown } from '../chat/seen/quarantineShown.ts'
import { placesOf, quarantinedMails } from '../db/quarantine.ts'
import { rawOf } from '../db/rawMails.ts'
import { auditLog } from '../db/schema.ts'
import { readQuarantineNumbers } from '../domain/mail/quarantineNumber.ts'
import { type FetchedAgain, fetchAgain } from '../flows/proof/fetchAgain.ts'
import { replayQuarantine } from '../flows/proof/replayQuarantine.ts'
import { size } from '../texts/quarantineReplies.ts'
import { span } from '../texts/span.ts'
import { type CliCommand, type Io, WrongUsage } from './command.ts'
import { handleUntilSettled } from './handleUntilSettled.ts'
import { settingsFor, withWorld } from './settingsFor.ts'

type Order =
  | { kind: 'list' }
  | { kind: 'raw'; id: number; file: string }
  | { kind: 'replay'; ids: number[] | 'alle' }

export const quarantine: CliCommand = {
  usage: '[NUMMER…|alle] | roh NUMMER DATEI',
  summary:
    'listet Briefe in der Quarantäne; mit Nummern (Q-17) oder „alle“ werden sie noch einmal bearbeitet, „roh“ schreibt einen in eine Datei',
  options: [
    ['NUMMER', 'zum Beispiel Q-17: noch einmal bearbeiten'],
    ['alle', 'alles in der Quarantäne noch einmal bearbeiten'],
    ['roh NUMMER DATEI', 'schreibt die Bytes dieses Briefs in eine neue Datei'],
  ],
  async run(argv, io) {
    const order = readOrder(argv)
    const { settings, log } = settingsFor(io)
    return withWorld(
      () => openWorld(settings, log),
      async world => {
        switch (order.kind) {
          case 'list':
            return list(world, io)
          case 'raw':
            return writeRaw(world, order, io)
          case 'replay':
            return replay(world, order.ids, io)
        }
      },
    )
  },
}

function readOrder(argv: string[]): Order {
  if (argv.length === 0) return { kind: 'list' }
  const [word, number = '', file, ...rest] = argv
  if (word === 'roh') {
    const ids = readQuarantineNumbers(number)
    if (ids === null || ids === 'alle' || ids.length !== 1 || !file || rest.length > 0)
      throw new WrongUsage('Bitte eine Nummer und eine Datei nennen, zum Beispiel: roh Q-17 brief.eml')
    return { kind: 'raw', id: ids[0]!, file }
  }
  const wrong = argv.find(each => readQuarantineNumbers(each) === null)
  if (wrong) throw new WrongUsage(`„${wrong.slice(0, 40)}“ ist keine Nummer der Quarantäne.`)
  const ids = readQuarantineNumbers(argv.join(' '))
  if (ids === null) throw new WrongUsage('Bitte entweder Nummern nennen oder „alle“.')
  return { kind: 'replay', ids }
}

async function list({ db, programme, now }: World, io: Io): Promise<number> {
  const mails = await quarantinedMails(db, programme.id)
  if (mails.length === 0) io.stdout.write('Die Quarantäne ist leer.\n')
  const places = await placesOf(
    db,
    mails.map(mail => mail.id),
  )
  for (const mail of mails.map(quarantineShown)) {
    const from = places.find(place => place.rawMailId === mail.id)?.mailboxId ?? ''
    const facts = `seit ${span(mail.since, now())}, ${size(mail.bytes)}${mail.whole ? '' : ' (nur der Kopf ist hier)'}, ${from}`
    io.stdout.write(`Q-${mail.id}  ${facts}\n      ${mail.reason}\n`)
  }
  return 0
}

/** The look is written down before the bytes leave the database, like every look at a letter. */
async function writeRaw(world: World, order: { id: number; file: string }, io: Io): Promise<number> {
  const lying = await quarantinedMails(world.db, world.programme.id)
  if (!lying.some(mail => mail.id === order.id)) {
    io.stderr.write(`Q-${order.id} liegt nicht in der Quarantäne.\n`)
    return 1
  }
  await world.db.insert(auditLog).values({
    programmeId: world.programme.id,
    at: world.now().toString(),
    actor: 'cli',
    action: 'gelesen',
    ticketId: null,
    detail: { rawMailId: order.id },
  })
  try {
    // Readable for its owner alone; what is there already stays.
    writeFileSync(order.file, await rawOf(world.db, order.id), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
    io.stderr.write(
      exists
        ? `„${order.file}“ gibt es schon. Bitte einen anderen Namen nennen.\n`
        : `„${order.file}“ lässt sich nicht schreiben.\n`,
    )
    return 1
  }
  io.stderr.write(
    'Achtung: Die Datei enthält den ungeprüften Brief mit personenbezogenen Daten und vielleicht Schadsoftware. Nicht mit einem Mailprogramm öffnen, nicht weitergeben, nach dem Ansehen löschen.\n',
  )
  return 0
}

/** A watched folder is read once: the file may be gone, and it comes in again under a number of its own. */
const folderWords =
  'ist zu groß, und gespeichert ist nur der Kopf. Bitte KLA_MAX_MAIL_MB anheben und die Datei noch einmal in den Ordner legen.'

const fetchWords: Record<Exclude<FetchedAgain, 'whole' | 'duplicate'>, string> = {
  'too-large': 'ist noch immer größer als erlaubt. Bitte KLA_MAX_MAIL_MB anheben.',
  gone: 'ist auf dem Mailserver nicht mehr unter seiner Nummer zu finden. Gespeichert ist nur der Kopf.',
  unreachable: 'konnte nicht geholt werden: Der Mailserver ist nicht erreichbar oder gab ihn nicht heraus.',
}

async function replay(world: World, wanted: number[] | 'alle', io: Io): Promise<number> {
  const { db, programme } = world
  const lying = await quarantinedMails(db, programme.id)
  const chosen = lying.filter(mail => wanted === 'alle' || wanted.includes(mail.id))
  if (chosen.length === 0 && wanted === 'alle') {
    io.stdout.write('Die Quarantäne ist leer.\n')
    return 0
  }
  if (chosen.length === 0) {
    io.stderr.write('Keine dieser Nummern liegt in der Quarantäne.\n')
    return 1
  }
  const folders = foldersOnServer(world)
  for (const { id } of chosen.filter(mail => !mail.whole)) {
    const how = await fetchAgain({ db, programmeId: programme.id, folders }, id)
    if (how !== 'whole' && how !== 'duplicate')
      io.stderr.write(
        `Q-${id} ${how === 'gone' && world.settings.folderMailbox ? folderWords : fetchWords[how]}\n`,
      )
  }
  const ids = chosen.map(mail => mail.id)
  const handling = await openHandling(world, { live: true })
  try {
    const { enqueue } = handling
    const needs = { db, enqueue, now: world.now, programmeId: programme.id }
    const { released } = await replayQuarantine(needs, ids, 'cli')
    await handleUntilSettled(world, handling, released)
  } finally {
    await handling.close()
  }
  const left = (await quarantinedMails(db, programme.id)).filter(mail => ids.includes(mail.id))
  io.stdout.write(
    ids.length === 1
      ? `Der Brief ist ${left.length === 0 ? 'jetzt' : 'nicht'} bearbeitet.\n`
      : `${ids.length - left.length} von ${ids.length} Briefen sind jetzt bearbeitet.\n`,
  )
  if (left.length > 0)
    io.stdout.write(
      `${left.length === 1 ? 'Er liegt mit seinem' : 'Sie liegen mit ihrem'} Grund weiter dort: kla quarantine\n`,
    )
  return left.length === 0 ? 0 : 1
}
