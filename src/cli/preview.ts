import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { clockOf } from '../buildWorld.ts'
import { classify } from '../domain/classify/classify.ts'
import { automaticReason } from '../domain/mail/automatic/autoSubmitted.ts'
import type { Letter } from '../domain/mail/letter.ts'
import { mayAcknowledge } from '../domain/mail/outgoing/acknowledgement.ts'
import { visibleText } from '../domain/mail/quotes/visibleText.ts'
import type { Programme } from '../domain/programme/programme.ts'
import { answerDue } from '../domain/ticket/answerDue.ts'
import { ticketNumber } from '../domain/ticket/number.ts'
import { type DisclosureLevel, dataClassOf } from '../domain/ticket/visibility.ts'
import { dayOf } from '../domain/time/day.ts'
import { announcementFor } from '../flows/posts/announcementFor.ts'
import { renderText } from '../reply/renderText.ts'
import type { Reply } from '../reply/reply.ts'
import { acknowledgement } from '../texts/letters/acknowledgement.ts'
import { type CliCommand, type Io, WrongUsage } from './command.ts'
import { answerLines } from './jsonLines.ts'
import { inputOf } from './letterLine.ts'
import { programmesOf } from './programmeFor.ts'
import { settingsFor } from './settingsFor.ts'

const text = z
  .string()
  .nullish()
  .transform(given => given ?? '')
const previewLine = z.object({
  id: z.union([z.string(), z.number()]),
  from_name: text,
  from_address: text,
  subject: text,
  text,
  level: z.enum(['metadaten', 'auszug', 'voll']).default('metadaten'),
})

export const preview: CliCommand = {
  usage: '< BRIEFE.jsonl',
  summary: 'liest Zeilen {id, text} und zeigt alles, was für den Brief das Haus verlassen würde',
  options: [['BRIEFE.jsonl', 'Zeilen {"id": …, "subject": …, "text": …} auf der Standardeingabe']],
  async run(argv, io) {
    if (argv.length > 0) throw new WrongUsage(`„${argv[0]}“ verstehe ich hier nicht.`)
    const { settings } = settingsFor(io)
    return previewLines(programmesOf(settings.programme)(null)!, clockOf(settings)(), io) // the standard programme always exists
  },
}

/** One preview a line, in order (contract `kla preview`). */
export async function previewLines(
  programme: Programme,
  now: Temporal.Instant,
  io: Pick<Io, 'stdin' | 'stdout' | 'stderr'>,
): Promise<number> {
  return answerLines(io, {
    schema: previewLine,
    expected:
      'Erwartet wird ein JSON-Objekt mit „id“ und Text in „text“; „level“ ist metadaten, auszug oder voll.',
    answer(line) {
      const leaving = leavingFor(programme, now, line, line.level)
      return {
        id: line.id,
        posts: textsOf(leaving.posts),
        acknowledgement: leaving.acknowledgement?.text ?? null,
      }
    },
  })
}

/**
 * Each text that would stand somewhere, once: the post, and what a notification on a locked screen shows of it where that is
 * not in it.
 */
function textsOf(posts: readonly Reply[]): string[] {
  const texts = posts.flatMap(post => {
    const text = renderText(post, { actions: 'labels' })
    return text.includes(post.summary) ? [text] : [text, post.summary]
  })
  return [...new Set(texts)]
}

/**
 * Everything that would leave the house for this letter as the first one of a Vorgang: the same texts as in earnest. `level` is
 * that of the platform; all its channels are shown the same, so one post stands for all of them.
 */
export function leavingFor(
  programme: Programme,
  now: Temporal.Instant,
  line: { from_name: string; from_address: string; subject: string; text: string },
  level: DisclosureLevel = 'metadaten',
): { posts: Reply[]; acknowledgement: { subject: string; text: string; html: string } | null } {
  const letter = letterOf(line)
  if (automaticReason(letter)) return { posts: [], acknowledgement: null }
  const { profile } = programme
  const today = dayOf(now)
  const found = classify(programme, inputOf({ ...line, body: line.text }))
  const dataClass = dataClassOf(found)
  const ticket = {
    number: ticketNumber(profile.nummern_praefix, today.year, 1),
    state: 'eingegangen' as const,
    ...found,
    owner: null,
    dueOn: answerDue(profile, today, found),
    createdAt: now.toString(),
    dataClass,
  }
  const { from, subject, newestText } = letter
  const read = { fromName: from.name, fromAddress: from.address, subject, body: newestText }
  const post = announcementFor({ platform: 'cloud', level }, { programme, ticket, letter: read })
  // Without an address in the line the letter is taken as one that may be answered.
  const own = profile.postfach ? [profile.postfach] : []
  const may = line.from_address === '' || mayAcknowledge(letter, { live: true, ownAddresses: own }).yes
  return { posts: post ? [post] : [], acknowledgement: may ? acknowledgement(profile, ticket, today) : null }
}

function letterOf(line: { from_name: string; from_address: string; subject: string; text: string }): Letter {
  const visible = visibleText(line.text)
  return {
    messageId: null,
    inReplyTo: [],
    references: [],
    from: { name: line.from_name, address: line.from_address.trim().toLowerCase() },
    replyTo: [],
    to: [],
    cc: [],
    subject: line.subject,
    date: null,
    text: line.text,
    newestText: visible.newest,
    quotedText: visible.quoted,
    headers: {},
    attachments: [],
  }
}
