import type { Programme } from '../../domain/programme/programme.ts'
import { germanDay } from '../../domain/time/day.ts'
import type { PersonValue } from '../arguments/args.ts'
import { articlesAt } from '../arguments/dayWords.ts'
import { isPlainTicket, type Reading, readAt, ticketAt } from '../arguments/readArg.ts'
import { dayFrom, isNoDay } from '../arguments/readDay.ts'
import { deadlineNumber } from '../arguments/readDeadline.ts'
import { personAt } from '../arguments/readPerson.ts'
import { placeAt } from '../arguments/readPlace.ts'
import { rangeAt, untilAt } from '../arguments/readRange.ts'
import { shiftAt } from '../arguments/readShift.ts'
import { pointAt } from '../arguments/readWhen.ts'
import { fold, type Word } from '../words.ts'
import { compoundParts } from './compounds.ts'
import type { Features } from './sentenceFeatures.ts'
import { looksLikePlace, outsideAt } from './unknownPlaces.ts'
import { bidderWords, stakeholderWords, stateWords, topicWords, urgentWords } from './vocabulary.ts'

const choices = {
  state: { kind: 'choice', label: '', choices: stateWords },
  topic: { kind: 'choice', label: '', choices: topicWords },
  stakeholder: { kind: 'choice', label: '', choices: stakeholderWords },
  urgent: { kind: 'choice', label: '', choices: urgentWords },
  bidder: { kind: 'choice', label: '', choices: bidderWords },
} as const

/** Sentences longer than this hold more than one order; only this many words are looked at. */
const mostWords = 60

/** Quoted words are not looked at: somebody else said them. */
export function featuresOf(said: readonly Word[], reading: Reading): Features {
  const found: Features = {
    today: reading.today,
    tickets: [],
    deadlines: [],
    steps: [],
    places: [],
    unknownPlace: null,
    range: null,
    day: null,
    point: null,
    shift: null,
    noDay: null,
    state: null,
    stakeholder: null,
    topic: null,
    person: null,
    functions: [],
    functionWord: null,
    twofold: false,
    urgent: false,
    bidder: false,
    words: [],
  }
  const all = said
    .filter(word => !word.quoted)
    .slice(0, mostWords)
    .flatMap(compoundParts)
  for (let i = 0; i < all.length; ) i += take(found, all, i, reading)
  return found
}

/** Takes what begins at word `at` and says how many words that was. */
function take(found: Features, all: readonly Word[], at: number, reading: Reading): number {
  const word = all[at]!
  const before = all[at - 1]?.folded ?? ''
  const ticket = ticketAt(all, at, reading)
  if (ticket && (isPlainTicket(word, reading.programme) || ticket.length === 2 || isNumberedSo(all, at))) {
    if (!found.tickets.some(each => each.number === ticket.value.number)) found.tickets.push(ticket.value)
    found.words.push('#')
    return ticket.length
  }
  const deadline = deadlineNumber(word)
  if (deadline) {
    found.deadlines.push({ kind: 'number', ...deadline })
    return 1
  }
  const step = stepIds(reading.programme).get(word.folded)
  if (step) {
    found.steps.push(step)
    return 1
  }
  const place = placeAt(reading.programme, all, at)
  const outside = outsideAt(all, at, reading.programme)
  if (outside && outside.length > (place?.length ?? 0)) {
    if (found.places.length === 0) found.unknownPlace ??= outside.name
    return outside.length
  }
  if (place) {
    found.places.push(place.value)
    return place.length
  }
  // "heute sichten" is no day.
  const urgent = readAt(choices.urgent, all, at, reading)
  const time = urgent && urgent.length > 1 ? 0 : timeAt(found, all, at, reading)
  if (time > 0) return time
  const given =
    before === 'an' || found.words.some(each => /^(weise|weis|gib|gebe|uebertrag\w*|leite)$/.test(each))
  const named = given ? nameAt(all, at) : null
  if (named) {
    found.functions.push(named)
    return 2
  }
  const person = personAt(reading.programme.profile, reading.asker, all, at)
  if (person && (person.value.kind !== 'named' || person.length > 1 || isNamedTo(found, before))) {
    found.person = strongerPerson(found.person, person.value)
    if (person.value.kind === 'me') found.words.push(word.folded)
    if (person.value.kind === 'named' && !found.functions.includes(person.value.name))
      found.functions.push(person.value.name)
    return person.length
  }
  if (person?.value.kind === 'named') found.functionWord ??= person.value.name
  for (const [key, spec] of Object.entries(choices)) {
    const read = readAt(spec, all, at, reading)
    // The key "ja" of a choice without other values is no word of a sentence.
    if (!read || word.folded === 'ja') continue
    if (key === 'urgent' || key === 'bidder') found[key] = true
    else {
      const one = key as 'state' | 'topic' | 'stakeholder'
      if (one !== 'state' && found[one] !== null && found[one] !== read.value) found.twofold = true
      found[one] ??= read.value as string
    }
    found.words.push(...all.slice(at, at + read.length).map(each => each.folded))
    return read.length
  }
  if (found.places.length === 0 && looksLikePlace(word, before, reading.programme))
    found.unknownPlace ??= word.text
  else found.words.push(word.folded)
  return 1
}

/** "Fr. Petersen", "Herrn Muster": somebody by name, which no Vorgang is given to; the answer says so. */
function nameAt(all: readonly Word[], at: number): string | null {
  const title = /^(frau|fr)$/.test(all[at]!.folded)
    ? 'Frau'
    : /^(herr|herrn|hr)$/.test(all[at]!.folded)
      ? 'Herr'
      : null
  const name = all[at + 1]
  return title && name && !name.quoted && /^\p{Lu}\p{L}+$/u.test(name.text) ? `${title} ${name.text}` : null
}

/** "5 Tage vorziehen" needs no "um". */
const shoving = /^(vorziehen|vorverlegen|schieben|verschieben|aufschieben|verlaengern)$/

/** The three words before, with a space at each end. */
function leadingTo(all: readonly Word[], at: number): string {
  const words = all.slice(Math.max(0, at - 3), at).map(word => word.folded)
  return ` ${words.join(' ')} `
}

/** A day, a span of time, or by how much a date is to move; how many words it takes, 0: none begins here. */
function timeAt(found: Features, all: readonly Word[], at: number, { today }: Reading): number {
  const word = all[at]!
  const before = all[at - 1]?.folded ?? ''
  if (isNoDay(word)) found.noDay ??= word.text
  const shift = shiftAt(all, at)
  if (
    shift &&
    (word.folded === 'um' ||
      shift.length > 2 ||
      shoving.test(all[at + shift.length]?.folded ?? '') ||
      (before === 'noch' && found.words.includes('gib')))
  ) {
    if (found.shift) found.twofold = true
    found.shift = shift.value
    return shift.length
  }
  const day = dayFrom(all, at, today)
  // "guten Morgen" is a greeting.
  if (day && !(word.folded === 'morgen' && before === 'guten')) {
    if (found.point && / (und|oder)( auf| am)?( den| dem)? $/.test(leadingTo(all, at))) found.twofold = true
    found.day = day.value.toString()
    found.point = { wann: found.day, tentative: false }
  }
  const point = articlesAt(all, at) === 0 ? pointAt(all, at, today) : null
  if (point && !day) found.point = point.value
  const until = untilAt(all, at, today)
  if (until) {
    found.range = until.value
    const last = pointAt(all, at + 1, today)?.value
    if (last) found.point ??= last
    if (/^\d{4}-\d{2}-\d{2}$/.test(last?.wann ?? '')) found.day ??= last!.wann
    return until.length
  }
  const range = rangeAt(all, at, today)
  // "alle" is a filler in a sentence.
  if (range && range.value.name !== 'alle' && !(word.folded === 'morgen' && before === 'guten')) {
    // "am heutigen Tage, dem 22.04." says it twice.
    if (range.value.from === null || range.value.from !== found.range?.from) found.range = range.value
    if (range.value.name === 'ueberfaellig') found.state ??= 'ueberfaellig'
    return Math.max(range.length, point?.length ?? 0)
  }
  if (day && day.length > 1) {
    found.range = { name: found.day!, from: found.day, to: found.day, german: germanDay(day.value) }
    return day.length
  }
  return point && !day && point.length > 0 ? point.length : 0
}

const idsOf = new WeakMap<Programme, ReadonlyMap<string, string>>()

/** Ids of steps with a number in them, folded; other ids are words like any other. */
function stepIds(programme: Programme): ReadonlyMap<string, string> {
  let ids = idsOf.get(programme)
  if (!ids) {
    const { meilensteine, ablaeufe } = programme.profile
    const all = [...meilensteine, ...ablaeufe.flatMap(each => each.schritte)].map(each => each.id)
    ids = new Map(all.filter(id => /^\p{L}{1,3}\d{1,3}\p{L}?$/u.test(id)).map(id => [fold(id), id]))
    idsOf.set(programme, ids)
  }
  return ids
}

/** "ich" and "mir" are often only manners ("zeig mir"): a function that is named is meant. */
function strongerPerson(before: PersonValue | null, now: PersonValue): PersonValue {
  return before && before.kind === 'named' ? before : now
}

const namesNumber = new Set(['vorgang', 'anfrage', 'vorgangsnummer', 'nr', 'nummer', 'ticket'])
const leadsToNumber = new Set(['bei', 'zu', 'zum', 'ueber', 'von', 'fuer'])
/** What may follow the number of a Vorgang, and never what is counted. */
const behindNumber = new Set(
  'ist kann bitte an ans zur zum zu hat eilt gehoert kommt stammt passiert geworden los von vom aus auf ab fuer uebernehmen uebernehme nehme mache erledigt geht soll muss wieder durch dicht fertig mir mich ich schliessen abschliessen zumachen thema typ ort als einfach doch mal zeigen nehm safe jetzt ja eher wohl eigentlich lieber nun schon gleich'.split(
    ' ',
  ),
)

/** "vorgang 17", "bei 88 ist …", "12 an die Vergabestelle": a bare number that can only be a Vorgang's. */
function isNumberedSo(all: readonly Word[], at: number): boolean {
  const before = all[at - 1]?.folded ?? ''
  const next = all[at + 1]?.folded
  if (namesNumber.has(before)) return true
  if (before === 'auf' && /^antworte?n?$/.test(all[at - 2]?.folded ?? '')) return true
  if (leadsToNumber.has(before)) return next === undefined || behindNumber.has(next)
  if (next !== undefined && !behindNumber.has(next)) return false
  return at === 0 ? next !== undefined : ledByOrder.test(before)
}
/** "mach die 17 zu", "gib 17 ans Schulamt". */
const ledByOrder =
  /^(die|der|den|dem|wieder|mal|bitte|mach|mache|gib|gebe|nimm|nehme|uebernehme|schliess|schliesse|zeig|zeige|oeffne|weise|leite|schick|schicke|stufe|ein|pack|packe|setz|setze)$/
const toSomeone = new Set(['an', 'ans', 'das', 'der', 'dem', 'den', 'die', 'zur', 'zum', 'bei', 'beim'])
/** "an die Vergabestelle und Pressestelle": the second one is named like the first. */
function isNamedTo({ functions }: Features, before: string): boolean {
  return toSomeone.has(before) || (functions.length > 0 && /^(und|oder|sowie)$/.test(before))
}
