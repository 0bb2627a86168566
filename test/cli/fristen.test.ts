import { PassThrough, Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { procedureRules } from '../../src/build/ruleSets.ts'
import { periodLines } from '../../src/cli/fristen.ts'

async function run(lines: (object | string)[]) {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const texts = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line)))
  const stdin = Readable.from([`${texts.join('\n')}\n`])
  const status = await periodLines(procedureRules(), { stdin, stdout, stderr })
  const results = String(stdout.read() ?? '')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
  return { status, results, errors: String(stderr.read() ?? '') }
}

const asked = {
  id: 'a',
  land: 'SH',
  regime: 'EU_VgV_sozial',
  procedure: 'verhandlungsverfahren_mit_tnw',
  inputs: { auftragsbekanntmachung_abgesendet: '2024-04-19' },
}

test('a period has the fields of the contract', async () => {
  const { status, results } = await run([asked])
  expect(status).toBe(0)
  expect(Object.keys(results[0])).toEqual(['id', 'periods'])
  expect(results[0].periods[0]).toEqual({
    key: 'teilnahmefrist_min_ende',
    norm: '§ 17 Abs. 2 VgV',
    unrolled: '2024-05-19',
    date: '2024-05-21',
    weekday: 'Di',
    shifted: true,
    certainty: 'settled',
    why: expect.stringContaining('der 30. Tag ist So 19.05.2024'),
  })
})

test('a moment has its offset, a figure no day', async () => {
  const inputs = {
    eingangsbestaetigung_amt_fuer_veroeffentlichungen: '2025-03-29T10:15:00+01:00',
    information_134_abgesendet: '2025-04-10',
    versandweg: 'elektronisch',
  }
  const { results } = await run([{ ...asked, inputs }])
  const by = (key: string) => results[0].periods.find((each: { key: string }) => each.key === key)
  expect(by('nationale_bekanntmachung_fruehestens')).toMatchObject({
    datetime: '2025-03-31T11:15:00+02:00',
    unrolled: '2025-03-31T11:15:00+02:00',
    weekday: 'Mo',
    shifted: false,
  })
  expect(by('arbeitstage_in_wartefrist')).toMatchObject({
    value: 5,
    unrolled: null,
    weekday: null,
    shifted: false,
  })
})

test('a line that cannot be is named in its answer and on standard error, the others go on', async () => {
  const { status, results, errors } = await run([
    { ...asked, id: 1 },
    '{kaputt',
    { ...asked, id: 2, inputs: { zuschlag_am: '2024-02-30' } },
    { ...asked, id: 3, land: 'XX' },
    { land: 'SH' },
    {
      ...asked,
      id: 4,
      regime: 'UVgO',
      procedure: 'direktauftrag',
      inputs: { verstoss_erkannt_am: '2024-04-19' },
    },
  ])
  expect(status).toBe(1)
  expect(results.map(each => [each.id, each.error ?? each.periods.length > 0])).toEqual([
    [1, true],
    [2, '„zuschlag_am“: Den 30.02.2024 gibt es nicht.'],
    [3, expect.stringMatching(/^Das Land „XX“ kenne ich nicht\./)],
    [4, false],
  ])
  expect(results[3].hinweise).toEqual([
    'Aus „verstoss_erkannt_am“ folgt im Verfahren direktauftrag (UVgO) keine Frist.',
  ])
  expect(errors.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^Zeile 2: Erwartet wird/),
    'Zeile 3: „zuschlag_am“: Den 30.02.2024 gibt es nicht.',
    expect.stringMatching(/^Zeile 4: Das Land/),
    expect.stringMatching(/^Zeile 5: Erwartet wird/),
  ])
})

test('a name that is not known is told, and what hangs on the others is counted', async () => {
  const inputs = { zuschlag_am: '2024-04-19', versantweg: 'fax', 'a\nb': 1 }
  const { status, results, errors } = await run([
    { ...asked, id: 1, inputs },
    { ...asked, id: 2, inputs: { zuschlag: '2024-04-19' } },
  ])
  expect(status).toBe(1)
  expect(results[0].periods.map((each: { key: string }) => each.key)).toContain(
    'vergabebekanntmachung_spaetestens',
  )
  expect(results[0].hinweise).toEqual([
    'Die Angabe „versantweg“ kenne ich nicht. Meinten Sie „versandweg“?',
    'Die Angabe „a\ufffdb“ kenne ich nicht.',
  ])
  expect(results[1]).toEqual({
    id: 2,
    error: 'Die Angabe „zuschlag“ kenne ich nicht. Meinten Sie „zuschlag_am“?',
  })
  expect(errors.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^Zeile 1: .*„versantweg“/),
    expect.stringMatching(/^Zeile 2: .*„zuschlag“/),
  ])
})

test('a line without inputs is answered under its id', async () => {
  const { results } = await run([
    { ...asked, id: 'leer', inputs: undefined },
    { ...asked, id: 'ohne Land', land: undefined },
  ])
  expect(results).toEqual([
    { id: 'leer', error: expect.stringMatching(/^„inputs“ fehlt\./) },
    { id: 'ohne Land', error: expect.stringMatching(/^Land fehlt\./) },
  ])
})

test('a contract in the standstill is named, and its periods are counted all the same', async () => {
  const notes = async (vertrag_geschlossen: string) => {
    const inputs = {
      information_134_abgesendet: '2024-06-05',
      versandweg: 'elektronisch',
      vertrag_geschlossen,
    }
    const { status, results } = await run([{ ...asked, inputs }])
    expect(status).toBe(0)
    expect(results[0].periods.map((each: { key: string }) => each.key)).toContain(
      'unwirksamkeit_hoechstens_6_monate',
    )
    return results[0].hinweise
  }
  // Ten days end on Saturday, 15.06.2024.
  expect(await notes('2024-06-14')).toEqual([
    expect.stringMatching(/vor dem Ende der Wartefrist.*So 16\.06\.2024/),
  ])
  expect(await notes('2024-06-17')).toEqual([expect.stringMatching(/vorsichtig gerechnet.*Di 18\.06\.2024/)])
  expect(await notes('2024-06-18')).toBeUndefined()
})

test('an award before the end of the tender period is named, on its day it is not', async () => {
  const notes = async (zuschlag_am: string) => {
    const inputs = { angebotsfrist_ende: '2024-06-12T12:00', zuschlag_am }
    return (await run([{ ...asked, inputs }])).results[0].hinweise
  }
  expect(await notes('2024-06-11')).toEqual([
    '„zuschlag_am“ (Di 11.06.2024) liegt vor dem Ende der Angebotsfrist (Mi 12.06.2024); bitte beide Tage prüfen.',
  ])
  expect(await notes('2024-06-12')).toBeUndefined()
})
