import { ownSettingNames, type Values } from './fields.ts'
import { sameFolder } from './kinds.ts'
import { type ImapSettings, readImap, readSmtp, type SmtpSettings } from './mail.ts'

/*
 * Connections that have the settings of another one under names of their own: KLA_IMAP_2_HOST is KLA_IMAP_HOST of the second
 * mailbox, KLA_BETRIEB_SMTP_HOST is KLA_SMTP_HOST of the way to the operators. They are read under the plain names, and what
 * is wrong is said under theirs.
 */

type Env = Readonly<Record<string, string | undefined>>
/** What was said of some settings: values that hold, and the names of all that were given. */
export interface Said {
  values: Values
  given: Set<string>
}
export type ReadValues = (env: Env, names: readonly string[], faults: string[]) => Said

/** The first mailbox has no number. */
const numbers = ['2', '3', '4', '5', '6', '7', '8', '9']
const ofMailbox = ownSettingNames.filter(name => name.startsWith('KLA_IMAP_'))

/** Names of further mailboxes, KLA_IMAP_2_HOST … KLA_IMAP_9_MOVE_TO. */
export const numberedNames: ReadonlySet<string> = new Set(
  numbers.flatMap(number => ofMailbox.map(name => name.replace('KLA_IMAP', `KLA_IMAP_${number}`))),
)

/** Every mailbox of the settings, in order of its number. A further one takes nothing from the first. */
export function readMailboxes(env: Env, all: Said, readValues: ReadValues, faults: string[]): ImapSettings[] {
  const mailboxes = [readImap(all.values, all.given, faults)]
  for (const number of numbers) {
    const group = `KLA_IMAP_${number}`
    const own = Object.fromEntries(ofMailbox.map(name => [name, env[name.replace('KLA_IMAP', group)]]))
    const found: string[] = []
    const { values, given } = readValues(own, ofMailbox, found)
    // How one signs in by OAuth2 is said once for all mailboxes.
    const withOAuth = [...given, ...[...all.given].filter(name => name.startsWith('KLA_OAUTH_'))]
    const imap = readImap({ ...all.values, ...values }, new Set(withOAuth), found)
    faults.push(...found.map(fault => fault.replaceAll(/KLA_IMAP(?=_)/g, group)))
    mailboxes.push(imap && { ...imap, group })
  }
  const there = mailboxes.filter(imap => imap !== null)
  checkFolders(there, faults)
  return there
}

/** The mail server for news to the operators; null: they get them by the usual one. */
export function readOperatorSmtp({ values, given }: Said, faults: string[]): SmtpSettings | null {
  const prefix = 'KLA_BETRIEB_SMTP_'
  const plain = (name: string) => name.replace(prefix, 'KLA_SMTP_')
  const names = ownSettingNames.filter(name => name.startsWith(prefix))
  const own = Object.fromEntries(names.map(name => [plain(name), values[name]]))
  const found: string[] = []
  const smtp = readSmtp(
    { ...values, ...own },
    new Set([...given].filter(name => name.startsWith(prefix)).map(plain)),
    found,
    'password',
  )
  faults.push(...found.map(fault => fault.replaceAll('KLA_SMTP_', prefix)))
  return smtp
}

/** Many servers take a name in any case. */
const placeName = ({ user }: ImapSettings, folder: string) => `${user.toLowerCase()}/${sameFolder(folder)}`

/**
 * The name under which a folder stands in the database: user/folder. Only where an earlier mailbox, on another server, has that
 * name already, the host is part of it: "klassenassistenz (imap.anderswo.example)/INBOX".
 */
export function mailboxIdOf(mailboxes: readonly ImapSettings[], imap: ImapSettings, folder: string): string {
  const name = placeName(imap, folder)
  const earlier = mailboxes.slice(0, mailboxes.indexOf(imap))
  const taken = earlier.some(other => other.folders.some(each => placeName(other, each) === name))
  return taken ? `${imap.user} (${imap.host.toLowerCase()})/${folder}` : `${imap.user}/${folder}`
}

/** One folder is watched once, and nothing is moved to where it would come in again. */
function checkFolders(mailboxes: ImapSettings[], faults: string[]): void {
  const place = (imap: ImapSettings, folder: string) =>
    `${imap.host.toLowerCase()}/${placeName(imap, folder)}`
  const seen = new Map<string, string>()
  for (const imap of mailboxes)
    for (const folder of imap.folders) {
      const other = seen.get(place(imap, folder))
      if (other)
        faults.push(
          `${imap.group}_FOLDER nennt den Ordner „${folder}“, den ${other}_FOLDER für denselben Benutzer auf demselben Server schon nennt. Jeder Ordner wird nur einmal beobachtet; bitte eine der Angaben entfernen.`,
        )
      else seen.set(place(imap, folder), imap.group)
    }
  for (const imap of mailboxes)
    if (imap.moveTo !== null && seen.has(place(imap, imap.moveTo)))
      faults.push(
        `${imap.group}_MOVE_TO „${imap.moveTo}“ ist ein Ordner, der selbst beobachtet wird: Verschobene Briefe kämen dort ein zweites Mal an. Bitte einen anderen Ordner nennen.`,
      )
}
