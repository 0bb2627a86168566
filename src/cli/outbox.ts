import { openHandling } from '../build/buildHandling.ts'
import { openWorld, type World } from '../buildWorld.ts'
import { lettersInDoubt, type OutgoingMail } from '../db/outgoingMails.ts'
import { failedPosts } from '../db/posts.ts'
import type { Verdict } from '../db/settledByHand.ts'
import { ticketNumbers } from '../db/tickets.ts'
import { settleByHand } from '../flows/letters/settleByHand.ts'
import { doubtNames, letterKindNames, lettersInWords } from '../texts/letters/outgoingNames.ts'
import { blockedLines, lift } from './blocked.ts'
import { type CliCommand, WrongUsage } from './command.ts'
import { settingsFor, withWorld } from './settingsFor.ts'

interface Decision {
  /** As it was typed, "A-17" or "alle". */
  number: string
  /** 'all-held': every letter that the gate holds. */
  what: { kind: 'letter' | 'post'; id: number } | 'all-held'
  verdict: Verdict
}

const words: Record<string, Verdict> = {
  erledigt: 'done',
  'noch-einmal': 'again',
  freigeben: 'release',
  verwerfen: 'drop',
}

/** Of many that the gate holds for one reason the first ones show what they are. */
const mostHeld = 20

export const outbox: CliCommand = {
  usage: '[NUMMER erledigt|noch-einmal | NUMMER|alle freigeben|verwerfen | entsperren ADRESSE]',
  summary:
    'listet Briefe und Beiträge, die zurückgehalten oder ungewiss sind oder nicht gelangen; ein Mensch entscheidet',
  options: [
    ['NUMMER erledigt', 'vermerkt als angekommen (A-17 ein Brief, P-17 ein Beitrag)'],
    ['NUMMER noch-einmal', 'versucht es erneut'],
    ['NUMMER|alle freigeben', 'lässt zurückgehaltene Briefe hinaus'],
    ['NUMMER|alle verwerfen', 'verschickt sie nie'],
    ['entsperren ADRESSE', 'diese Adresse bekommt wieder automatische Briefe'],
  ],
  async run(argv, io) {
    if (argv[0] === 'entsperren') {
      const { settings, log } = settingsFor(io)
      return withWorld(
        () => openWorld(settings, log),
        world => lift(world, argv.slice(1), io),
      )
    }
    const decision = argv.length > 0 ? readDecision(argv) : null
    const { settings, log } = settingsFor(io)
    return withWorld(
      () => openWorld(settings, log),
      async world => {
        if (!decision) {
          const lines = await inDoubt(world)
          io.stdout.write(lines.length === 0 ? 'Nichts wartet auf eine Entscheidung.\n' : lines.join(''))
          return 0
        }
        const settled = await settle(world, decision)
        if (settled === 0) {
          io.stderr.write(
            decision.what === 'all-held'
              ? 'Kein Brief wird zurückgehalten.\n'
              : `${decision.number} wartet auf keine Entscheidung, oder „${argv[1]}“ passt nicht dazu. Die Liste zeigt: kla outbox\n`,
          )
          return 1
        }
        io.stdout.write(`${happened(decision, settled)}\n`)
        return 0
      },
    )
  },
}

/** How many were settled. */
async function settle(world: World, { what, verdict }: Decision): Promise<number> {
  const handling = await openHandling(world, { live: verdict === 'again' || verdict === 'release' })
  const needs = { ...handling, db: world.db, now: world.now, programmeId: world.programme.id }
  try {
    const chosen =
      what === 'all-held'
        ? (await lettersInDoubt(world.db, world.programme.id))
            .filter(letter => letter.state === 'held')
            .map(({ id }) => ({ kind: 'letter' as const, id }))
        : [what]
    let settled = 0
    for (const each of chosen) if (await settleByHand(needs, each, verdict, 'cli')) settled++
    return settled
  } finally {
    await handling.close()
  }
}

function happened({ number, what, verdict }: Decision, settled: number): string {
  const who = what === 'all-held' ? lettersInWords(settled) : number
  const is = settled === 1 ? 'ist' : 'sind'
  const becomes = settled === 1 ? 'wird' : 'werden'
  if (verdict === 'done') return `${who} ${is} als erledigt vermerkt.`
  if (verdict === 'drop') return `${who} ${is} verworfen und ${becomes} nicht verschickt.`
  return `${who} ${becomes} ${verdict === 'again' ? 'noch einmal ' : ''}verschickt, sobald kla start läuft.`
}

function readDecision(argv: string[]): Decision {
  const [number = '', word = ''] = argv
  const verdict = Object.hasOwn(words, word) ? words[word] : undefined
  const all = number.toLowerCase() === 'alle'
  const match = /^([AP])-(\d{1,15})$/i.exec(number)
  if (!match && !all)
    throw new WrongUsage(`„${number.slice(0, 40)}“ ist keine Nummer (A-17 für Briefe, P-17 für Beiträge).`)
  if (argv.length !== 2 || !verdict)
    throw new WrongUsage(
      'Bitte sagen, was damit werden soll: erledigt oder noch-einmal, bei zurückgehaltenen Briefen freigeben oder verwerfen.',
    )
  if (all && !['freigeben', 'verwerfen'].includes(word))
    throw new WrongUsage('Alle zurückgehaltenen Briefe zusammen lassen sich nur freigeben oder verwerfen.')
  return {
    number: all ? 'alle' : number.toUpperCase(),
    what: match
      ? { kind: match[1]!.toUpperCase() === 'A' ? 'letter' : 'post', id: Number(match[2]) }
      : 'all-held',
    verdict,
  }
}

async function inDoubt(world: World): Promise<string[]> {
  const { db, programme } = world
  const [letters, posts] = await Promise.all([
    lettersInDoubt(db, programme.id),
    failedPosts(db, programme.id),
  ])
  const numbers = await ticketNumbers(
    db,
    letters.flatMap(letter => letter.ticketId ?? []),
  )
  const inWords = (letter: OutgoingMail) => letterInWords(letter, numbers.get(letter.ticketId ?? -1) ?? null)
  const held = letters.filter(letter => letter.state === 'held')
  const more = held.length - mostHeld
  return [
    ...letters.filter(letter => letter.state !== 'held').map(inWords),
    ...held.slice(0, mostHeld).map(inWords),
    ...(more > 0
      ? [
          `… und ${more} weitere zurückgehaltene Briefe. Zusammen entscheiden: kla outbox alle freigeben|verwerfen\n`,
        ]
      : []),
    ...posts.map(
      post =>
        `P-${post.id}  Beitrag in ${post.platform}\n${detail(post.lastError)}${nextWords(`P-${post.id}`, 'failed')}`,
    ),
    ...(await blockedLines(world)),
  ]
}

/** Without the recipient: who may know it finds the letter by its Message-ID in the log of the mail server. */
function letterInWords(letter: OutgoingMail, ticket: string | null): string {
  const state = doubtNames[letter.state as keyof typeof doubtNames]
  const what = `${letterKindNames[letter.kind]}${ticket ? ` zu ${ticket}` : ''}`
  return `A-${letter.id}  ${state}, ${what} ${letter.messageId}\n${detail(letter.lastError)}${nextWords(`A-${letter.id}`, letter.state)}`
}

const detail = (reason: string | null) => (reason ? `      ${reason}\n` : '')

/** Only what is possible in this state. */
const nextWords = (number: string, state: string) =>
  `      kla outbox ${number} ${state === 'held' ? 'freigeben|verwerfen' : 'erledigt|noch-einmal'}\n`
