import type { DangerGroup } from './dangerGroups.ts'
import {
  asTopic,
  closed,
  concrete,
  everyday,
  loudDanger,
  minor,
  plainDanger,
  wellBeing,
} from './dangerSigns.ts'
import { windowsOf } from './dangerWindows.ts'
import { withLinesJoined } from './linesJoined.ts'
import { plainWords } from './plainWords.ts'
import { type Hit, hitsOf, type Zones } from './sign.ts'
import { programmeWords } from './topicSigns.ts'

export interface ChildProtection {
  /** Rings: a professional must look at once. */
  urgent: boolean
  /** A person reads it the same working day; true for every urgent letter too. */
  today: boolean
  hits: Hit<DangerGroup | 'today'>[]
  /** Where the hint stands when it is not the letter's own text, e.g. "in einer Anlage"; holds no word of the letter. */
  where?: string
}

/** One strong sign rings, or two of the middle kind. */
const urgentFrom = 3
/** From here on neither "das ist geklärt" nor "halb so wild" keeps the alarm silent: who says so may be wrong. */
const sureFrom = 6

/** Who tells this mailbox about a child, but not about the programme, tells it something else: a person looks. */
const offTopic: Hit<'today'> = {
  label: 'today',
  weight: 1,
  kind: 'spricht von einem Kind, nicht vom Vorhaben',
  zone: 'body',
  words: '',
}

/**
 * Looks for a child in danger in the newest and the quoted text, whoever writes and whatever else the letter is
 * about. Errs on the side of alarm (domain.md section 8, K1); it never assesses a risk.
 */
export function childProtection(subject: string, newestText: string, quotedText: string): ChildProtection {
  const plainSubject = plainWords(subject.slice(0, 1_000))
  const [first, ...others] = windowsOf(withoutNotices(`${newestText}\n\n${quotedText}`))
  let found = protectionIn({ subject: plainSubject, body: plainWords(first ?? '') })
  for (const window of others) {
    if (found.urgent) break
    found = stronger(found, protectionIn({ subject: plainSubject, body: plainWords(window) }))
  }
  return found
}

/** The more urgent of two; the first one when they are equal. */
export function stronger(one: ChildProtection, other: ChildProtection): ChildProtection {
  const rank = ({ urgent, today }: ChildProtection) => (urgent ? 2 : today ? 1 : 0)
  return rank(other) > rank(one) ? other : one
}

function protectionIn(letter: Zones): ChildProtection {
  const isConcrete = hitsOf(concrete, letter).length > 0
  const isTopic = hitsOf(asTopic, letter).length > 0
  const isClosed = hitsOf(closed, letter).length > 0

  const isMinor = hitsOf(minor, letter).length > 0

  const plain = hitsOf(plainDanger, letter)
  const loud = isConcrete && !isTopic ? hitsOf(loudDanger, letter) : []
  const danger = strongestOfGroup([...plain, ...loud])
  // A letter to this mailbox that is about nothing but this child is not written by the way.
  const onlyThis = isConcrete && hitsOf(programmeWords, letter).length === 0
  const found = danger.reduce((total, hit) => total + hit.weight, 0)
  const sum = found >= 2 && onlyThis ? found + 1 : found
  const calmed = sum < sureFrom && (isClosed || isMinor)
  const spokenOfAsTopic = sum < sureFrom && isTopic && !isConcrete
  const urgent = sum >= urgentFrom && !calmed && !spokenOfAsTopic

  const soft = isConcrete ? hitsOf(wellBeing, letter) : []
  const touched =
    sum > 0 || (!isClosed && (soft.length > 0 || (onlyThis && hitsOf(everyday, letter).length === 0)))
  const today = urgent || (isConcrete && touched && !(isTopic && sum < 2))
  const shown = danger.length > 0 ? danger : soft.length > 0 ? soft : [offTopic]
  return { urgent, today, hits: today ? shown : [] }
}

/**
 * Every acknowledgement of ours ends with "Ist ein Kind in Gefahr? Rufen Sie bitte sofort … 110.", other offices write the
 * same, and whoever answers quotes it: a notice to the reader is no hint from the writer.
 */
const emergencyNotice =
  /ist\s+ein\s+kind\s+in\s+gefahr\s*\?\s+(?:bitte\s+)?(?:rufen|wählen|waehlen|wenden|melden)\s[^?!]{0,300}?\b110\b/gi

function withoutNotices(text: string): string {
  // Marks of quotation stand in the middle of its sentences.
  return withLinesJoined(text.replace(/^[>|\s]{0,100}[>|]/gm, ' ')).replace(emergencyNotice, ' ')
}

function strongestOfGroup(hits: Hit<DangerGroup>[]): Hit<DangerGroup>[] {
  const strongest = new Map<DangerGroup, Hit<DangerGroup>>()
  for (const hit of hits) {
    if ((strongest.get(hit.label)?.weight ?? 0) < hit.weight) strongest.set(hit.label, hit)
  }
  return [...strongest.values()].sort((a, b) => b.weight - a.weight)
}

/** Whether the letter speaks of a child or person that exists, not of children as such. */
export function speaksOfAChild(zones: Zones): boolean {
  return hitsOf(concrete, zones).length > 0
}
