import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { readQuarantineNumbers } from '../src/domain/mail/quarantineNumber.ts'
import { replayQuarantine } from '../src/flows/proof/replayQuarantine.ts'
import { noQuarantineNumber, replayedReply } from '../src/texts/quarantineReplies.ts'

export default defineCommand({
  name: 'quarantäne wiederholen',
  aliases: ['quarantäne wiederhole', 'quarantäne erneut', 'quarantäne nochmal'],
  summary: 'Bearbeitet Briefe aus der Quarantäne noch einmal',
  help:
    'Nennen Sie eine Nummer der Liste oder „alle“. Der Brief wird bearbeitet, als wäre er gerade gekommen; was wieder ' +
    'misslingt, liegt danach mit dem neuen Grund in der Quarantäne. Wer es tat, wird vermerkt.',
  intent: 'quarantine_replay',
  args: { mail: { kind: 'text', label: 'Nummer oder alle', required: true, hint: '5, Q-5 oder alle' } },
  permission: staff,
  changes: true,
  examples: [
    { input: 'quarantäne wiederholen alle', shows: 'Die Quarantäne ist leer.' },
    { input: 'quarantäne wiederholen 5', shows: 'Q-5 liegt nicht in der Quarantäne.' },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'enqueue'>, { mail: typed }, { person }) {
    const wanted = readQuarantineNumbers(typed)
    if (wanted === null) return noQuarantineNumber()
    const { db, enqueue, now, programme } = needs
    const flow = { db, enqueue, now, programmeId: programme.id }
    const { released, headersOnly, absent } = await replayQuarantine(flow, wanted, person.id)
    return replayedReply(released, headersOnly, absent)
  },
})
