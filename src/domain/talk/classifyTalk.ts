import { classify } from '../classify/classify.ts'
import type { Classification, Stakeholder } from '../classify/labels.ts'
import type { Programme } from '../programme/programme.ts'
import type { Role } from '../ticket/visibility.ts'

/** Who wrote in a chat: the function of a linked person; of a guest nothing is known. */
export interface TalkAuthor {
  name: string
  roles: readonly Role[]
}

/** In which group somebody with this role writes, where the words leave it open. */
const groupOf: Partial<Record<Role, Stakeholder>> = {
  koordination_jugendamt: 'jugendamt',
  fachdienst: 'jugendamt',
  asd: 'jugendamt',
  koordination_schulamt: 'schulamt',
  vergabestelle: 'kreisverwaltung',
  pressestelle: 'kreisverwaltung',
  personal: 'kreisverwaltung',
}

/**
 * First look at a message of a chat, by the same signs as letters. There is no address and no subject; of a linked person the function is
 * the name. A coordinator who hands on a question is who asks only where the words name nobody else.
 */
export function classifyTalk(programme: Programme, text: string, author: TalkAuthor): Classification {
  const known = !isGuest(author)
  const found = classify(programme, {
    fromName: known ? author.name : introductionOf(text),
    fromAddress: '',
    subject: '',
    newestText: withoutEndOfWork(text),
    quotedText: '',
  })
  const group = author.roles.map(role => groupOf[role]).find(each => each !== undefined)
  if (found.stakeholder !== null || !group) return found
  return {
    ...found,
    stakeholder: group,
    confidence: { ...found.confidence, stakeholder: 0.6 },
    because: [
      { axis: 'stakeholder', label: group, kind: 'Funktion der Person im Chat' },
      ...found.because.filter(each => each.axis !== 'stakeholder'),
    ],
  }
}

const introduction =
  /(?:\bhier (?:ist|sind|spricht|schreibt)|\bwir sind)\s+(?:der |die |das |vom |von der )?([^.,:;!?\n]{3,60})|^(?:(?:moin|hallo|hi|guten (?:tag|morgen))[ ,!]{1,3}){0,2}([^.,:;!?\n]{3,60}?) hier(?=[.,:;!\n])/iu

/** "Moin, Grundschule Hainholz hier.", "hier ist die AWO": who writes, in a chat without signatures. */
function introductionOf(text: string): string {
  const match = introduction.exec(text.slice(0, 500))
  return match?.[1] ?? match?.[2] ?? ''
}

/** Nobody linked this account to a function. */
export function isGuest({ roles }: Pick<TalkAuthor, 'roles'>): boolean {
  return roles.every(role => role === 'gast')
}

/** "Ich mache heute früher Schluss" is the end of a day at work among colleagues; in a letter it would be read as a cry for help. */
function withoutEndOfWork(text: string): string {
  return text.replace(
    /\bmach(?:e|en)? (?:(?:jetzt|heute|morgen|auch|schon|mal|gleich) ){0,3}(?:f(?:ü|ue)r heute|(?:etwas |ein bisschen )?(?:fr(?:ü|ue)her|eher)) (?:schluss|feierabend)\b/giu,
    'gehe nach Hause',
  )
}
