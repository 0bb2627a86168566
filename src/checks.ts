import { checkMailbox } from './adapters/imap/checkMailbox.ts'
import { startSlack } from './adapters/slack/startSlack.ts'
import { createSender } from './adapters/smtp/createSender.ts'
import type { World } from './buildWorld.ts'
import { deadLetters } from './db/deadLetters.ts'
import { sql } from './db/drizzle.ts'
import { allMailboxes } from './db/mailboxes.ts'
import { lettersInDoubt, waitingLetters } from './db/outgoingMails.ts'
import { failedPosts } from './db/posts.ts'
import { quarantinedMails } from './db/quarantine.ts'
import { deadLetters as deadLetterQueue } from './jobs/kinds.ts'
import { imapOptions, smtpOptions } from './mailConnections.ts'

/** What `kla doctor` found. open: works, but a person should look. */
export interface Finding {
  kind: 'good' | 'open' | 'bad'
  /** What was looked at, e.g. "Postfach". */
  what: string
  /** German, whole, without secrets and personal data. */
  sentence: string
}

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
  ...profile.offen.map(
    (each): Finding => ({ kind: 'open', what: 'Profil', sentence: `Noch nicht festgelegt: ${each}` }),
  ),
]

const mailbox: Check = async ({ settings }) => {
  if (settings.folderMailbox)
    return [{ kind: 'good', what: 'Postfach', sentence: 'Ein Ordner wird beobachtet.' }]
  if (!settings.imap)
    return [{ kind: 'open', what: 'Postfach', sentence: 'Kein Postfach eingestellt (KLA_IMAP_HOST).' }]
  const fault = await checkMailbox(imapOptions(settings.imap, settings.maxMailBytes))
  return [
    fault
      ? { kind: 'bad', what: 'Postfach', sentence: fault }
      : { kind: 'good', what: 'Postfach', sentence: 'Erreichbar, Anmeldung gelingt.' },
  ]
}

const mailServer: Check = async ({ settings }) => {
  if (!settings.smtp)
    return [{ kind: 'open', what: 'Mail-Server', sentence: 'Kein Versand eingestellt (KLA_SMTP_HOST).' }]
  const sender = createSender(smtpOptions(settings.smtp))
  const fault = await sender.check().finally(() => sender.stop())
  return [
    fault
      ? { kind: 'bad', what: 'Mail-Server', sentence: fault }
      : { kind: 'good', what: 'Mail-Server', sentence: 'Erreichbar und bereit.' },
  ]
}

const slack: Check = async ({ settings: { slack }, log }) => {
  if (!slack) return [{ kind: 'open', what: 'Slack', sentence: 'Ausgeschaltet. Alles geht auch ohne.' }]
  const { connection } = slack
  // HTTP mode is enough to ask whether the token is good, and takes no events away from a running process.
  const asked = await startSlack({
    mode: {
      kind: 'http',
      signingSecret: connection.mode === 'http' ? connection.signingSecret : 'nur-zur-Pruefung',
    },
    botToken: slack.botToken,
    command: slack.command,
    answer: async () => ({ summary: '', blocks: [], audience: 'asker' }),
    personOf: async id => ({ id, name: '', roles: [] }),
    firstTime: async () => false,
    log,
    ...(slack.apiUrl ? { apiUrl: slack.apiUrl } : {}),
  })
  const fault = await asked.check().finally(() => asked.stop())
  return [
    fault
      ? { kind: 'bad', what: 'Slack', sentence: fault }
      : { kind: 'good', what: 'Slack', sentence: 'Erreichbar, Anmeldung gelingt.' },
  ]
}

/** What the running program wrote down about itself. */
const leftovers: Check = async ({ db, programme: { id } }) => {
  const [mailboxes, quarantined, letters, posts, dead, waiting] = await Promise.all([
    allMailboxes(db, id),
    quarantinedMails(db, id),
    lettersInDoubt(db, id),
    failedPosts(db, id),
    deadLetters(db, deadLetterQueue),
    waitingLetters(db, id),
  ])
  const found: Finding[] = mailboxes.flatMap(box =>
    box.fault ? [{ kind: 'bad', what: `Postfach ${box.id}`, sentence: box.fault } as const] : [],
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
      sentence: `${n} Aufträge der Art ${kind} wurden nach vielen Versuchen beiseitegelegt; was zu ihnen gehört, wird weiter versucht.`,
    })
  for (const { n, lastError } of waiting)
    found.push({ kind: 'open', what: 'Versand wartet', sentence: `${n} Briefe, weil: ${lastError}` })
  for (const letter of letters)
    found.push({
      kind: 'bad',
      what: letter.state === 'uncertain' ? 'Versand ungewiss' : 'Versand abgelehnt',
      sentence: `A-${letter.id}, ${letter.kind === 'alarm' ? 'Hinweis' : 'Eingangsbestätigung'} mit der Message-ID ${letter.messageId}: ${letter.lastError ?? ''} Entscheiden mit: kla outbox`,
    })
  for (const post of posts)
    found.push({
      kind: 'bad',
      what: `Kanal ${post.platform}`,
      sentence: `P-${post.id}, Beitrag nicht zugestellt: ${post.lastError ?? ''} Entscheiden mit: kla outbox`,
    })
  return found
}

const protection: Check = async ({ settings }) =>
  settings.imap && settings.alarmRecipients.length === 0
    ? [
        {
          kind: 'bad',
          what: 'Kinderschutz',
          sentence:
            'KLA_ALARM_MAIL fehlt. Hinweise auf eine Gefährdung gehen nur an das Postfach selbst; bitte die Adresse des Bereitschaftsdienstes eintragen.',
        },
      ]
    : []

export const checks: readonly Check[] = [database, profile, mailbox, mailServer, slack, protection, leftovers]
