import type { Profile } from '../../domain/programme/profile.ts'
import { tenderRuns } from '../../domain/programme/tenderPhase.ts'
import type { AcknowledgedTicket } from './acknowledgedTicket.ts'
import type { LetterPart } from './letterText.ts'

/** The paragraphs between salutation and emergency footer. `day` is the day of receipt, "22.04.2024". */
export function bodyOf(profile: Profile, ticket: AcknowledgedTicket, day: string): LetterPart[] {
  // K5: a letter with a hint at danger gets what any letter of its sender would get; the sender may be the child.
  if (ticket.dataClass !== 'kindeswohl') {
    if (isTender(ticket) && tenderRuns(profile)) return tenderLetter(profile, ticket)
    if (isTender(ticket) && profile.vergabe.phase === 'vorbereitung') return tenderPrepared(profile, ticket)
    if (ticket.dataClass === 'presse') return press(profile, ticket)
  }
  if (ticket.stakeholder === 'eltern') return parents(profile, ticket, day)
  if (ticket.dataClass === 'einzelfall' || ticket.dataClass === 'antrag_verdacht')
    return singleCase(profile, ticket, day)
  return standard(profile, ticket)
}

/** K5: the same footer under every letter. A number that the profile does not know leaves no gap. */
export function emergency(profile: Profile): LetterPart {
  const { telefon_asd: asd, telefon_bereitschaft: standby } = profile.notfall
  return [
    'Dieses Postfach wird nicht rund um die Uhr gelesen. Ist ein Kind in Gefahr?',
    ...(asd ? [` Rufen Sie bitte sofort das Jugendamt an: ${asd}.`] : []),
    ...(standby ? [` Außerhalb der Dienstzeit: ${standby}.`] : []),
    asd || standby ? ' Bei akuter Gefahr: 110.' : ' Rufen Sie bitte sofort die Polizei an: 110.',
  ]
}

function isTender({ bidderQuestion, dataClass }: AcknowledgedTicket): boolean {
  return bidderQuestion || dataClass === 'vergabe' || dataClass === 'angebot_anlage'
}

function standard(profile: Profile, { number }: AcknowledgedTicket): LetterPart[] {
  return [
    [
      `vielen Dank für Ihre Nachricht zum Vorhaben ${profile.name}. Sie ist bei uns eingegangen. Ihre Vorgangsnummer lautet ${number}.`,
    ],
    [`Wir prüfen Ihr Anliegen und melden uns bei Ihnen.${promise(profile)}`],
    ...information(profile, 'Allgemeine Informationen finden Sie hier:'),
    [noHealthData(profile)],
  ]
}

/** Einfache Sprache: short sentences, one thought each, no abbreviations (DIN 8581-1). */
function parents(profile: Profile, { number }: AcknowledgedTicket, day: string): LetterPart[] {
  const { fachdienst } = profile
  const phone = fachdienst?.telefon ? ` Die Telefonnummer ist ${fachdienst.telefon}.` : ''
  return [
    [`Ihre E-Mail ist am ${day} angekommen. Die Nummer ist ${number}.`],
    [`Ein Mensch liest Ihre E-Mail und antwortet Ihnen.${promise(profile)}`],
    ...(fachdienst ? [[`Es geht um Ihr Kind? Dann hilft Ihnen: ${fachdienst.name}.${phone}`]] : []),
    ['Bitte schicken Sie keine ärztlichen Unterlagen per E-Mail.'],
    ...information(profile, 'Allgemeine Informationen finden Sie hier:'),
  ]
}

/** D18, D19: the day of receipt is fixed, nothing is said about form or time limit. */
function singleCase(profile: Profile, { number }: AcknowledgedTicket, day: string): LetterPart[] {
  const { fachdienst } = profile
  const phone = fachdienst?.telefon ? `, Telefon ${fachdienst.telefon}` : ''
  const whither = fachdienst
    ? `Fragen zu einzelnen Kindern beantwortet: ${fachdienst.name}${phone}. Wir geben Ihre Nachricht dorthin ab.`
    : 'Wir geben Ihre Nachricht an die zuständige Stelle ab.'
  return [
    [`vielen Dank für Ihre Nachricht. Ihre Vorgangsnummer lautet ${number}.`],
    [`${whither} Eingang bei uns: ${day}.`],
    ['Diese Bestätigung sagt nichts darüber, ob eine Form oder eine Frist eingehalten ist.'],
    [noHealthData(profile)],
  ]
}

function press(profile: Profile, { number }: AcknowledgedTicket): LetterPart[] {
  const office = profile.pressestelle
  const where = office ? `: ${office.kontakt ? `${office.name}, ${office.kontakt}` : office.name}` : ''
  return [
    [`vielen Dank für Ihre Nachricht. Ihre Vorgangsnummer lautet ${number}.`],
    [`Ihre Anfrage geben wir an die Pressestelle weiter${where}.`],
  ]
}

/** §§ 9, 17 Abs. 13 VgV, § 97 Abs. 2 GWB: the same for everybody, no substance, no promise, no date. */
function tenderLetter(profile: Profile, { number }: AcknowledgedTicket): LetterPart[] {
  const { plattform } = profile.vergabe
  const where = `Auskünfte zum laufenden Vergabeverfahren „${profile.name}“ erteilt ausschließlich die Vergabestelle über die in der Bekanntmachung genannte Vergabeplattform${plattform ? ':' : '.'}`
  return [
    [`Ihre Nachricht ist unter der Vorgangsnummer ${number} eingegangen.`],
    [where, ...(plattform ? [{ link: plattform }] : [])],
    [
      'Bitte stellen Sie Ihre Frage dort. Fragen und Antworten werden allen Unternehmen gleichzeitig und ohne Nennung der fragenden Stelle bereitgestellt.',
    ],
    [nothingSubmitted],
  ]
}

/** § 7 VgV, § 97 Abs. 2 GWB: before the notice nobody learns more than the public. */
function tenderPrepared(profile: Profile, { number }: AcknowledgedTicket): LetterPart[] {
  return [
    [`Ihre Nachricht ist unter der Vorgangsnummer ${number} eingegangen.`],
    [
      'Auskünfte zu einem Vergabeverfahren erteilt ausschließlich die Vergabestelle. Bitte achten Sie auf die öffentliche Bekanntmachung. Vorab können wir keine Auskunft geben.',
    ],
    ...information(profile, 'Allgemeine Informationen zum Vorhaben finden Sie hier:'),
    [nothingSubmitted],
  ]
}

const nothingSubmitted =
  'Teilnahmeanträge und Angebote können hier nicht entgegengenommen werden; diese E-Mail wahrt keine Frist.'

/** Nothing when the profile names no page. */
function information({ links }: Profile, sentence: string): LetterPart[] {
  return links.information ? [[sentence, { link: links.information }]] : []
}

function noHealthData(profile: Profile): string {
  const { fachdienst } = profile
  const safe = fachdienst?.telefon
    ? ` Einen sicheren Weg nennt Ihnen: ${fachdienst.name}, Telefon ${fachdienst.telefon}.`
    : ''
  return `Bitte senden Sie uns keine Gesundheitsdaten oder Berichte per E-Mail.${safe}`
}

/** Only what the profile promises. */
function promise(profile: Profile): string {
  const days = profile.antwort_in_arbeitstagen
  if (days === null) return ''
  return ` In der Regel antworten wir innerhalb von ${days === 1 ? 'einem Arbeitstag' : `${days} Arbeitstagen`}.`
}
