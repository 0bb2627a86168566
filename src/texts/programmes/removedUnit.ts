import type { Temporal } from 'temporal-polyfill'
import type { Reply } from '../../reply/reply.ts'
import { ownStandNote } from '../standNote.ts'
import { stepSentence } from '../steps/stepChangeReplies.ts'

/** „Grundschule A wirklich entfernen?“ `line`: the command with the confirmation. */
export function removeQuestion(name: string, verb: string, open: number, line: string): Reply {
  const steps =
    open === 0 ? '' : open === 1 ? ' Ein Schritt ist noch offen.' : ` ${open} Schritte sind noch offen.`
  return stepSentence(`${name} wirklich ${verb}?${steps} An nichts davon wird danach erinnert.`, [
    { label: `Ja, ${verb}`, command: line },
  ])
}

/** What was taken away, and how it comes back. */
export function removedSentence(name: string, lead: string, again: string, now: Temporal.Instant): Reply {
  const reply = stepSentence(
    `${lead} Was zu ${name} eingetragen wurde, bleibt gespeichert und kommt mit „${again}“ wieder.`,
  )
  return { ...reply, blocks: [...reply.blocks, ownStandNote(now)] }
}

/** What the profile names stays until the profile changes. */
export function inProfile(name: string): Reply {
  return stepSentence(`${name} steht im Profil des Programms und lässt sich nur dort entfernen.`)
}
