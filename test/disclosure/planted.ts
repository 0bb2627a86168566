import { flat } from '../../src/domain/disclosure/flat.ts'

/*
 * Letters of all kinds, each with invented names, numbers and diagnoses in every place that a letter has: names of senders,
 * subjects, text, tables, HTML, quotes, signatures, names of attachments. Every value is used once, so that a hit tells which
 * letter leaks. The letters are the same in every run.
 */

export interface PlantedMail {
  raw: string
  kind: string
  /** What must never leave the house. */
  planted: string[]
}

const beginnings =
  'Quas Bru Wiech Traut Hru Zier Pomm Oeld Krat Schmö Tewe Lüd Vos Ahr Glü Nies Pries Roll Stru Wöb Zwick Dre Fehr Gries Hölz'.split(
    ' ',
  )
const ends =
  'tenberg mannsen vetter bescher rolding ering hausky lewski borger nikow atschek ulewicz oğlu arenko idselm öntje'.split(
    ' ',
  )
const given =
  'Ksenia Thorben Yusuf Annegret Marlon Svetlana Leefke Dragan Philippa Onno Tuğçe Oluwaseun Szymon Mbali Chidi Aïcha Bjørn Dilnoza Ekaterina Fenna Ghazal Hauke Ioana Jörmund Kjellfrid Levke'.split(
    ' ',
  )
const ills =
  'Mukoviszidose|Tourette-Syndrom|Rett-Syndrom|Phenylketonurie|Zöliakie|Spina bifida|Angelman-Syndrom|Galaktosämie|Hämophilie|Marfan-Syndrom|Kleine-Levin-Syndrom|Prader-Willi-Syndrom|Neurofibromatose|Epidermolysis bullosa|Duchenne-Muskeldystrophie|Rasmussen-Enzephalitis'.split(
    '|',
  )
const streets =
  'Kastanienstieg Deichreihe Ochsenzollkamp Fuchsbauweg Krähentwiete Mühlendammredder Lerchenpfad Schlehenbogen'.split(
    ' ',
  )
const schools =
  'Fährhafenschule Mühlendammschule Kranichschule Rosengartenschule Moorblickschule Klaus-Störtebeker-Schule'.split(
    ' ',
  )

/** Another pick of a list for each letter, the same in every run. */
const pick = (list: readonly string[], i: number) => list[i % list.length]! // the index is inside

interface Person {
  name: string
  child: string
  ill: string
  street: string
  phone: string
  account: string
  address: string
  file: string
  fileNumber: string
  plate: string
  school: string
  born: string
}

/** Surnames are made of two parts and the number of the letter, so that each is one of a kind and no word of any text. */
function personOf(i: number): Person {
  const last = `${pick(beginnings, i)}${pick(ends, Math.floor(i / beginnings.length) + i)}`
  const number = String(1000 + i)
  return {
    name: `${pick(given, i)} ${last}`,
    child: pick(given, i + 11),
    ill: pick(ills, i),
    street: `${pick(streets, i)} ${100 + i}`,
    phone: `0151 77${number} ${10 + (i % 80)}`,
    account: `DE${10 + (i % 89)} 2001 0020 ${number} 5678 90`,
    address: `${flat(last).replace(/[^a-z]/g, 'x')}.${i}@privat.example`,
    file: `Befund_${last}_${i}.pdf`,
    fileNumber: `51.${i}/24-${last.slice(0, 3)}${number}`,
    plate: `PI-QX ${number}`,
    school: `${pick(schools, i)} ${i}`,
    born: `0${1 + (i % 9)}.1${i % 2}.201${i % 8}`,
  }
}

type Shape = (person: Person) => {
  subject: string
  body: string
  html?: boolean
  from?: string
  headers?: string
}

const questions = [
  'Wann beginnt die Klassenassistenz in Elmshorn?',
  'Wer bezahlt die Ausstattung der Räume in Pinneberg?',
  'Was unterscheidet die Klassenassistenz von der Schulbegleitung?',
]

const shapes: Record<string, Shape> = {
  'general question with signature': p => ({
    subject: `Frage von ${p.name}`,
    body: `Guten Tag,\n\n${questions[0]}\n\nMit freundlichen Grüßen\n${p.name}\n${p.street}\nTelefon ${p.phone}\n${p.address}`,
  }),
  'parents about their child': p => ({
    subject: `${p.child}, ${p.ill}`,
    body: `unser Sohn ${p.child} (geb. ${p.born}) geht in die Klasse 2b der ${p.school} und hat ${p.ill}. Seine Schulbegleitung ist krank.\nGruß ${p.name}`,
  }),
  'headmaster, general': p => ({
    subject: 'Zeitplan',
    body: `Sehr geehrte Frau ${p.child},\nals Schulleiterin der ${p.school} frage ich: ${questions[0]} Meine Durchwahl ist ${p.phone}.\n${p.name}, Rektorin`,
  }),
  'school authority with file number': p => ({
    subject: `Az. ${p.fileNumber}`,
    body: `Unser Zeichen: ${p.fileNumber}. ${questions[1]} Ansprechpartner ist Herr ${p.name}, ${p.phone}.`,
  }),
  press: p => ({
    subject: 'Presseanfrage',
    body: `für einen Artikel brauche ich bis Redaktionsschluss ein Interview. ${p.name}, Redaktion, ${p.phone}`,
  }),
  application: p => ({
    subject: `Bewerbung ${p.name}`,
    body: `ich bewerbe mich als Klassenassistenz, geboren am ${p.born}, wohnhaft ${p.street}. Mein Lebenslauf hängt an. ${p.name}`,
  }),
  'child in danger': p => ({
    subject: 'Hilfe',
    body: `${p.child} wird zu Hause geschlagen und hat überall blaue Flecken. ${p.name}, ${p.street}, ${p.phone}`,
  }),
  bidder: p => ({
    subject: 'Bieterfrage',
    body: `Wir planen einen Teilnahmeantrag für Los 2. Gelten die Eignungsnachweise auch für eine Bietergemeinschaft? ${p.name}, ${p.account}`,
  }),
  'access request': p => ({
    subject: 'Auskunft nach Art. 15 DSGVO',
    body: `ich verlange Auskunft nach Art. 15 DSGVO über meine Daten. ${p.name}, ${p.street}`,
  }),
  'application for help': p => ({
    subject: 'Antrag',
    body: `Hiermit beantrage ich für meine Tochter ${p.child} eine Schulbegleitung wegen ${p.ill}. ${p.name}`,
  }),
  'complaint in capitals': p => ({
    subject: `BESCHWERDE ${p.name}`.toUpperCase(),
    body: `ICH BESCHWERE MICH! FRAU ${p.name.toUpperCase()} ANTWORTET NICHT. WANN BEGINNT DIE KLASSENASSISTENZ IN WEDEL?`,
  }),
  'spaced letters': p => ({
    subject: 'Frage',
    body: `${questions[2]} Es geht um ${[...p.child].join(' ')}. ${p.name}`,
  }),
  'decomposed letters': p => ({
    subject: p.name.normalize('NFD'),
    body: `${questions[1]} Hier schreibt ${p.name.normalize('NFD')}, ${p.street.normalize('NFD')}`,
  }),
  HTML: p => ({
    subject: 'Frage',
    html: true,
    body: `<html><body><p>Guten Tag,</p><table><tr><td>${p.name}</td><td>${p.phone}</td></tr></table><p>${questions[0]}</p><p><b>${p.child}</b>, ${p.ill}</p></body></html>`,
  }),
  'table as text': p => ({
    subject: 'Liste',
    body: `| Name | Konto |\n| ${p.name} | ${p.account} |\n${questions[1]}`,
  }),
  'answer with quote': p => ({
    subject: `Re: ${p.child}`,
    body: `Danke, und ${questions[0]}\n\nAm 12.04.2024 schrieb ${p.name} <${p.address}>:\n> Diagnose ${p.ill}\n> ${p.street}`,
  }),
  forwarded: p => ({
    subject: `WG: ${p.name}`,
    body: `Zur Kenntnis.\n\n-----Ursprüngliche Nachricht-----\nVon: ${p.name} <${p.address}>\nGesendet: Montag, 8. April 2024 10:00\nAn: info@kreis.example\nBetreff: ${p.ill}\n\n${questions[2]} ${p.phone}`,
  }),
  'place that is a name': p => ({
    subject: 'Ort',
    body: `Wann beginnt die Klassenassistenz in ${p.name.split(' ').at(-1)}? ${p.street}, ${p.phone}`,
  }),
  councillor: p => ({
    subject: 'Anfrage der Fraktion',
    body: `Unsere Fraktion bittet um Auskunft zur Finanzierung für die Sitzung am 14. Mai. ${p.name}, Kreistagsabgeordneter, Kennzeichen ${p.plate}`,
  }),
  'automatic answer': p => ({
    subject: `Abwesend: ${p.name}`,
    headers: 'Auto-Submitted: auto-replied',
    body: `Ich bin nicht im Büro. In dringenden Fällen ${p.name}, ${p.phone}.`,
  }),
  'bank details': p => ({
    subject: 'Rechnung',
    body: `bitte überweisen Sie die Fahrtkosten auf ${p.account}, Kontoinhaber ${p.name}. ${questions[1]}`,
  }),
  'lower case': p => ({
    subject: p.name.toLowerCase(),
    body: `hallo ich bin ${p.name.toLowerCase()} und frage wann es in elmshorn losgeht mit der klassenassistenz. ${p.phone}`,
  }),
  'sender without a name': p => ({
    subject: '',
    from: p.address,
    body: `${questions[0]}\n-- \n${p.name}\n${p.street}`,
  }),
  'provider of help': p => ({
    subject: 'Leistungsvereinbarung',
    body: `als Träger der freien Jugendhilfe fragen wir: Werden unsere Mitarbeitenden übernommen? Stiftung ${p.name.split(' ').at(-1)}, ${p.phone}`,
  }),
}

/** As many letters as said, the kinds in turn. */
export function plantedMails(count: number): PlantedMail[] {
  const kinds = Object.keys(shapes)
  return Array.from({ length: count }, (_, i) => {
    const kind = pick(kinds, i)
    const person = personOf(i)
    const shape = shapes[kind]!(person) // a key of it
    return { kind, raw: rawOf(shape, person, i), planted: plantedIn(shape, person) }
  })
}

/**
 * What of a person stands in this letter, as it must not stand anywhere else. First names alone are no value of their own: many
 * share one.
 */
function plantedIn(shape: ReturnType<Shape>, person: Person): string[] {
  const everything = search(
    `${shape.from ?? person.name} ${person.address} ${person.file} ${shape.subject} ${shape.body}`,
  )
  const last = person.name.split(' ').at(-1)!
  const { name, ill, street, phone, account, address, file, fileNumber, plate, school, born } = person
  const values = [name, last, ill, street, phone, account, address, file, fileNumber, plate, school, born]
  return values.filter(each => everything.includes(search(each)))
}

/** Texts are compared so: nobody hides behind capitals, spaces, marks over letters or the way a platform escapes. */
export function search(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&(?:amp|lt|gt|quot|#39);|\\[nrt"\\]/g, ' ')
    .replace(/[\s\u00ad\u200b-\u200f*_~`]+/g, '')
}

function rawOf(shape: ReturnType<Shape>, person: Person, i: number): string {
  const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
  const from = shape.from ?? `${encoded(person.name)} <${person.address}>`
  return [
    `From: ${from}`,
    'To: klassenassistenz@kreis-pinneberg.de',
    `Subject: ${encoded(shape.subject)}`,
    `Date: Mon, 22 Apr 2024 08:${String(10 + (i % 50))}:00 +0200`,
    `Message-ID: <${i}@privat.example>`,
    ...(shape.headers ? [shape.headers] : []),
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="teil"',
    '',
    '--teil',
    `Content-Type: text/${shape.html ? 'html' : 'plain'}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(shape.body).toString('base64').replace(/.{76}/g, '$&\r\n'),
    '--teil',
    `Content-Type: application/pdf; name="${encoded(person.file)}"`,
    `Content-Disposition: attachment; filename="${encoded(person.file)}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('%PDF-1.4').toString('base64'),
    '--teil--',
    '',
  ].join('\r\n')
}
