import { describe, expect, test } from 'vitest'
import { readProfile } from '../../../src/domain/programme/readProfile.ts'
import { processorTime } from '../../peers/processorTime.ts'
import { pinneberg, pinnebergYaml } from './pinneberg.ts'

/** The faults of the shipped profile after one change. */
function faultsAfter(from: string, to: string): string[] {
  expect(pinnebergYaml).toContain(from)
  const read = readProfile(pinnebergYaml.replace(from, to), 'pinneberg.yaml')
  return 'faults' in read ? read.faults : []
}

/** Line of the first place where `text` stands, counted from 1. */
function lineOf(text: string): number {
  return pinnebergYaml.slice(0, pinnebergYaml.indexOf(text)).split('\n').length
}

describe('the shipped profile of Kreis Pinneberg', () => {
  const { profile } = pinneberg()

  test('knows all 49 towns and municipalities, 38 of them in an Amt', () => {
    expect(profile.orte).toHaveLength(49)
    expect(profile.orte.filter(each => each.art === 'Stadt')).toHaveLength(8)
    const offices = Object.groupBy(
      profile.orte.filter(each => each.amt),
      each => each.amt!,
    )
    expect(
      Object.fromEntries(Object.entries(offices).map(([name, places]) => [name, places!.length])),
    ).toEqual({
      'Amt Elmshorn-Land': 7,
      'Amt Geest und Marsch Südholstein': 10,
      'Amt Hörnerkirchen': 4,
      'Amt Pinnau': 7,
      'Amt Rantzau': 10,
    })
  })

  test('holds the eleven milestones, and the start that moved by a year with its reason', () => {
    expect(profile.meilensteine.map(each => each.id)).toEqual([
      'M1',
      'M2',
      'M3',
      'M4',
      'M5',
      'M6',
      'M7',
      'M8',
      'M9',
      'M10',
      'M11',
    ])
    const start = profile.meilensteine.find(each => each.id === 'M5')!
    expect(start.jetzt?.wann).toBe('2025-08-01')
    expect(start.verschiebungen[0]?.von.wann).toBe('2024-08-01')
    expect(start.verschiebungen[0]?.grund).toContain('Ausschreibung')
  })

  test('names functions, never the person who signed the letter', () => {
    expect(pinnebergYaml).not.toMatch(/Timmermann|Christiane/)
  })

  test('promises citizens nothing that the letter does not promise', () => {
    expect(profile.antwort_in_arbeitstagen).toBeNull()
    expect(profile.wiedervorlage_arbeitstage).toBe(5)
  })

  test('gives a source with every milestone, event and organisation', () => {
    for (const each of [...profile.meilensteine, ...profile.ereignisse, ...profile.verzeichnis])
      expect(each.quelle).not.toBe('')
  })
})

describe('a fault is said in German with file and line', () => {
  test.each([
    [
      'an unknown key',
      'traeger: Kreis Pinneberg',
      'traegr: Kreis Pinneberg',
      'traeger: Kreis',
      '„traegr“ kenne ich nicht. Meinten Sie „traeger“?',
    ],
    [
      'an unknown key deep inside',
      '  phase: vorbereitung',
      '  phse: vorbereitung',
      '  phase: vorbereitung',
      '„phse“ kenne ich nicht. Meinten Sie „phase“?',
    ],
    [
      'a wrong choice',
      'land: SH',
      'land: SHH',
      'land: SH',
      '„land“ („SHH“) hat einen Wert, den ich nicht kenne. Meinten Sie „SH“?',
    ],
    [
      'a day that does not exist',
      'stand: "2024-03-22"',
      'stand: "2024-02-30"',
      'stand: "2024',
      '„stand“ („2024-02-30“) ist kein Datum wie 2024-03-22.',
    ],
    [
      'a telephone number without quotes',
      'telefon_asd: null',
      'telefon_asd: 04121123',
      'telefon_asd: null',
      '„telefon_asd“ muss in Anführungszeichen stehen, sonst wird es als Zahl gelesen.',
    ],
    [
      'a place that is not in the list',
      'orte: [Elmshorn, Pinneberg',
      'orte: [Elmshron, Pinneberg',
      'orte: [Elmshorn, Pinneberg',
      '„Elmshron“ steht nicht in „orte“. Meinten Sie „Elmshorn“?',
    ],
    [
      'a milestone that waits for an unknown one',
      'haengt_ab_von: [M4]',
      'haengt_ab_von: [M44]',
      'haengt_ab_von: [M4]',
      '„M44“ steht nicht in „meilensteine“.',
    ],
    [
      'a channel for an unknown kind',
      '  schule: schulen',
      '  schulen: schulen',
      '  schule: schulen',
      '„schulen“ steht nicht in „Arten von Absendern“. Meinten Sie „schule“?',
    ],
    [
      'an empty value',
      'name: Klassenassistenz\n',
      'name:\n',
      'name: Klassenassistenz\n',
      '„name“ ist leer. Erwartet wird Text.',
    ],
    ['a tabulator', '  telefon_asd: null', '\ttelefon_asd: null', '  telefon_asd: null', 'Tabulator'],
    ['a key given twice', 'land: SH', 'land: SH\nland: NI', 'land: SH', 'schon einmal'],
  ])('%s', (_, from, to, at, sentence) => {
    const faults = faultsAfter(from, to)
    const wanted = faults.find(fault => fault.includes(sentence))
    expect(faults.join('\n')).toContain(sentence)
    const line = Number(/Zeile (\d+)/.exec(wanted!)?.[1])
    // A second key of the same name stands on the line below.
    expect([lineOf(at), lineOf(at) + 1]).toContain(line)
    expect(wanted).toMatch(/^pinneberg\.yaml, Zeile \d+: /)
  })

  test('something missing is said at the block that misses it', () => {
    expect(faultsAfter('nummern_praefix: KA\n', '').join()).toContain('„nummern_praefix“ fehlt.')
  })

  test('milestones that wait for each other are named in their circle', () => {
    expect(faultsAfter('    haengt_ab_von: [M1]', '    haengt_ab_von: [M3]').join()).toContain(
      'Die Meilensteine warten aufeinander: M2 → M3 → M2.',
    )
  })

  test('a place in two regions is refused', () => {
    expect(faultsAfter('    orte: []', '    orte: [Elmshorn]').join()).toContain(
      '„Elmshorn“ gehört schon zu Region 1.',
    )
  })

  test('several faults come at once, in the order of the file', () => {
    const read = readProfile(
      pinnebergYaml.replace('land: SH', 'land: XX').replace('  phase: vorbereitung', '  phase: irgendwann'),
      'p.yaml',
    )
    const lines = 'faults' in read ? read.faults.map(fault => Number(/Zeile (\d+)/.exec(fault)![1])) : []
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBeLessThan(lines[1]!)
  })
})

describe('what could hurt the program is not taken', () => {
  test('aliases, of which a few lines unfold to gigabytes', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[i]}`).join(',')}]`)
      .join('\n')}`
    const took = processorTime()
    const read = readProfile(bomb, 'bombe.yaml')
    expect('faults' in read && read.faults[0]).toBe(
      'bombe.yaml, Zeile 2: Verweise (*Name) werden nicht gelesen. Bitte die Angabe ausschreiben.',
    )
    expect(took()).toBeLessThan(3_000)
  })

  test('keys that reach into every object', () => {
    const read = readProfile(`${pinnebergYaml}\n__proto__:\n  verseucht: true\n`, 'p.yaml')
    expect('faults' in read && read.faults.join()).toContain('„__proto__“ ist als Schlüssel nicht erlaubt.')
    expect(({} as { verseucht?: boolean }).verseucht).toBeUndefined()
  })

  test.each([
    ['an empty file', ''],
    ['a list', '- a\n- b'],
    ['plain text', 'hallo'],
    ['a tag', 'profil: !!js/function "x"'],
    ['two documents', 'profil: a\n---\nprofil: b'],
    ['a broken quote', 'profil: "pinneberg\nname: x'],
    ['zero bytes', '\u0000\u0000'],
    ['more than a megabyte', 'x'.repeat(1_000_001)],
  ])('%s is one German sentence, never a crash', (_, text) => {
    const read = readProfile(text, 'p.yaml')
    expect('faults' in read && read.faults.length).toBeGreaterThan(0)
    expect('faults' in read && read.faults[0]).toMatch(/^p\.yaml(, Zeile \d+)?: .+[.?]$/)
  })
})
