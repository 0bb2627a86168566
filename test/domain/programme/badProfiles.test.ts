import { describe, expect, test } from 'vitest'
import { readProfile } from '../../../src/domain/programme/readProfile.ts'
import { profileYaml } from './profiles.ts'

const good = profileYaml('verden')

/** The faults after one piece of the profile was replaced, each with the text of its line. */
function faultsAfter(from: string, to: string): { sentence: string; line: string }[] {
  expect(good).toContain(from)
  const changed = good.replace(from, to)
  const read = readProfile(changed, 'verden.yaml')
  return ('faults' in read ? read.faults : []).map(fault => {
    const [, line, sentence] = /^verden\.yaml, Zeile (\d+): (.*)$/s.exec(fault)!
    return { sentence: sentence!, line: changed.split('\n')[Number(line) - 1]!.trim() }
  })
}

describe('each mistake is one clear sentence at its line', () => {
  test.each([
    [
      'a Land that does not exist',
      'land: NI',
      'land: NX',
      'land: NX',
      /^„land“ \(„NX“\) hat einen Wert, den ich nicht kenne\./,
    ],
    [
      'a day that no calendar has',
      'termin: { am: 2020-03-16 }',
      'termin: { am: 2020-02-30 }',
      'termin: { am: 2020-02-30 }',
      /^„am“ \(„2020-02-30“\) ist kein Zeitpunkt\./,
    ],
    [
      'a mistyped key of a date',
      'termin: { am: 2020-03-16 }',
      'termin: { amm: 2020-03-16 }',
      'termin: { amm: 2020-03-16 }',
      /^„amm“ kenne ich nicht\. Meinten Sie „am“\?$/,
    ],
    [
      'a date without its block',
      'termin: { am: 2020-03-16 }',
      'termin: 2020-03-16',
      'termin: 2020-03-16',
      /^„termin“ braucht eine Angabe mit einem dieser Schlüssel: am, /,
    ],
    [
      'two distances at once',
      '{ vor: sitzung, tage: 3 }',
      '{ vor: sitzung, tage: 3, wochen: 1 }',
      /wochen: 1/,
      /^„termin“ braucht genau eine Angabe: tage, /,
    ],
    [
      'a date counted from a step that is not there',
      '{ vor: sitzung, tage: 3 }',
      '{ vor: sitzng, tage: 3 }',
      /sitzng/,
      /^„sitzng“ ist weder ein Schritt dieses Ablaufs noch beginn/,
    ],
    [
      'a mistyped beginning',
      'beginnt: auf_befehl',
      'beginnt: aufbefehl',
      'beginnt: aufbefehl',
      /Meinten Sie „auf_befehl“\?$/,
    ],
    [
      'steps that wait for each other',
      'id: S1\n        titel: Sondierungsgespräch der freien Träger mit dem öffentlichen Träger',
      'id: S1\n        nach: [S4]\n        titel: Sondierungsgespräch',
      '- id: S1',
      /^Diese Schritte warten im Kreis aufeinander: S1 → S4 → S1\.$/,
    ],
    [
      'a region that is not there',
      'vorlauf: [7, 3]\n        quelle: "Schreiben vom 10.03.2020: „Da die UA',
      'regionen: [nord]\n        quelle: "Schreiben vom 10.03.2020: „Da die UA',
      'regionen: [nord]',
      /^Die Region „nord“ gibt es nicht\.$/,
    ],
    [
      'an Ablauf named twice',
      'id: modellauswertung',
      'id: modellstandort',
      '- id: modellstandort',
      /^Der Ablauf „modellstandort“ steht schon weiter oben/,
    ],
    [
      'an Ablauf with a name of the program itself',
      'id: finanzierungsweg',
      'id: matrix',
      '- id: matrix',
      /ist dem Programm vorbehalten/,
    ],
    [
      'a body named twice',
      '- id: steuerungsgruppe\n    name: Steuerungsgruppe\n    aufgabe',
      '- id: ua_ressourcenplanung\n    name: Steuerungsgruppe\n    aufgabe',
      '- id: ua_ressourcenplanung',
      /^„ua_ressourcenplanung“ steht in „gremien“ schon einmal\.$/,
    ],
    [
      'a gate to an Ablauf that is not there',
      'nach: [S2]',
      'tor: { braucht: "kooperation:K9", wirkung: sperren }',
      /kooperation:K9/,
      /^Den Ablauf „kooperation“ gibt es nicht\.$/,
    ],
    [
      'a gate to a step that is not there',
      'nach: [S2]',
      'tor: { braucht: "meilensteine:V9", wirkung: sperren }',
      /meilensteine:V9/,
      /^Den Schritt „V9“ hat der Ablauf „meilensteine“ nicht\.$/,
    ],
    [
      'a role that nobody has',
      'wer: interessierte_traeger',
      'wer: interesierte_traeger',
      'wer: interesierte_traeger',
      /^„interesierte_traeger“ steht nicht unter beteiligte\.$/,
    ],
  ])('%s', (_, from, to, line, sentence) => {
    const [first, ...more] = faultsAfter(from, to)
    expect(first?.sentence).toMatch(sentence)
    expect(first?.line).toMatch(
      line instanceof RegExp ? line : new RegExp(`^${line.replace(/[[\](){}.]/g, '\\$&')}`),
    )
    expect(more).toEqual([])
  })
})

test('a mistyped key does not hide what leads nowhere elsewhere: all is said at once', () => {
  const faults = faultsAfter('nach: [S2]', 'nach: [S99]\n        weihc: true').map(each => each.sentence)
  expect(faults).toEqual([
    'Den Schritt „S99“ gibt es in diesem Ablauf nicht.',
    '„weihc“ kenne ich nicht. Meinten Sie „weich“?',
  ])
})

test('a mistyped block is one fault, not one for each name that seems to lead nowhere', () => {
  expect(faultsAfter('\nbeteiligte:\n', '\nbeteiligten:\n').map(each => each.sentence)).toEqual([
    '„beteiligte“ fehlt.',
    '„beteiligten“ kenne ich nicht. Meinten Sie „beteiligte“?',
  ])
  expect(faultsAfter('\ngremien:\n', '\ngremein:\n').map(each => each.sentence)).toEqual([
    '„gremein“ kenne ich nicht. Meinten Sie „gremien“?',
  ])
})

test('an Ablauf without end is refused before anything is reckoned with it', () => {
  const step = (n: number) => `      - { id: X${n}, titel: Schritt, quelle: erfunden, nach: [X${n + 1}] }\n`
  const chain = Array.from({ length: 7000 }, (_, n) => step(n)).join('')
  const head =
    'ablaeufe:\n  - id: kette\n    name: Kette\n    art: checkliste\n    quelle: erfunden\n    schritte:\n'
  expect(faultsAfter('ablaeufe:\n', head + chain).map(each => each.sentence)).toContain(
    '„schritte“ hat höchstens 500 Einträge.',
  )
})
