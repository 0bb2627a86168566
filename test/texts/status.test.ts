import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { programmeOf } from '../../src/domain/programme/programme.ts'
import { programmeView, type Scope } from '../../src/domain/status/programmeView.ts'
import type { TicketFigures } from '../../src/domain/status/ticketFigures.ts'
import { dayOf } from '../../src/domain/time/day.ts'
import type { Block } from '../../src/reply/reply.ts'
import { statusReply } from '../../src/texts/status.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'
import { programmeNamed } from '../domain/programme/profiles.ts'

const programme = pinneberg()
const region = (index: number): Scope => ({
  kind: 'region',
  region: programme.profile.regionen[index]!,
})
const place = (name: string): Scope => ({
  kind: 'place',
  place: programme.profile.orte.find(each => each.name === name)!,
})

const figures: TicketFigures = {
  open: 12,
  byStakeholder: [
    { stakeholder: 'eltern', n: 5 },
    { stakeholder: 'schule', n: 3 },
    { stakeholder: 'freier_traeger', n: 2 },
    { stakeholder: 'schultraeger', n: 1 },
    { stakeholder: null, n: 1 },
  ],
  overdue: 1,
  oldest: { number: 'KA-2024-0009', arrived: '2024-04-09 08:00:00+00' },
  due: [
    {
      number: 'KA-2024-0017',
      stakeholder: 'schule',
      topic: 'zeitplan',
      place: 'Elmshorn',
      dueOn: '2024-04-24',
      owner: null,
    },
  ],
}

function answer(scope: Scope, iso: string, tickets: TicketFigures | null = figures, of = programme) {
  const now = Temporal.Instant.from(iso)
  return statusReply({
    programme: of,
    view: programmeView(of, scope, dayOf(now)),
    tickets,
    steps: null,
    inChannel: false,
    enteredUntil: null,
    now,
  })
}

/** The words of a reply, a line each, without signs: what every renderer shows. */
function lines(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    switch (block.kind) {
      case 'rows':
        return [
          block.title,
          ...block.rows.map(row => [row.state, row.text, row.detail, row.remark].filter(Boolean).join(' | ')),
        ]
      case 'facts':
        return block.facts.map(fact => `${fact.label}: ${fact.value}`)
      case 'picture':
        return [block.alt]
      case 'actions':
        return block.actions.map(action => `[${action.label}] ${action.command}`)
      case 'table':
        return block.rows.map(row => row.join(' | '))
      default:
        return [block.text]
    }
  })
}

test('status region Elmshorn on 22.04.2024 shows everything on one screen', () => {
  expect(lines(answer(region(0), '2024-04-22T07:14:00Z').blocks)).toEqual([
    'Region 1: Elmshorn, Pinneberg, Barmstedt · Mo 22.04.2024',
    'Programm aktiv. Als Nächstes: Bekanntmachung und Teilnahmewettbewerb, voraussichtlich April 2024.',
    'Meilensteine',
    'erledigt | Unterlagen an die Vergabestelle | KW 12 (18.–24.03.2024)',
    'geplant | Bekanntmachung und Teilnahmewettbewerb | voraussichtlich April 2024',
    'neu | Teamleitungen an den Schulen | voraussichtlich 4. Quartal 2024',
    'verschoben | Klassenassistenzen starten | 01.08.2025 | bisher 01.08.2024: Zeitplan der Ausschreibung und längerer Vorlauf an den Schulen',
    'fest | erster Schultag 2025/26 | 08.09.2025',
    'Ausschreibung: Verhandlungsverfahren mit Teilnahmewettbewerb, liegt bei der Vergabestelle, noch nicht bekannt gemacht',
    'Kooperation: Kooperationsvertrag in interner Abstimmung (Schulamt, Jugendamt, Rechtsabteilungen). Zuschlag erst nach Unterzeichnung',
    'Anfragen: 12 offen: Eltern 5, Schulen 3, Träger 2, Schulträger 1, ungeklärt 1. Überfällig 1, älteste KA-2024-0009 (9 Arbeitstage)',
    'Fristen: KA-2024-0017 bis Mi 24.04.',
    '[Zeitplan als Bild] zeitplan Region 1',
    '[Offene Anfragen] vorgang liste ort:"Region 1"',
    '[Fristen] fristen ort:"Region 1"',
    'Stand 22.03.2024, Quelle: Zwischeninformation Klassenassistenz. Anfragen: heute 09:14',
  ])
})

describe('after the suspension', () => {
  const reply = answer(region(0), '2025-02-10T08:00:00Z')
  const text = lines(reply.blocks)

  test('the first line says so with date and source', () => {
    expect(text[0]).toBe('Programm ausgesetzt seit 03.12.2024 (Quelle: NDR, 04.12.2024).')
    expect(reply.summary).toContain('ausgesetzt seit 03.12.2024')
  })

  test('no date is promised any more, and the court case is told', () => {
    expect(text.join('\n')).not.toContain('Als Nächstes')
    expect(text).toContain(
      'ausgesetzt | Teamleitungen an den Schulen | war geplant: voraussichtlich 4. Quartal 2024',
    )
    expect(text.find(line => line.startsWith('Rechtsstreit: beendet, 03.09.2024'))).toBeDefined()
  })

  test('the document’s own words carry their date', () => {
    expect(text.find(line => line.startsWith('Ausschreibung'))).toContain('(Stand 22.03.2024)')
    expect(text.at(-1)).toContain('Neuere Ereignisse bis 03.12.2024, Quelle: NDR, 04.12.2024.')
  })
})

test('a place without region says so first, and names the regions that are fixed', () => {
  const reply = answer(place('Quickborn'), '2024-04-22T07:14:00Z')
  const sentence =
    'Für Quickborn ist noch keine Region festgelegt. Festgelegt sind: Region 1 (Elmshorn, Pinneberg, Barmstedt).'
  expect(lines(reply.blocks)[1]).toBe(sentence)
  expect(reply.summary).toContain(sentence)
  expect(lines(reply.blocks)).not.toContain('Meilensteine')
  expect(lines(reply.blocks)).toContain('[Region 1] status region Region 1')
})

test('a region whose places no source names says so', () => {
  const text = lines(answer(region(1), '2024-04-22T07:14:00Z').blocks)
  expect(text[0]).toBe('Region 2: Orte noch nicht festgelegt · Mo 22.04.2024')
  expect(text.find(line => line.includes('Start in Region 2'))).toContain('Zeitpunkt nicht genannt')
})

test('the overview lists all regions', () => {
  const text = lines(answer({ kind: 'programme' }, '2024-04-22T07:14:00Z').blocks)
  expect(text[0]).toBe('Klassenassistenz, Kreis Pinneberg · Mo 22.04.2024')
  expect(text).toContain(
    'Region 1 | Elmshorn, Pinneberg, Barmstedt | Teamleitungen an den Schulen: voraussichtlich 4. Quartal 2024',
  )
  expect(text).toContain('Region 3 | Orte noch nicht festgelegt')
})

test('who may know of no Vorgänge hears nothing of them, not even that there are none', () => {
  const text = lines(answer(region(0), '2024-04-22T07:14:00Z', null).blocks).join('\n')
  expect(text).not.toMatch(/Anfragen|KA-/)
})

test('no open Vorgänge are said in two words', () => {
  const none = { open: 0, byStakeholder: [], overdue: 0, oldest: null, due: [] }
  expect(lines(answer(region(0), '2024-04-22T07:14:00Z', none).blocks)).toContain('Anfragen: keine offen')
})

test('a programme that counts schools says how many are provided for, with its Stand', () => {
  const text = lines(
    answer({ kind: 'programme' }, '2019-02-11T08:00:00Z', figures, programmeNamed('krefeld')).blocks,
  )
  expect(text).toContain(
    'Abdeckung: 40 von 62: städtische Schulen mit kommunaler Schulsozialarbeit. 22 ohne. (Stand Februar 2019)',
  )
  expect(lines(answer({ kind: 'programme' }, '2024-04-22T07:14:00Z').blocks).join()).not.toContain(
    'Abdeckung',
  )
})

test('a programme without procurement has no line about it', () => {
  const { profile } = programme
  const without = programmeOf({ ...profile, vergabe: { ...profile.vergabe, gebraucht: 'nein' } })
  const text = lines(answer({ kind: 'programme' }, '2024-04-22T07:14:00Z', figures, without).blocks).join(
    '\n',
  )
  expect(text).not.toContain('Ausschreibung:')
  expect(text).not.toContain('Zuschlag')
})

test('every answer ends with Stand and Quelle, on any day and for any scope', () => {
  const scopes: Scope[] = [{ kind: 'programme' }, region(0), region(2), place('Helgoland')]
  for (const scope of scopes)
    for (const iso of [
      '2022-01-01T00:00:00Z',
      '2024-02-29T23:30:00Z',
      '2024-12-03T00:00:00Z',
      '2031-01-01T12:00:00Z',
    ]) {
      const last = answer(scope, iso).blocks.at(-1)!
      expect(last.kind === 'note' && last.text).toMatch(
        /^Stand 22\.03\.2024, Quelle: Zwischeninformation Klassenassistenz\./,
      )
    }
})
