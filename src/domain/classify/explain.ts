import type { LetterPlace } from '../programme/region.ts'
import type { ChildProtection } from './childProtection.ts'
import {
  type Classification,
  type Evidence,
  type Flag,
  type Stakeholder,
  stakeholderNames,
  type Topic,
  topicNames,
} from './labels.ts'
import type { Hit } from './sign.ts'

/** That nobody could read a letter is the first thing to say of it, and says nothing of what is in it. */
export const encryptedLetter: Evidence = {
  axis: 'flag',
  label: 'verschluesselt',
  kind: 'verschlüsselter Brief, nicht lesbar',
}

/** More than this many signs an axis tire the reader. */
const mostPerAxis = 3

/** The evidence of a classification, strongest first on each axis. */
export function evidenceOf(found: {
  stakeholder: Hit<Stakeholder>[]
  topic: Hit<Topic>[]
  place: LetterPlace
  protection: ChildProtection
  bidder: Hit<string>[]
  flags: Hit<Flag>[]
}): Evidence[] {
  const { where } = found.protection
  const danger = found.protection.hits.slice(0, mostPerAxis)
  const placed = (kind: string) => (where === undefined ? kind : `${kind}, ${where}`)
  return [
    ...found.stakeholder.slice(0, mostPerAxis).map(hit => evidence('stakeholder', hit.label, hit)),
    ...found.topic.slice(0, mostPerAxis).map(hit => evidence('topic', hit.label, hit)),
    ...placeEvidence(found.place),
    ...danger.map(hit =>
      found.protection.urgent
        ? evidence('urgent_child_protection', 'ja', { ...hit, kind: placed(hit.kind) })
        : // Such a Vorgang may be named in a channel, so its kind says nothing of what was told.
          evidence('flag', 'heute_sichten', {
            ...hit,
            kind: placed('das Wohl einer Person könnte berührt sein'),
          }),
    ),
    ...found.bidder.slice(0, mostPerAxis).map(hit => evidence('bidder_question', 'ja', hit)),
    ...found.flags.map(hit => evidence('flag', hit.label, hit)),
  ]
}

function evidence(axis: Evidence['axis'], label: string, hit: Hit<string>): Evidence {
  return hit.words === ''
    ? { axis, label, kind: hit.kind }
    : { axis, label, kind: hit.kind, words: hit.words }
}

const placeKinds = {
  subject: 'Ort im Betreff',
  text: 'Ort im Text',
  signature: 'Ort in der Signatur',
} as const

function placeEvidence(place: LetterPlace): Evidence[] {
  const name = place.place ?? place.unknownPlace
  if (name === null || place.from === null) return []
  const kind = place.place === null ? 'Ort außerhalb des Programms' : placeKinds[place.from]
  return [{ axis: 'region', label: name, kind, ...(place.words === null ? {} : { words: place.words }) }]
}

/** Names of flags as people read them. */
export const flagNames: Record<Flag, string> = {
  antrag_verdacht: 'möglicher Antrag',
  widerspruch: 'Widerspruch',
  ruege: 'Rüge',
  angebot_anlage: 'Angebot als Anlage',
  anwalt: 'Anwaltsschreiben',
  dsgvo: 'Rechte nach der DSGVO',
  izg: 'Informationszugang',
  presse: 'Presse',
  elternvertretung: 'Elternvertretung',
  beschaeftigt_bei_traeger: 'bei einem Träger beschäftigt',
  gremienmitglied: 'Mitglied eines Gremiums',
  gericht_vergabekammer: 'Gericht oder Vergabekammer',
  sensibel: 'sensible Angaben',
  heute_sichten: 'heute sichten',
}

/**
 * The reasons as German sentences, with the words of the letter: for those who may read the letter only, e.g.
 * "Absender Schule: Funktion in Signatur oder Absendername („Rektorin“)."
 */
export function reasonsOf(classification: Pick<Classification, 'because'>): string[] {
  return classification.because.map(each => {
    const words = each.words === undefined ? '' : ` („${each.words}“)`
    return `${subjectOf(each)}: ${each.kind}${words}.`
  })
}

function subjectOf(each: Evidence): string {
  switch (each.axis) {
    case 'stakeholder':
      return `Absender ${stakeholderNames[each.label as Stakeholder]}`
    case 'topic':
      return `Thema ${topicNames[each.label as Topic]}`
    case 'region':
      return `Ort ${each.label}`
    case 'flag':
      return each.label === encryptedLetter.label
        ? 'Verschlüsselung'
        : `Merkmal ${flagNames[each.label as Flag]}`
    case 'urgent_child_protection':
      return 'Kinderschutz'
    case 'bidder_question':
      return 'Bieterfrage'
  }
}

/** The kinds of evidence for who wrote and what about, free of any word of the letter: fit for a channel. */
export function evidenceKinds(because: readonly Evidence[]): string[] {
  const shown = because.filter(
    each =>
      each.axis === 'stakeholder' ||
      each.axis === 'topic' ||
      each.axis === 'region' ||
      each.label === encryptedLetter.label,
  )
  return [...new Set(shown.map(each => each.kind))]
}
