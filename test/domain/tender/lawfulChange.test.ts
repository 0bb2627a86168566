import { expect, test } from 'vitest'
import type { ProcessChange } from '../../../src/domain/process/process.ts'
import { lawfulDone, lawfulMove } from '../../../src/domain/tender/lawfulChange.ts'
import { day, law, procedureAfter, type Story, step } from './tenderWorld.ts'

const notice: ProcessChange = { kind: 'done', step: 'bekanntmachung', on: '2024-04-15' }
const invitation: ProcessChange = { kind: 'done', step: 'aufforderung', on: '2024-06-05' }
const information: ProcessChange[] = [
  { kind: 'fact', name: 'versandweg', value: 'elektronisch' },
  { kind: 'done', step: 'information', on: '2024-09-05' },
]

function move(story: Story, id: string, to: string, reason: string | null = null) {
  const process = procedureAfter(story)
  return lawfulMove(process, step(process, id), day(to), reason, law)
}

function done(story: Story, id: string, on: string, reason: string | null = null) {
  const process = procedureAfter(story)
  return lawfulDone(process, step(process, id), day(on), reason, law)
}

test('a closing date below the least period is refused with the earliest lawful one', () => {
  expect(move({ changes: [notice] }, 'teilnahmefrist', '2024-05-10')).toEqual({
    kind: 'refused',
    sentence:
      'Der 10.05.2024 liegt vor dem frühesten zulässigen Ende der Teilnahmefrist (Mi 15.05.2024, § 17 Abs. 2 VgV). Für eine kürzere Frist nach § 65 Abs. 3 VgV bitte Begründung angeben.',
  })
})

test('with a reason a social service may have it, and the history says so', () => {
  expect(move({ changes: [notice] }, 'teilnahmefrist', '2024-05-10', 'wenige Anbieter')).toMatchObject({
    kind: 'deviation',
    reason: 'Abweichung mit Begründung (§ 65 Abs. 3 VgV): wenige Anbieter',
  })
})

test('any other service may not, whatever the reason, below the urgent floor', () => {
  const story = { facts: { regime: 'EU_VgV' }, changes: [notice] }
  expect(move(story, 'teilnahmefrist', '2024-04-25', 'eilig')).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining('nicht vor dem Di 30.04.2024 (§ 17 Abs. 3 VgV)'),
  })
})

test('an hour on the last day would cut the period', () => {
  const story = (facts: object) => ({ facts: { ...facts }, changes: [notice] })
  expect(move(story({}), 'teilnahmefrist', '2024-05-15')).toEqual({
    kind: 'ok',
    hints: ['Gilt bis zum Ablauf des Tages. Mit einer Uhrzeit frühestens Do 16.05.2024.'],
  })
  expect(move(story({ teilnahmefrist_uhrzeit: '12:00' }), 'teilnahmefrist', '2024-05-15')).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining('Do 16.05.2024'),
  })
  expect(move(story({ teilnahmefrist_uhrzeit: '12:00' }), 'teilnahmefrist', '2024-05-16').kind).toBe('ok')
})

test('a closing date that was set later may come back, down to the least period', () => {
  const changes: ProcessChange[] = [
    notice,
    { kind: 'moved', step: 'teilnahmefrist', to: '2024-05-31', tentative: false },
  ]
  expect(move({ changes }, 'teilnahmefrist', '2024-05-16').kind).toBe('ok')
  expect(move({ changes }, 'teilnahmefrist', '2024-05-14').kind).toBe('refused')
})

test.each([
  ['2024-05-18', 'Di 21.05.2024'],
  ['2024-05-20', 'Di 21.05.2024'],
])('no period ends on %s', (to, next) => {
  expect(move({ changes: [notice] }, 'teilnahmefrist', to)).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining(next),
  })
})

test('a period does not end before it has begun', () => {
  expect(move({}, 'teilnahmefrist', '2024-05-16')).toEqual({
    kind: 'refused',
    sentence:
      'Diese Frist beginnt erst am Tag nach der Absendung der Auftragsbekanntmachung; dieser Tag ist noch nicht eingetragen.',
  })
  expect(move({ changes: [notice, invitation] }, 'angebote', '2024-06-05', 'eilig').kind).toBe('refused')
})

test('where the law names no number, it says adequate', () => {
  const story: Story = {
    procedure: 'verhandlungsverfahren_ohne_tnw',
    changes: [invitation],
  }
  expect(move(story, 'angebote', '2024-06-20')).toMatchObject({
    kind: 'ok',
    hints: [expect.stringContaining('angemessen')],
  })
})

test('nothing behind a period happens while it runs', () => {
  const changes: ProcessChange[] = [
    notice,
    { kind: 'moved', step: 'teilnahmefrist', to: '2024-05-24', tentative: false },
  ]
  for (const id of ['teilnahmefrist', 'auswahl', 'aufforderung'])
    expect(done({ changes }, id, '2024-05-23')).toEqual({
      kind: 'refused',
      sentence: 'Der 23.05.2024 liegt vor „Ende der Teilnahmefrist“ (Fr 24.05.2024).',
    })
  expect(done({ changes }, 'auswahl', '2024-05-27').kind).toBe('ok')
})

test('an award needs the information of § 134 GWB before it', () => {
  expect(done({ changes: [notice, invitation] }, 'zuschlag', '2024-09-17')).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining('Information nach § 134 GWB'),
  })
})

test('an award in the standstill is refused; between both readings it takes a reason', () => {
  const story = { changes: [notice, invitation, ...information] }
  expect(done(story, 'zuschlag', '2024-09-15', 'eilig')).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining(
      'Mo 16.09.2024 nach herrschender Meinung, vorsichtig gezählt Di 17.09.2024',
    ),
  })
  expect(done(story, 'zuschlag', '2024-09-16').kind).toBe('refused')
  expect(done(story, 'zuschlag', '2024-09-16', 'Haushalt').kind).toBe('deviation')
  expect(done(story, 'zuschlag', '2024-09-17').kind).toBe('ok')
})

test('an award before its notice is said in words that people use', () => {
  const story: Story = { procedure: 'direktauftrag', facts: { regime: 'UVgO' } }
  expect(done(story, 'zuschlag', '2024-04-01').kind).toBe('ok')
  const open: Story = {
    procedure: 'oeffentliche_ausschreibung',
    facts: { regime: 'UVgO' },
    changes: [notice],
  }
  expect(done(open, 'zuschlag', '2024-04-01')).toEqual({
    kind: 'refused',
    sentence:
      '„Zuschlag und Vertragsschluss“ (01.04.2024) liegt vor „Auftragsbekanntmachung abgesendet“ (15.04.2024).',
  })
})

test('the award ban lasts until the time for a complaint is over, or a reason ends it', () => {
  const review: ProcessChange = { kind: 'fact', name: 'nachpruefungsantrag_eingegangen', value: '2024-09-06' }
  const decided: ProcessChange = {
    kind: 'fact',
    name: 'entscheidung_vergabekammer_zugestellt',
    value: '2024-10-01',
  }
  const changes = [notice, invitation, ...information, review, decided]
  // 01.10. and two weeks.
  expect(done({ changes }, 'nachpruefung', '2024-10-15').kind).toBe('refused')
  expect(done({ changes }, 'nachpruefung', '2024-10-16').kind).toBe('ok')
  expect(done({ changes: changes.slice(0, -1) }, 'nachpruefung', '2024-10-16').kind).toBe('refused')
  expect(done({ changes }, 'nachpruefung', '2024-10-02', 'Antrag zurückgenommen').kind).toBe('deviation')
})
