import { describe, expect, test } from 'vitest'
import type { DateContext } from '../../../src/domain/process/dateByRule.ts'
import { plansOf } from '../../../src/domain/process/plansOf.ts'
import type { ProcessEvent } from '../../../src/domain/process/process.ts'
import { type ProcessTemplate, templateSchema } from '../../../src/domain/process/template/template.ts'
import type { Profile } from '../../../src/domain/programme/profile.ts'
import { thingsOfPlans } from '../../../src/domain/reminders/thingsOfPlans.ts'
import { office } from '../../flows/reminders/office.ts'
import { day } from './daily.ts'

const dates: DateContext = {
  land: 'SH',
  schoolDay: () => null,
  statutory: () => ({ dates: new Map(), faults: [] }),
}

type Step = Record<string, unknown> & { id: string }

function template(id: string, art: string, steps: Step[]): ProcessTemplate {
  return templateSchema.parse({
    id,
    name: id === 'kooperation' ? 'Kooperationsvertrag' : 'Vergabe',
    art,
    quelle: 'erfunden',
    schritte: steps.map(step => ({ titel: `Schritt ${step.id}`, quelle: 'erfunden', ...step })),
  })
}

const by = { at: '2024-04-01T08:00:00Z', by: 'Koordination', reason: null, decidedBy: null }

/** What is to be reminded of when these Abläufe have begun on 22.03.2024. */
function things(
  templates: ProcessTemplate[],
  {
    events = [],
    resting = false,
    profile = office().profile,
  }: { events?: ProcessEvent[]; resting?: boolean; profile?: Profile } = {},
) {
  const histories = templates.map((each, i) => ({
    instance: {
      id: i + 1,
      template: each.id,
      subject: { kind: each.je, name: '' },
      cycle: '',
      start: day('2024-03-22'),
      facts: {},
    },
    events: i === 0 ? events : [],
  }))
  const plans = plansOf(new Map(templates.map(each => [each.id, each])), histories, {
    ...dates,
    nameOf: () => '',
  })
  return thingsOfPlans(plans, { profile, resting, numberOf: () => 7 })
}

describe('who waits for whom', () => {
  const chain = template('kooperation', 'vereinbarung', [
    { id: 'K2', titel: 'Entwurf', wer: 'schulamt' },
    { id: 'K4', titel: 'Rechtsprüfung', wer: 'rechtsabteilungen', nach: ['K2'] },
    { id: 'K9', titel: 'Unterzeichnung', nach: ['K4'], termin: { am: '2024-06-03' } },
  ])

  test('the step that can be done now has the date of the one that waits for it, and says so', () => {
    const found = things([chain])
    expect(found.map(each => each.id)).toEqual(['1:K2', '1:K9'])
    expect(found[0]).toMatchObject({ holdsUp: 'Unterzeichnung', owner: { name: 'Schulamt' }, waitsFor: [] })
    expect(found[0]?.occasion).toMatchObject({ when: { wann: '2024-06-03' } })
    expect(found[1]?.waitsFor).toEqual([{ title: 'Entwurf', role: 'Schulamt' }])
  })

  test('with its work done the ball goes to the next', () => {
    const found = things([chain], { events: [{ ...by, kind: 'done', step: 'K2', on: '2024-04-01' }] })
    expect(found.map(each => `${each.id} ${each.holdsUp}`)).toEqual(['1:K4 Unterzeichnung', '1:K9 null'])
  })

  test('a locked gate is waited for across Abläufe', () => {
    const tender = template('vergabe', 'vergabe', [
      {
        id: 'Z',
        titel: 'Zuschlag',
        termin: { am: '2024-05-02' },
        tor: { braucht: 'kooperation:K9', wirkung: 'sperren' },
      },
    ])
    const found = things([chain, tender])
    expect(found.find(each => each.id === '2:Z')?.waitsFor).toEqual([
      { title: 'Entwurf · Kooperationsvertrag', role: 'Schulamt' },
    ])
    expect(found.find(each => each.id === '1:K2')).toMatchObject({ holdsUp: 'Zuschlag' })
  })

  test('a step that is planned after what it holds up has the earlier date', () => {
    const late = template('kooperation', 'vereinbarung', [
      { id: 'A', termin: { am: '2024-07-01' } },
      { id: 'B', nach: ['A'], termin: { am: '2024-06-03' } },
    ])
    expect(things([late])[0]?.occasion).toMatchObject({ when: { wann: '2024-06-03' } })
  })

  test('steps that wait for each other, which no profile may have, hang nobody', () => {
    const circle = template('kooperation', 'vereinbarung', [
      { id: 'A', nach: ['B'], termin: { am: '2024-06-03' } },
      { id: 'B', nach: ['A'] },
    ])
    expect(things([circle]).map(each => each.id)).toContain('1:A')
  })
})

describe('without a date', () => {
  const review = template('kooperation', 'vereinbarung', [
    { id: 'K2' },
    { id: 'K4', nach: ['K2'] },
    { id: 'K5', status: 'laeuft' },
  ])

  test('an agreement step that the document calls under way is asked for, one that has not begun is not', () => {
    expect(things([review]).map(each => each.id)).toEqual(['1:K5'])
    expect(things([review])[0]?.occasion).toEqual({ kind: 'pending', since: day('2024-03-22'), every: 21 })
  })

  test('so is a point of a list that is under way, but none that nobody has begun', () => {
    const posts = template('koordinationsstellen', 'checkliste', [
      { id: 'KS1', wer: 'schulamt', status: 'laeuft' },
      { id: 'KS2', wer: 'schulamt', nach: ['KS1'] },
      { id: 'KS3', wer: 'jugendamt' },
    ])
    const found = things([posts])
    expect(found.map(each => each.id)).toEqual(['1:KS1'])
    expect(found[0]?.occasion).toEqual({ kind: 'pending', since: day('2024-03-22'), every: 21 })
  })

  test('one begins when the step before it is done', () => {
    const done = { ...by, kind: 'done' as const, step: 'K2', on: '2024-04-02' }
    expect(things([review], { events: [done] })[0]?.occasion).toMatchObject({ since: day('2024-04-02') })
  })
})

describe('lead times', () => {
  const one = (vorlauf?: number[]) =>
    template('vergabe', 'vergabe', [{ id: 'A', termin: { am: '2024-06-03' }, ...(vorlauf && { vorlauf }) }])
  const leads = (of: ProcessTemplate, profile?: Profile) => things([of], profile && { profile })[0]?.occasion

  test('are those of the step, then those of the profile, then those of the kind', () => {
    const { erinnerungen } = office().profile
    const profile = office({ erinnerungen: { ...erinnerungen, vorlauf: { vergabe: [5] } } }).profile
    expect(leads(one([2]), profile)).toMatchObject({ leadDays: [2] })
    expect(leads(one(), profile)).toMatchObject({ leadDays: [5] })
    expect(leads(one())).toMatchObject({ leadDays: [14, 7, 3, 1] })
  })
})

test('of a month or quarter the farthest lead time counts, and those not nearer than it is long', () => {
  const leads = (am: string) => {
    const { occasion } = things([template('m', 'meilensteine', [{ id: 'A', termin: { am } }])])[0]!
    return occasion.kind === 'date' && occasion.leadDays
  }
  expect(leads('2024-06-03')).toEqual([60, 30, 14, 7])
  expect(leads('2024-W23')).toEqual([60, 30, 14, 7])
  expect(leads('2024-06')).toEqual([60, 30])
  expect(leads('2024-Q4')).toEqual([60])
})

describe('what nobody can be late with', () => {
  const needsDoing = (steps: Step[], art = 'vergabe') =>
    things([template('v', art, steps)]).map(({ occasion }) => occasion.kind === 'date' && occasion.needsDoing)

  test('is what may be left out, and what takes place by itself', () => {
    const termin = { am: '2024-06-03' }
    const steps = [
      { id: 'A', termin },
      { id: 'B', termin, entbehrlich: true },
      { id: 'C', termin, von_selbst: true },
    ]
    expect(needsDoing(steps)).toEqual([true, false, false])
  })

  test('such as a meeting, which nobody waits for after its day', () => {
    const steps = template('s', 'sitzung', [
      { id: 'sitzung', termin: { wie: 'beginn' } },
      { id: 'protokoll', nach: ['sitzung'], termin: { nach: 'sitzung', tage: 14 } },
    ])
    const found = things([{ ...steps, je: 'gremium' }])
    expect(found.map(each => each.waitsFor)).toEqual([[], []])
    expect(found[0]?.occasion).toMatchObject({ needsDoing: false })
    expect(found[1]).toMatchObject({ why: '14 Tage nach „Schritt sitzung“' })
  })
})

test('what is counted from a step that is open is not said before that is done', () => {
  const talk = template('a', 'pflicht', [
    { id: 'B6', termin: { am: '2024-12-20' } },
    { id: 'B7', nach: ['B6'], termin: { nach: 'B6', tage: 14 } },
  ])
  expect(things([talk]).map(each => each.id)).toEqual(['1:B6'])
  const done: ProcessEvent = { ...by, kind: 'done', step: 'B6', on: '2024-04-01' }
  expect(things([talk], { events: [done] }).map(each => each.id)).toEqual(['1:B7'])
})

test('a step without a date that may be left out is not asked for', () => {
  const optional = template('v', 'vereinbarung', [
    { id: 'K6', status: 'laeuft', entbehrlich: true },
    { id: 'K7' },
  ])
  expect(things([optional])).toEqual([])
})

test('nobody asks after a step without a date while the programme rests', () => {
  const review = template('v', 'vereinbarung', [{ id: 'K5', status: 'laeuft' }])
  expect(things([review], { resting: true })[0]?.rests).toBe(true)
})

test('while the programme rests its milestones do, and agreements and periods of law do not', () => {
  const all = (['meilensteine', 'modell', 'vereinbarung', 'vergabe', 'pflicht'] as const).map((art, i) =>
    template(`t${i}`, art, [{ id: 'A', termin: { am: '2024-06-03' } }]),
  )
  const resting = things(all, { resting: true })
  expect(resting.filter(each => each.rests).map(each => each.kind)).toEqual(['meilensteine', 'modell'])
  expect(things(all).some(each => each.rests)).toBe(false)
})

test('what people typed as the name of a step is not posted, but for an own Frist', () => {
  const added: ProcessEvent = {
    ...by,
    kind: 'added',
    step: 'X',
    title: 'Träger Nordlicht gGmbH',
    when: '2024-06-03',
    tentative: false,
    role: null,
    soft: true,
  }
  const title = (id: string, art: string) =>
    things([template(id, art, [{ id: 'A' }])], { events: [added] }).find(each => each.id === '1:X')?.title
  expect(title('vergabe', 'vergabe')).toBe('Vergabe')
  expect(title('matrix', 'aufgaben')).toBe('Vergabe')
  expect(title('gremienarbeit', 'aufgaben')).toBe('Vergabe')
  expect(title('aufgaben', 'aufgaben')).toBe('Träger Nordlicht gGmbH')
})

test('a channel hears that a day of law comes, not that a company asked or had the procedure reviewed', () => {
  const dated = (id: string) => ({ id, norm: '§ 62 Abs. 2 VgV', termin: { am: '2024-06-03' } })
  const procedure = template('t0', 'vergabe', [dated('auskunft'), dated('nachpruefung'), dated('wertung')])
  expect(things([procedure]).map(each => [each.title, each.norm])).toEqual([
    ['Frist im Vergabeverfahren', null],
    ['Frist im Vergabeverfahren', null],
    ['Schritt wertung · Vergabe', '§ 62 Abs. 2 VgV'],
  ])
})
