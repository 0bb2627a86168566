import { createScanner } from '../adapters/clamd/createScanner.ts'
import { checkMailbox } from '../adapters/imap/checkMailbox.ts'
import { createSenderCheck } from '../adapters/mailauth/createSenderCheck.ts'
import { createSender } from '../adapters/smtp/createSender.ts'
import { smtpOptions } from '../build/mailConnections.ts'
import { watchedFolders } from '../build/watchedFolders.ts'
import type { World } from '../buildWorld.ts'
import { deadLetters } from '../db/deadLetters.ts'
import { sql } from '../db/drizzle.ts'
import { allMailboxes } from '../db/mailboxes.ts'
import { lettersInDoubt, type OutgoingMail, waitingLetters } from '../db/outgoingMails.ts'
import { quarantinedMails } from '../db/quarantine.ts'
import { scansOpen } from '../db/scans.ts'
import { missingCopies } from '../db/sentCopies.ts'
import { deadLetters as deadLetterQueue } from '../jobs/kinds.ts'
import { hasSecondWay, noSecondWay } from '../settings.ts'
import { letterKindNames, lettersInWords } from '../texts/letters/outgoingNames.ts'
import { channelsCheck, platformsCheck } from './chatChecks.ts'
import { diskCheck } from './diskCheck.ts'
import type { Finding } from './finding.ts'
import { openSettings } from './openSettings.ts'
import { proofCheck } from './proofCheck.ts'
import { remindersCheck } from './remindersCheck.ts'
import { schoolCalendarCheck } from './schoolCalendarCheck.ts'
import { signInCheck } from './signInCheck.ts'
import { withoutServer } from './withoutServer.ts'

type Check = (world: World) => Promise<Finding[]>

const database: Check = async world => {
  const [row] = await world.db.execute<{ version: string }>(
    sql`select current_setting('server_version') as version`,
  )
  const where = world.settings.databaseUrl ? 'Server aus DATABASE_URL' : 'eingebaut'
  return [
    { kind: 'good', what: 'Datenbank', sentence: `PostgreSQL ${row?.version}, ${where}, Tabellen aktuell.` },
  ]
}

const profile: Check = async ({ programme: { profile } }) => [
  { kind: 'good', what: 'Profil', sentence: `${profile.name}, Stand ${profile.stand}.` },
  ...openSettings(profile),
]

const mailbox: Check = async world => {
  const { settings } = world
  if (settings.folderMailbox)
    return [{ kind: 'good', what: 'Postfach', sentence: 'Ein Ordner wird beobachtet.' }]
  if (settings.mailboxes.length === 0)
    return [{ kind: 'open', what: 'Postfach', sentence: 'Kein Postfach eingestellt (KLA_IMAP_HOST).' }]
  // One after another: a server that counts connections must not see a crowd because somebody looks.
  const found: Finding[] = []
  for (const { label, options } of watchedFolders(world)) {
    const fault = await checkMailbox(options)
    const what = label.replace(/^Das /, '')
    found.push(
      fault
        ? { kind: 'bad', what, sentence: fault }
        : { kind: 'good', what, sentence: 'Erreichbar, Anmeldung gelingt.' },
    )
  }
  if (!hasSecondWay(settings)) found.push({ kind: 'open', what: 'Alarm', sentence: noSecondWay })
  return found
}

const mailServer: Check = async ({ settings, tokens, db, programme }) => {
  if (!settings.smtp) return withoutServer(db, programme.id)
  const sender = createSender(smtpOptions(settings.smtp, tokens))
  const fault = await sender.check().finally(() => sender.stop())
  return [
    fault
      ? { kind: 'bad', what: 'Mailserver', sentence: fault }
      : { kind: 'good', what: 'Mailserver', sentence: 'Erreichbar und bereit.' },
  ]
}

const operatorMail: Check = async ({ settings: { operatorSmtp }, tokens }) => {
  if (!operatorSmtp) return []
  const sender = createSender(smtpOptions(operatorSmtp, tokens))
  const fault = await sender.check().finally(() => sender.stop())
  return [
    fault
      ? { kind: 'bad', what: 'Alarm', sentence: fault.replaceAll('KLA_SMTP_', 'KLA_BETRIEB_SMTP_') }
      : { kind: 'good', what: 'Alarm', sentence: 'Der Mailserver für Meldungen an den Betrieb ist bereit.' },
  ]
}

/** However many the gate holds, they are a few lines. */
function heldByReason(letters: readonly OutgoingMail[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { state, lastError } of letters)
    if (state === 'held') found.set(lastError ?? '', (found.get(lastError ?? '') ?? 0) + 1)
  return found
}

/** What the running program wrote down about itself. */
const leftovers: Check = async world => {
  const {
    db,
    programme: { id },
  } = world
  const watched = watchedFolders(world)
  const [mailboxes, quarantined, letters, dead, waiting, copies] = await Promise.all([
    allMailboxes(db, id),
    quarantinedMails(db, id),
    lettersInDoubt(db, id),
    deadLetters(db, deadLetterQueue),
    waitingLetters(db, id),
    missingCopies(db, id),
  ])
  const found: Finding[] = mailboxes.flatMap(box =>
    box.fault || box.alarmSince
      ? [
          {
            kind: 'bad',
            what: watched.find(each => each.mailboxId === box.id)?.label.replace(/^Das /, '') ?? 'Postfach',
            sentence: box.fault ?? 'Alarm: Es wird nicht vollständig abgeholt. Läuft „kla start“?',
          } as const,
        ]
      : [],
  )
  const count = (n: number, what: string, one: string, many: string) => {
    if (n > 0) found.push({ kind: 'open', what, sentence: n === 1 ? one : many })
  }
  count(
    quarantined.length,
    'Quarantäne',
    'Ein Brief liegt dort; ansehen mit: kla quarantine',
    `${quarantined.length} Briefe liegen dort; ansehen mit: kla quarantine`,
  )
  for (const { kind, n } of dead)
    found.push({
      kind: 'open',
      what: 'Aufträge',
      sentence: `${n} Aufträge der Art ${kind} wurden nach vielen Versuchen beiseitegelegt; ${kind === 'storeSentCopy' ? 'Kopien werden nicht weiter versucht, die Briefe sind verschickt.' : 'was zu ihnen gehört, wird weiter versucht.'}`,
    })
  for (const { n, lastError } of waiting)
    found.push({ kind: 'open', what: 'Versand wartet', sentence: `${n} Briefe, weil: ${lastError}` })
  for (const { n, reason } of copies)
    found.push({
      kind: 'open',
      what: 'Kopien',
      sentence: `${lettersInWords(n)} ohne Kopie im Ordner für Gesendetes (KLA_IMAP_SENT_FOLDER): ${reason}. Verschickt sind sie.`,
    })
  for (const [reason, n] of heldByReason(letters))
    found.push({
      kind: 'bad',
      what: 'Versand zurückgehalten',
      sentence: `${lettersInWords(n)}: ${reason} Entscheiden mit: kla outbox`,
    })
  for (const letter of letters.filter(each => each.state !== 'held'))
    found.push({
      kind: 'bad',
      what: letter.state === 'uncertain' ? 'Versand ungewiss' : 'Versand abgelehnt',
      sentence: `A-${letter.id}, ${letterKindNames[letter.kind]} mit der Message-ID ${letter.messageId}: ${letter.lastError ?? ''} Entscheiden mit: kla outbox`,
    })
  return found
}

const senders: Check = async ({ settings }) => {
  const { senderCheck, mailboxes } = settings
  if (!senderCheck)
    return mailboxes.length === 0
      ? []
      : [
          {
            kind: 'open',
            what: 'Absender',
            sentence:
              'Es wird nicht geprüft, ob ein Brief von seinem Absender kommt. Bitte KLA_AUTHSERV_ID setzen (der eigene Mailserver prüft) oder KLA_SENDER_CHECK=dns.',
          },
        ]
  if (!senderCheck.dns)
    return [{ kind: 'good', what: 'Absender', sentence: 'Der eigene Mailserver prüft (KLA_AUTHSERV_ID).' }]
  const fault = await createSenderCheck({ own: senderCheck.own, servers: senderCheck.dns.servers }).test()
  return [
    fault
      ? { kind: 'bad', what: 'Absender', sentence: fault }
      : {
          kind: 'good',
          what: 'Absender',
          sentence: 'Geprüft wird über das DNS, der Namensserver antwortet.',
        },
  ]
}

const virusScanner: Check = async ({ settings: { clamd }, db, programme: { id } }) => {
  const { waiting, impossible, infected } = await scansOpen(db, id)
  const what = 'Virenscanner'
  const found: Finding[] = []
  if (infected > 0)
    found.push({
      kind: 'open',
      what,
      sentence: `Briefe mit Schadsoftware: ${infected}. Ihre Anlagen bleiben geschlossen.`,
    })
  if (impossible > 0)
    found.push({
      kind: 'open',
      what,
      sentence: `Briefe, die größer sind, als der Scanner prüft (StreamMaxLength): ${impossible}. Ihre Anlagen bleiben geschlossen.`,
    })
  if (clamd) {
    const fault = await createScanner(clamd).check()
    const sentence = fault ?? `Erreichbar. Auf ihn warten ${waiting} Briefe.`
    found.push({ kind: fault ? 'bad' : 'good', what, sentence })
  } else if (waiting > 0)
    found.push({
      kind: 'open',
      what,
      sentence: `Es ist keiner eingestellt (KLA_CLAMD_SOCKET), aber ${waiting} Briefe warten auf ihn; ihre Anlagen bleiben geschlossen.`,
    })
  return found
}

const protection: Check = async ({ settings }) =>
  settings.mailboxes.length > 0 && settings.alarmRecipients.length === 0
    ? [
        {
          kind: 'bad',
          what: 'Kinderschutz',
          sentence:
            'KLA_ALARM_MAIL fehlt. Hinweise auf eine Gefährdung gehen nur an das Postfach selbst; bitte die Adresse des ASD eintragen.',
        },
      ]
    : []

export const checks: readonly Check[] = [
  database,
  diskCheck,
  profile,
  schoolCalendarCheck,
  remindersCheck,
  signInCheck,
  mailbox,
  proofCheck,
  mailServer,
  operatorMail,
  platformsCheck,
  channelsCheck,
  senders,
  protection,
  virusScanner,
  leftovers,
]
