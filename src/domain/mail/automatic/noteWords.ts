import { deputy, understanding, unread, urgent } from './noteSentences.ts'

/*
 * Notes of absence say the same things in the same words. A sentence with any other word may be what the letter was written
 * for ("… dann passt mir der Termin am 14.", "Ab 3. Juni ist Ben wieder da"), and then a person must read it. A word that is
 * missing here costs one Vorgang too many, a word too many may cost a letter.
 */

const german = `
ich wir sie ihnen mich mir uns sich man es dies diese dieser dieses diesem das der die den dem des ein eine einer einem einen
mein meine meiner meinem meinen unser unsere unserer unserem unseren ihr ihre ihrer ihrem ihren
bin ist sind war befinde befinden habe haben hat wird werde werden kann können ggf gegebenenfalls
nicht kein keine keinen leider auch nur erst sowie und oder aber daher deshalb bis ab vom von zum zur im in am an auf aus außer
ausser für nach während seit bei mit um wegen zu als wieder dann danach bereits voraussichtlich einschließlich inklusive inkl
einschl zwischen über derzeit zurzeit zeit momentan aktuell heute morgen gerade
büro haus hause dienst amt rathaus arbeitsplatz schreibtisch schule dienststelle verwaltung sekretariat vorzimmer geschäftsstelle
schulbüro gemeindebüro jugendamt schulamt abwesend abwesenheit anwesend anwesenheit erreichbar erreichen verfügbar einsatz da weg
unterwegs geschlossen besetzt geöffnet erkrankt krank krankheitsbedingt krankgeschrieben urlaub urlaubs elternzeit mutterschutz
sabbatical dienstreise dienstlich fortbildung konferenz tagung betriebsferien ferien feiertage feiertagen jahreswechsel nehme
nehmen teil
vielen herzlichen besten dank danke guten tag hallo moin sehr geehrte geehrter geehrten damen herren eltern liebe lieber absenderin absender nachricht nachrichten mail mails email emails e schreiben zuschrift
anfrage anfragen anliegen mitteilung postfach eingang eingegangen eingehende eingehenden lese lesen gelesen weitergeleitet
weiterleitung weiterzuleiten bearbeitet bearbeiten bearbeite bearbeitung beantwortet beantworten beantworte beantwortung
abgerufen automatisch automatische automatisierte automatischen antwort zugriff keinerlei eingeschränkt eingeschränkten
unregelmäßig sporadisch schnellstmöglich baldmöglichst umgehend zeitnah melde melden kümmere kümmern rückkehr zurück
zurückgekehrt kehre kehren zurückkehren verständnis geduld bitte bitten beachten
dringend dringende dringenden dringender dringendes eilige eiligen wichtige wichtigen unaufschiebbare unaufschiebbaren fall
fälle fällen notfall notfälle notfällen angelegenheit angelegenheiten wenden kontaktieren richten steht stehen hilft helfen gern
gerne weiter verfügung vertretung stellvertretung vertreterin stellvertreterin vertreter stellvertreter vertritt vertreten
übernimmt kollegin kollege kollegen kolleginnen kollegium team frau herr herrn persönlich telefonisch telefon tel telefonnummer
unter rufnummer nummer oben genannten wie gewohnt üblich gewohnten umfang uhr freundlichen freundliche grüßen grüße beste viele
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august september
oktober november dezember jan feb mrz apr jun jul aug sep sept okt nov dez woche wochen tag tage tagen monat ende anfang mitte
ersten nächsten kommenden jahr jahres neuen`
const english = `
i we you me us my our your it this that the a an am is are was be been will can have has do not no only again currently presently
out of office in away from until till through to on at for with and or but during since by after upon as soon possible when
leave holiday vacation annual parental maternity sick public business trip travelling traveling training conference unavailable available closed
thank thanks hello hi dear message messages mail e-mail email emails mails e inbox contacting writing limited access read
forwarded monitored reply respond response responding answer return returning returned back urgent urgently matters matter cases
case requests request issues enquiries inquiries emergency emergencies need assistance immediate please contact call phone
colleague colleagues deputy team week next monday tuesday wednesday thursday friday saturday sunday january february march april
may june july august september october november december st nd rd th first automatic automatically understanding patience kind
best regards i'm i’m i'll i’ll`
const known = new Set(`${german}${english}`.split(/\s+/u))
const knownShape = /^\p{L}*(?:urlaubs?|ferien|feiertag\p{L}{0,2})$|^(?:http|www)/u

/** Words of the telephone and of letters: only where it is said whom else to ask. */
const contact = new Set(
  'rufen anrufen senden schicken schreiben erhalten finden montags freitags bzw oder mobil adresse leitung leiterin leiter'.split(
    ' ',
  ),
)
const contactLine = /@|\btel(?:efon)?\b|\b(?:phone|mobil)\b|(?<!\d)0\d{2,5}[ /-]?\d{3}/iu

/** What the office is for. In no note of absence, not even in the name of a deputy's team. */
const matter =
  /(?:^|\P{L})(?:kind(?:er|es|ern)?|sohn|söhne|tochter|töchter|schüler\p{L}*|klassen?|\p{L}*assisten(?:z|t)\p{L}*|\p{L}*begleit\p{L}*|\p{L}*bescheid\p{L}*|\p{L}*termin\p{L}*|anträge\p{L}*|\p{L}*antrag\p{L}*|unterlagen|\p{L}*vertr(?:ag|äge)\p{L}*|\p{L}*formular\p{L}*|\p{L}*gespräch\p{L}*|rückruf\p{L}*|stunden\p{L}*|unterricht\p{L}*|frist\p{L}*|gutachten|oma|opa|mama|papa|son|daughter|child(?:ren)?|pupil\p{L}*|appointment|application)(?!\p{L})/iu

/** Whether a text names a matter of the office or of a family. */
export function namesMatter(text: string): boolean {
  return matter.test(text)
}

/** Whether a sentence (as `sentencesOf` cuts them) asks for something else than to be patient or to ask somebody else. */
export function asksForMore(sentence: string): boolean {
  if (
    !/\b(?:bitte|please|kindly)\b|\b(?:schicken|senden|geben|rufen|melden|organisieren|warten) sie\b/iu.test(
      sentence,
    )
  )
    return false
  if (/\b(?:mich|mir|me)\b/iu.test(sentence) && !deputy.test(sentence)) return true
  return ![urgent, unread, understanding, contactLine].some(pattern => pattern.test(sentence))
}

/** Whether a sentence has its place in a note of absence, by every one of its words. */
export function isNoteSentence(sentence: string): boolean {
  if (namesMatter(sentence) || asksForMore(sentence)) return false
  const words = sentence
    .replace(/\S{1,100}@\S+|https?:\S+/giu, ' ')
    .split(/[^\p{L}'’]+/u)
    .filter(word => word !== '')
  // The name below, when it has no closing formula above it.
  if (
    words.length <= 4 &&
    sentence.length < 40 &&
    words.every(word => /^\p{Lu}/u.test(word)) &&
    !/[.!?]$/u.test(sentence)
  )
    return true
  const names = [urgent, deputy, contactLine].some(pattern => pattern.test(sentence))
  return words.every((word, at) => {
    const lower = word.toLowerCase()
    if (known.has(lower) || knownShape.test(lower)) return true
    if (names) return contact.has(lower) || /^\p{Lu}/u.test(word)
    return /^(?:frau|herrn?)$/iu.test(words[at - 1] ?? '')
  })
}
