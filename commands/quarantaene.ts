import { pageArg, pagingOf } from '../src/chat/arguments/pageArg.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { quarantineShown } from '../src/chat/seen/quarantineShown.ts'
import { quarantinedMails } from '../src/db/quarantine.ts'
import { quarantineListReply } from '../src/texts/quarantineReplies.ts'

const name = 'quarantäne'
const args = { page: pageArg } as const

export default defineCommand({
  name,
  aliases: ['quarantäne liste', 'zeige quarantäne', 'quarantäne zeigen'],
  summary: 'Listet Briefe, die nicht bearbeitet werden konnten',
  help:
    'Was sich nicht lesen oder bearbeiten lässt, wird mit allen Bytes beiseitegelegt und geht nicht verloren. Hier stehen ' +
    'Nummer, Grund, Alter und Größe; von Absender, Betreff und Inhalt steht nichts im Chat.',
  intent: 'quarantine_list',
  args,
  permission: staff,
  changes: false,
  examples: [{ input: 'quarantäne', shows: 'Die Quarantäne ist leer.' }],
  async run(needs: Needs<'db' | 'programme' | 'now'>, said) {
    const mails = await quarantinedMails(needs.db, needs.programme.id)
    return quarantineListReply(mails.map(quarantineShown), needs.now(), pagingOf({ name, args }, said))
  },
})
