import { openHandling } from '../buildHandling.ts'
import { openWorld, type World } from '../buildWorld.ts'
import { lettersInDoubt, type OutgoingMail } from '../db/outgoingMails.ts'
import { failedPosts } from '../db/posts.ts'
import type { Verdict } from '../db/settledByHand.ts'
import { settleByHand } from '../flows/settleByHand.ts'
import { type CliCommand, WrongUsage } from './command.ts'
import { settingsFor, withWorld } from './settingsFor.ts'

interface Decision {
  /** As it was typed, "A-17". */
  number: string
  what: { kind: 'letter' | 'post'; id: number }
  verdict: Verdict
}

export const outbox: CliCommand = {
  usage: '[NUMMER erledigt|noch-einmal]',
  summary: 'listet Briefe und Beiträge, deren Versand ungewiss ist oder nicht gelang; ein Mensch entscheidet',
  async run(argv, io) {
    const decision = argv.length > 0 ? readDecision(argv) : null
    const { settings, log } = settingsFor(io)
    return withWorld(
      () => openWorld(settings, log),
      async world => {
        if (!decision) {
          const lines = await inDoubt(world)
          io.stdout.write(lines.length === 0 ? 'Nichts ist in Frage.\n' : lines.join(''))
          return 0
        }
        const handling = await openHandling(world, { live: decision.verdict === 'again' })
        const needs = { ...handling, db: world.db, now: world.now, programmeId: world.programme.id }
        const settled = await settleByHand(needs, decision.what, decision.verdict, 'cli').finally(() =>
          handling.close(),
        )
        if (!settled) {
          io.stderr.write(`${decision.number} ist nicht in Frage. Die Liste zeigt: kla outbox\n`)
          return 1
        }
        io.stdout.write(
          decision.verdict === 'done'
            ? `${decision.number} ist als erledigt vermerkt.\n`
            : `${decision.number} wird noch einmal verschickt, sobald kla start läuft.\n`,
        )
        return 0
      },
    )
  },
}

function readDecision(argv: string[]): Decision {
  const [number = '', word = ''] = argv
  const match = /^([AP])-(\d{1,15})$/i.exec(number)
  if (!match)
    throw new WrongUsage(`„${number.slice(0, 40)}“ ist keine Nummer (A-17 für Briefe, P-17 für Beiträge).`)
  if (argv.length !== 2 || (word !== 'erledigt' && word !== 'noch-einmal'))
    throw new WrongUsage('Bitte sagen, was damit werden soll: erledigt oder noch-einmal.')
  return {
    number: number.toUpperCase(),
    what: { kind: match[1]!.toUpperCase() === 'A' ? 'letter' : 'post', id: Number(match[2]) },
    verdict: word === 'erledigt' ? 'done' : 'again',
  }
}

async function inDoubt({ db, programme }: World): Promise<string[]> {
  const [letters, posts] = await Promise.all([
    lettersInDoubt(db, programme.id),
    failedPosts(db, programme.id),
  ])
  return [
    ...letters.map(letterInWords),
    ...posts.map(post => `P-${post.id}  Beitrag in ${post.platform}\n      ${post.lastError ?? ''}\n`),
  ]
}

/** Without the recipient: who may know it finds the letter by its Message-ID in the log of the mail server. */
function letterInWords(letter: OutgoingMail): string {
  const what = letter.kind === 'alarm' ? 'Hinweis' : 'Eingangsbestätigung'
  const state = letter.state === 'uncertain' ? 'ungewiss' : 'abgelehnt'
  return `A-${letter.id}  ${state}, ${what} ${letter.messageId}\n      ${letter.lastError ?? ''}\n`
}
