import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { quarantineShown } from '../src/chat/seen/quarantineShown.ts'
import { quarantinedMails } from '../src/db/quarantine.ts'
import { readQuarantineNumbers } from '../src/domain/mail/quarantineNumber.ts'
import { noQuarantineNumber, quarantineReply, replayedReply } from '../src/texts/quarantineReplies.ts'

export default defineCommand({
  name: 'quarantäne zeige',
  aliases: ['quarantäne brief'],
  summary: 'Zeigt, warum ein Brief in der Quarantäne liegt',
  help: 'Zeigt Grund, Alter und Größe. Den Brief selbst zeigt nur die Befehlszeile: kla quarantine roh.',
  intent: 'quarantine_show',
  args: { mail: { kind: 'text', label: 'Nummer', required: true, hint: 'die Nummer der Liste, z. B. 5' } },
  permission: staff,
  changes: false,
  examples: [{ input: 'quarantäne zeige 5', shows: 'Q-5 liegt nicht in der Quarantäne.' }],
  async run(needs: Needs<'db' | 'programme' | 'now'>, { mail: typed }) {
    const wanted = readQuarantineNumbers(typed)
    if (wanted === null || wanted === 'alle' || wanted.length !== 1) return noQuarantineNumber()
    const mails = await quarantinedMails(needs.db, needs.programme.id)
    const found = mails.find(mail => mail.id === wanted[0])
    return found ? quarantineReply(quarantineShown(found), needs.now()) : replayedReply([], [], wanted)
  },
})
