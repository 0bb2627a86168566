import type { Programme } from '../programme/programme.ts'
import { placeOf } from '../programme/region.ts'
import { bidderHits } from './bidder.ts'
import { type ChildProtection, speaksOfAChild } from './childProtection.ts'
import { dangerIn } from './dangerIn.ts'
import { decide, priors, thresholds } from './decide.ts'
import { evidenceOf } from './explain.ts'
import { healthSigns, rightsSigns } from './flagSigns.ts'
import { flagsOf } from './flags.ts'
import { innerLetter } from './forwarded.ts'
import { withoutInvisible } from './invisible.ts'
import { type Classification, type Stakeholder, stakeholders, type Topic, topics } from './labels.ts'
import { type ClassifyInput, partsOf, zonesOf } from './letterZones.ts'
import { directoryHits, privateMailHits } from './senderAddress.ts'
import { senderSigns } from './senderSigns.ts'
import { type Hit, hitsOf, type Zones } from './sign.ts'
import { stakeholderSigns } from './stakeholderSigns.ts'
import { programmeWords, question, topicSigns } from './topicSigns.ts'
import { wordHits, wordIndex } from './wordHits.ts'
import { stakeholderWords, topicWords } from './wordLists.ts'

const wordsOfStakeholders = wordIndex(stakeholderWords)
const wordsOfTopics = wordIndex(topicWords)

export type { ClassifyInput } from './letterZones.ts'

/**
 * First look at a letter: who writes in which role, what about, which place, and what must not wait. Every
 * answer carries its evidence; what the signs leave open is null ("ungeklärt") and a person decides.
 */
export function classify(programme: Programme, given: ClassifyInput): Classification {
  const received = withoutInvisible(given)
  const { letter } = innerLetter(received)
  const zones = zonesOf(letter)

  const who = decide(
    stakeholders,
    [
      ...directoryHits(programme, letter.fromAddress, zones, letter.addressTrusted ?? true),
      ...privateMailHits(letter.fromAddress),
      ...hitsOf(senderSigns, zones),
      ...hitsOf(stakeholderSigns, zones),
      ...wordHits(wordsOfStakeholders, zones, ['subject', 'body', 'signature'], 'Wortwahl'),
    ],
    thresholds.stakeholder,
    priors.stakeholder,
  )
  const stakeholder = who.label
  // The forwarder's own words and everything quoted may hold the hint too, so danger reads the letter as received.
  const protection = dangerIn({ ...received, quotedText: `${letter.subject}\n${received.quotedText}` })
  const spokenOf = speaksOfAChild(zones)
  const topicHits = hitsOf(topicSigns, zones)
  const what = decide(
    topics,
    [
      ...topicHits,
      ...wordHits(wordsOfTopics, zones, ['subject', 'body'], 'Wortwahl'),
      ...expectedOf(stakeholder),
      ...implied(zones, protection, spokenOf, topicHits.length === 0),
    ],
    thresholds.topic,
    priors.topic,
  )
  const bidder = bidderHits(zones, who, what.label, programme.profile.vergabe.phase)
  const further = flagsOf(zones, { stakeholder, topic: what.label, protection, concrete: spokenOf })
  const place = placeOf(programme, wordsOfPlace(letter))

  return {
    stakeholder,
    topic: what.label,
    place: place.place,
    unknownPlace: place.unknownPlace,
    urgentChildProtection: protection.urgent,
    bidderQuestion: bidder.bidder,
    flags: further.flags,
    confidence: { stakeholder: who.confidence, topic: what.confidence },
    because: evidenceOf({
      stakeholder: who.hits,
      topic: what.hits,
      place,
      protection,
      bidder: bidder.bidder ? bidder.hits : [],
      flags: further.hits,
    }),
  }
}

/** What people of this kind mostly write about; a nudge, no more. */
function expectedOf(stakeholder: Stakeholder | null): Hit<Topic>[] {
  const expected = stakeholder && expectations[stakeholder]
  return expected
    ? [
        {
          label: expected[0],
          weight: expected[1],
          kind: 'übliches Thema dieser Gruppe',
          zone: 'name',
          words: '',
        },
      ]
    : []
}

const expectations: Partial<Record<Stakeholder, [Topic, number]>> = {
  presse: ['presseanfrage', 7],
  automatisch: ['sonstiges', 12],
  bewerber: ['personal', 2.5],
}

/** A child in danger is one child's case; who claims rights over data writes about data. */
function implied(
  zones: Zones,
  protection: ChildProtection,
  spokenOf: boolean,
  nothingElse: boolean,
): Hit<Topic>[] {
  const implied: Hit<Topic>[] = []
  const add = (label: Topic, weight: number, kind: string) =>
    implied.push({ label, weight, kind, zone: 'body', words: '' })
  if (protection.urgent) add('einzelfall', 3, 'Wohl eines bestimmten Kindes')
  else if (protection.today && spokenOf) add('einzelfall', 1, 'Wohl eines bestimmten Kindes')
  if (spokenOf && hitsOf(healthSigns, zones).length > 0)
    add('einzelfall', 1.2, 'Angaben zur Gesundheit oder zu einer Hilfe')
  const ofProgramme = hitsOf(programmeWords, zones).length > 0
  if (nothingElse && spokenOf) add('einzelfall', 1.5, 'spricht von einem bestimmten Kind')
  else if (nothingElse && ofProgramme && hitsOf(question, zones).length > 0)
    add('konzept', 2, 'Frage zum Vorhaben')
  else if (!ofProgramme && !protection.today)
    add('sonstiges', nothingElse ? 1 : 0.6, 'spricht nicht vom Vorhaben')
  if (hitsOf(rightsSigns, zones).length > 0) add('datenschutz', 4, 'Rechte nach der DSGVO')
  return implied
}

/** The display name is part of the signature: "Stadt Uetersen" often stands there only. */
function wordsOfPlace(letter: ClassifyInput): { subject: string; newestText: string; signature: string } {
  const parts = partsOf(letter)
  return {
    subject: letter.subject,
    newestText: parts.body,
    signature: `${parts.signature}\n${letter.fromName}`,
  }
}
