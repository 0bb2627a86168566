import { readFileSync } from 'node:fs'

export interface PlantedLetter {
  id: string
  from_name: string
  from_address: string
  subject: string
  text: string
  /** What must never leave the house. */
  planted: string[]
}

const first = [
  'Ksenia',
  'Thorben',
  'Yusuf',
  'Annegret',
  'Marlon',
  'Svetlana',
  'Leefke',
  'Dragan',
  'Philippa',
  'Onno',
]
const last = [
  'Quastenberg',
  'Brüggmann',
  'Özyurt',
  'Wiechmannsen',
  'Trautvetter',
  'Lindenhain',
  'Hrubesch',
  'Zierold',
  'Pommerening',
]
const ills = [
  'Mukoviszidose',
  'Tourette-Syndrom',
  'Rett-Syndrom',
  'Phenylketonurie',
  'Zöliakie',
  'Spina bifida',
  'Angelman-Syndrom',
]
const schools = ['Fährhafenschule', 'Mühlendammschule', 'Kranichschule', 'Rosengartenschule']
const streets = ['Kastanienstieg', 'Deichreihe', 'Ochsenzoller Kamp', 'Fuchsbau']

/** The letters written for development, each stuffed with invented personal details in every place it has. */
export function plantedLetters(): PlantedLetter[] {
  const url = new URL('../../training/first-letters.jsonl', import.meta.url)
  return readFileSync(url, 'utf8')
    .trim()
    .split('\n')
    .map((line, i) =>
      plant(JSON.parse(line) as { id: string; subject: string; body: string; from_address: string }, i),
    )
}

function plant(
  letter: { id: string; subject: string; body: string; from_address: string },
  i: number,
): PlantedLetter {
  const pick = (list: string[], by: number) => list[(i * by + 3) % list.length]! // the index is always inside
  const name = `${pick(first, 7)} ${pick(last, 5)}`
  const child = pick(first, 3)
  const ill = pick(ills, 4)
  const school = pick(schools, 5)
  const schoolClass = `${(i % 4) + 1}${'abcd'[i % 4]}-${i}`
  const street = `${pick(streets, 3)} ${100 + i}`
  const account = `DE${String(10 + (i % 89))} 2001 0020 ${String(1000 + i)} 5678 90`
  const phone = `0151 ${String(2345000 + i * 7)}`
  const address = `${pick(last, 5)
    .toLowerCase()
    .replace(/[^a-z]/g, 'x')}.${i}@privat.example`
  const file = `Befund_${child}_${i}.pdf`
  return {
    id: letter.id,
    from_name: name,
    from_address: i % 2 === 0 ? address : letter.from_address,
    subject: `${letter.subject} – ${child} ${pick(last, 5)}, ${ill}`,
    text: `${letter.body}\n\nEs geht um ${child}, Klasse ${schoolClass} der ${school}, Diagnose ${ill}. Siehe ${file}.\n${name}\n${street}\nTelefon ${phone}\nIBAN ${account}\n${address}`,
    planted: [name, child, pick(last, 5), ill, school, schoolClass, street, phone, account, address, file],
  }
}
