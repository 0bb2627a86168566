import type { Classification } from '../classify/labels.ts'
import { plainWords } from '../classify/plainWords.ts'
import { hitsOf } from '../classify/sign.ts'
import { placesIn } from '../programme/placesIn.ts'
import type { Programme } from '../programme/programme.ts'
import { folded, spellingDistance } from '../programme/spelling.ts'
import { aboutSigns, smallTalkSigns, wantSigns } from './talkSigns.ts'

/** What a message of a channel is taken for, and why: kinds of signs, never its words. */
export interface Judged {
  matter: boolean
  because: string[]
}

/** Longer messages are read up to here. Characters. */
const longest = 6_000

/**
 * Whether a message in an intake channel wants something of the programme: a question, a request, a thing that is missing, about
 * schools, contracts, places and the like. Thanks, greetings, links, where somebody is and what there is for lunch are none. Both
 * must be said, what and that something is wanted; whoever speaks of the programme in so many words is heard without a question. What
 * the classifier takes for danger or for rights is always a matter.
 */
export function isMatter(programme: Programme, text: string, found: Classification): Judged {
  const said = withoutDecoration(text.slice(0, longest))
  if (!/\p{L}{2}/u.test(said)) return { matter: false, because: ['ohne Worte'] }
  const grave = graveSigns(found)
  if (grave.length > 0) return { matter: true, because: grave }
  const zones = { body: plainWords(said) }
  const about = [...hitsOf(aboutSigns, zones), ...placeSign(programme, said), ...slips(zones.body.text)]
  const wants = [...hitsOf(wantSigns, zones), ...questionSigns(said, zones.body.text)]
  const small = hitsOf(smallTalkSigns, zones)
  const asked = sum(about) >= 2 && sum(wants) >= 2 && sum(about) + sum(wants) - sum(small) >= 3
  const toldOf = sum(about) >= 5 && small.length === 0
  const because = [...about, ...wants, ...small].map(each => each.kind)
  return { matter: asked || toldOf, because: [...new Set(because)] }
}

interface Weighed {
  weight: number
  kind: string
}

const sum = (signs: readonly Weighed[]) => signs.reduce((total, each) => total + each.weight, 0)

/** Links, addresses of chat accounts, emoji and their names say nothing by themselves. */
function withoutDecoration(text: string): string {
  return text
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(/:[a-z0-9_+-]{1,40}:/gi, ' ')
    .replace(/\p{Extended_Pictographic}/gu, ' ')
    .trim()
}

/** Nobody may overlook these, however the message is put. */
function graveSigns(found: Classification): string[] {
  if (found.urgentChildProtection) return ['Wohl eines Kindes']
  const flags = [
    'heute_sichten',
    'antrag_verdacht',
    'widerspruch',
    'ruege',
    'gericht_vergabekammer',
    'dsgvo',
    'izg',
  ] as const
  return flags.filter(flag => found.flags.includes(flag)).slice(0, 1)
}

/** In a chat names are often written small, which in letters may be a word or a surname. */
function placeSign(programme: Programme, said: string): Weighed[] {
  const named =
    placesIn(programme, said).length > 0 ||
    said
      .split(/[^\p{L}-]+/u)
      .some(word => programme.placeBySpelling.get(folded(word))?.nur_mit_hinweis === false)
  return named ? [{ weight: 2, kind: 'nennt einen Ort des Programms' }] : []
}

/** Long words that people mistype most. */
const longWords = [
  'assistenz',
  'klassenassistenz',
  'schulbegleitung',
  'zeitplan',
  'ausschreibung',
  'kooperationsvertrag',
  'vereinbarung',
  'schulleitung',
  'teamleitung',
  'abrechnung',
  'traeger',
]

/** One slip in a word, two in a long one. */
function slips(plain: string): Weighed[] {
  const words = plain
    .split(' ')
    .filter(word => word.length >= 7)
    .slice(0, 200)
  const slipped = words.some(word =>
    longWords.some(
      known =>
        Math.abs(known.length - word.length) <= 2 &&
        spellingDistance(word, known) === (word.length >= 12 ? 2 : 1),
    ),
  )
  return slipped ? [{ weight: 2, kind: 'spricht vom Vorhaben, mit Tippfehler' }] : []
}

const questionStart =
  /^(?:(?:und|aber|also|moin|hallo|hi|hey|guten|morgen|tag|zusammen|frage|sagt mal|sag mal|kurze|noch|eine) ){0,5}(?:w(?:er|as|ie|o|en|em|ann|an|arum|ieso|oher|ohin|omit|ovon|oran|ofuer|elche[rnsm]?|ieviele?)|ab wann|bis wann|seit wann|an wen|gibts?|gilt|gelten|darf|duerfen|kann|koennen|koennt|koennten|muss|muessen|soll|sollen|wird|werden|ist|sind|hat|haben|habt|kommt|kommen|bekommen|bekommt|kriegen|kriegt|brauchen|bleibt|bleiben|weiss|reicht|geht|laeuft|when|who|where|what|which|how|why|does|do|is|are|can|could|will|may|should) /

/** A question mark, or a sentence that begins as a question does. */
function questionSigns(said: string, plain: string): Weighed[] {
  if (/\p{L}[^?]*\?/u.test(said)) return [{ weight: 2, kind: 'Frage' }]
  // "Kurz nachgehakt: kommt die Unterschrift noch"
  const behindColon = said
    .split(':')
    .slice(1, 4)
    .map(part => plainWords(part.slice(0, 200)).text)
  const begins = [...plain.split('|'), ...behindColon].some(part => questionStart.test(`${part.trim()} `))
  return begins ? [{ weight: 2, kind: 'Frage ohne Fragezeichen' }] : []
}
