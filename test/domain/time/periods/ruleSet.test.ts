import { describe, expect, test } from 'vitest'
import { periodsOf } from '../../../../src/domain/time/periods/periodsOf.ts'
import { readCase } from '../../../../src/domain/time/periods/readCase.ts'
import { type RuleSet, readRuleSet } from '../../../../src/domain/time/periods/ruleSet.ts'
import { outcome, rules, typed } from './counted.ts'

function law(from: string, days: number): RuleSet {
  const read = readRuleSet(
    `regelwerk: vgv
name: VgV
gueltig_ab: ${from}
quelle: erfunden
regime: [EU_VgV_sozial]
zaehlung: vo_1182_71
fristen:
  - schluessel: teilnahmefrist_min_ende
    art: mindestfrist
    bezeichnung: Teilnahmefrist
    ereignis: auftragsbekanntmachung_abgesendet
    dauer: ${days} Tage
    quelle: § 17 Abs. 2 VgV
  - schluessel: vergabebekanntmachung_spaetestens
    art: hoechstfrist
    bezeichnung: Vergabebekanntmachung
    ereignis: zuschlag_am
    dauer: ${days} Tage
    quelle: § 39 Abs. 1 VgV
`,
    'neu.yaml',
  )
  if ('faults' in read) throw new Error(read.faults.join())
  return read.data
}

describe('a new law', () => {
  const sets = [law('2027-01-01', 21), ...rules]
  const ends = (inputs: Record<string, string>) => {
    const read = readCase(typed(inputs), sets)
    if ('problem' in read) throw new Error(read.problem)
    return Object.fromEntries(periodsOf(read.case, sets).map(each => [each.key, outcome(each)]))
  }

  test('is one file more, and counts from its day on', () => {
    expect(ends({ auftragsbekanntmachung_abgesendet: '2026-12-31' })).toMatchObject({
      teilnahmefrist_min_ende: '2027-02-01',
    })
    expect(ends({ auftragsbekanntmachung_abgesendet: '2027-01-01' })).toMatchObject({
      teilnahmefrist_min_ende: '2027-01-22',
    })
  })

  test('counts for those of several days of dispatch that lie after it, and for no other', () => {
    const read = readCase(typed({ auftragsbekanntmachung_abgesendet: ['2026-12-31', '2027-01-01'] }), sets)
    const found = 'case' in read ? periodsOf(read.case, sets) : []
    expect(found.map(each => [each.key, outcome(each), each.law])).toEqual(
      expect.arrayContaining([
        ['teilnahmefrist_min_ende_bei_absendung_2026-12-31', '2027-02-01', 'VgV, Fassung ab 18.04.2016'],
        ['teilnahmefrist_min_ende_bei_absendung_2027-01-01', '2027-01-22', 'VgV, Fassung ab 01.01.2027'],
      ]),
    )
    // The law from 2027 of this test knows no urgent period.
    expect(
      found.map(each => each.key).filter(each => each.startsWith('teilnahmefrist_min_ende_dringlich')),
    ).toEqual(['teilnahmefrist_min_ende_dringlich_bei_absendung_2026-12-31'])
  })

  test('does not reach a procedure that began before it (§ 186 Abs. 2 GWB)', () => {
    const both = { auftragsbekanntmachung_abgesendet: '2026-12-31', zuschlag_am: '2027-05-03' }
    expect(ends(both)).toMatchObject({ vergabebekanntmachung_spaetestens: '2027-06-02' })
    expect(ends({ zuschlag_am: '2027-05-03' })).toMatchObject({
      vergabebekanntmachung_spaetestens: '2027-05-24',
    })
  })
})

describe('a file with mistakes', () => {
  const faults = (text: string) => {
    const read = readRuleSet(text, 'vgv.yaml')
    return 'faults' in read ? read.faults : []
  }

  test('names each with its line', () => {
    const text = `regelwerk: vgv
name: VgV
gueltig_ab: 2024-02-30
quelle: erfunden
regime: [EU_VGV]
zaehlung: vo_1182_71
fristen:
  - schluessel: teilnahmefrist_min_ende
    art: mindestfrist
    bezeichnung: Teilnahmefrist
    ereignis: auftragsbekanntmachung_abgesendet
    dauer: dreißig Tage
`
    expect(faults(text)).toEqual([
      'vgv.yaml, Zeile 3: „gueltig_ab“ („2024-02-30“) ist kein Datum wie 2024-03-22.',
      'vgv.yaml, Zeile 5: „regime“ („EU_VGV“) hat einen Wert, den ich nicht kenne. Meinten Sie „EU_VgV“?',
      'vgv.yaml, Zeile 8: „quelle“ fehlt.',
      'vgv.yaml, Zeile 12: „dauer“ („dreißig Tage“) ist keine Dauer. Möglich sind: 30 Tage, 5 Wochen, 6 Monate, 3 Jahre, 48 Stunden.',
    ])
    expect(faults('')).toEqual([
      'vgv.yaml, Zeile 1: Die Datei enthält kein Regelwerk. Erwartet werden Zeilen wie „regelwerk: vgv“.',
    ])
  })

  test('the lengths of the law are understood as they are written', () => {
    for (const length of ['1 Tag', '30 Tage', '5 Wochen', '6 Monate', '3 Jahre', '48 Stunden'])
      expect(faults(`dauer: ${length}`).join()).not.toContain('Dauer')
  })
})
