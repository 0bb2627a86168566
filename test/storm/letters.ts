import { letter } from '../walks/letters.ts'
import type { Chance } from './chance.ts'

/** What a letter must become, whatever happens on its way. */
export type Fate = 'ticket' | 'followup' | 'automatic'

/** A letter of the storm; it may be delivered several times. */
export interface StormLetter {
  raw: string
  /** With angle brackets, as it stands in the letter. */
  messageId: string
  from: string
  fate: Fate
}

/** An acknowledgement of ours that reached its reader, who may answer it. */
export interface Answerable {
  /** Message-ID of our letter. */
  ours: string
  /** Message-ID of the letter that it acknowledges. */
  theirs: string
  /** Who got it. */
  to: string
}

/** Places by which the letters differ in more than a number: equal subjects are what a loop of machines looks like. */
const places = [
  'Elmshorn',
  'Pinneberg',
  'Wedel',
  'Quickborn',
  'Barmstedt',
  'Uetersen',
  'Tornesch',
  'Schenefeld',
]
const matters = [
  'Start',
  'Vertretung',
  'Antrag',
  'Zuständigkeit',
  'Termin',
  'Ansprechperson',
  'Umfang',
  'Dauer',
]

/**
 * The next letter: mostly questions, then answers to what we wrote, letters of machines, and other letters under a Message-ID
 * that was there before. Each comes from a domain of its own, so that no cap on outgoing mail is met.
 */
export function nextLetter(
  chance: Chance,
  n: number,
  before: readonly StormLetter[],
  answerable: readonly Answerable[],
): StormLetter {
  const from = `familie${n}@haushalt${n}.example`
  const subject = `${chance.one(matters)} in ${chance.one(places)} (${n})`
  const text = `Guten Tag, wann beginnt die Klassenassistenz in ${chance.one(places)}? Das ist Brief ${n}.`
  const id = `brief-${n}@haushalt${n}.example`
  const kind = chance.int(1, 100)
  if (kind <= 20 && answerable.length > 0) {
    const answered = chance.one(answerable)
    const cited = chance.percent(70) ? answered.ours : answered.theirs
    const headers = [`In-Reply-To: ${cited}`, `References: ${cited}`]
    const raw = letter({ id, from: answered.to, subject: `Re: ${subject}`, text: `Danke. ${text}`, headers })
    return { raw, messageId: `<${id}>`, from: answered.to, fate: 'followup' }
  }
  if (kind <= 30) {
    const raw = letter({
      id,
      from,
      subject: `Abwesenheitsnotiz: ${subject}`,
      text: `Ich bin bis Montag nicht im Haus. Das ist Nachricht ${n}.`,
      headers: ['Auto-Submitted: auto-replied'],
    })
    return { raw, messageId: `<${id}>`, from, fate: 'automatic' }
  }
  const questions = before.filter(each => each.fate === 'ticket')
  if (kind <= 38 && questions.length > 0) {
    // Broken programs use one Message-ID for everything they send: another letter is another letter.
    const { messageId } = chance.one(questions)
    return {
      raw: letter({ id: messageId.slice(1, -1), from, subject, text }),
      messageId,
      from,
      fate: 'ticket',
    }
  }
  return { raw: letter({ id, from, subject, text }), messageId: `<${id}>`, from, fate: 'ticket' }
}
