import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { lineOf } from '../../src/chat/commandLine.ts'
import { understand } from '../../src/chat/parse.ts'
import { parseInput } from '../../src/chat/parseInput.ts'
import { commands as registry } from '../../src/registry.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'
import { processorTime } from '../peers/processorTime.ts'
import { deadlineSentences, neverMoving } from './deadlineSentences.ts'
import { everydaySentences, neverOrdered } from './everydaySentences.ts'

const programme = pinneberg()
const mondayMorning = Temporal.Instant.from('2024-04-22T09:14:00+02:00')
const parsed = (text: string) =>
  parseInput(registry, programme, text, { now: mondayMorning, asker: 'Koordination Jugendamt' })

const k17 = 'KA-2024-0017'

/** What people type → intent and arguments of the contract. */
const understood: [string, string, Record<string, unknown>][] = [
  // status
  ['/status region Elmshorn', 'status_region', { region: 'Elmshorn' }],
  ['status region elmshorn', 'status_region', { region: 'Elmshorn' }],
  ['STATUS REGION ELMSHORN', 'status_region', { region: 'Elmshorn' }],
  ['/kla status region Elmshorn', 'status_region', { region: 'Elmshorn' }],
  ['kla status elmshorn', 'status_region', { region: 'Elmshorn' }],
  ['status elmshorn', 'status_region', { region: 'Elmshorn' }],
  ['status Region 1', 'status_region', { region: 'Region 1' }],
  ['region Pinneberg', 'status_region', { region: 'Pinneberg' }],
  ['status Kölln-Reisiek', 'status_region', { region: 'Kölln-Reisiek' }],
  ['status koelln reisiek', 'status_region', { region: 'Kölln-Reisiek' }],
  ['status region „Klein Nordende“', 'status_region', { region: 'Klein Nordende' }],
  ['status ort:"Klein Nordende"', 'status_region', { region: 'Klein Nordende' }],
  ['status region in Elmshorn bitte', 'status_region', { region: 'Elmshorn' }],
  ['status region Quickborn', 'status_region', { region: 'Quickborn' }],
  ['status region Elmshron', 'status_region', { region: null, region_raw: 'Elmshron' }],
  ['status elmshron', 'status_region', { region: null, region_raw: 'elmshron' }],
  ['status region Buxtehude', 'status_region', { region: null, region_raw: 'Buxtehude' }],
  ['Wie ist der Stand in Elmshorn?', 'status_region', { region: 'Elmshorn' }],
  ['wie ist der Stand in Elmshron?', 'status_region', { region: null, region_raw: 'Elmshron' }],
  ['Wie sieht es in Barmstedt aus?', 'status_region', { region: 'Barmstedt' }],
  ['Wann starten die Klassenassistenzen in Pinneberg?', 'status_region', { region: 'Pinneberg' }],
  ['Wie weit sind wir in Uetersen?', 'status_region', { region: 'Uetersen' }],
  ['und Elmshorn?', 'status_region', { region: 'Elmshorn' }],
  ['Elmshorn', 'status_region', { region: 'Elmshorn' }],
  ['status regoin Elmshorn', 'status_region', { region: 'Elmshorn' }],
  ['Status Reg. Elmshorn', 'status_region', { region: 'Elmshorn' }],
  ['status Elmshorn heute', 'status_region', { region: 'Elmshorn' }],
  ['was ist der status von region 2', 'status_region', { region: 'Region 2' }],
  ['Wie läuft es in der Region Elmshorn, Pinneberg und Barmstedt?', 'status_region', { region: 'Region 1' }],
  ['Gibt es was Neues zu Wedel?', 'status_region', { region: 'Wedel' }],
  ['zeitplan', 'timeline_show', {}],
  ['zeitplan Elmshorn', 'timeline_show', { region: 'Elmshorn' }],
  ['Zeitplan für Region 1', 'timeline_show', { region: 'Region 1' }],
  ['Zeig mir den Zeitplan für Elmshorn als Bild', 'timeline_show', { region: 'Elmshorn' }],
  ['Gibt es einen neuen Zeitplan?', 'status_overview', {}],
  ['Wie ist der Zeitplan in Elmshorn?', 'status_region', { region: 'Elmshorn' }],
  ['Wo stehen wir insgesamt?', 'status_overview', {}],
  ['Wann ist der erste Schultag?', 'status_overview', {}],
  ['statsu region Elmshorn', 'status_region', { region: 'Elmshorn' }],
  ['status', 'status_overview', {}],
  ['/status', 'status_overview', {}],
  ['Status 🙂', 'status_overview', {}],
  ['status Kreis Pinneberg', 'status_overview', {}],
  ['Gib mir bitte einen Überblick', 'status_overview', {}],
  // Fristen
  ['fristen', 'deadlines_list', {}],
  ['fristen heute', 'deadlines_list', { range: 'heute' }],
  ['fristen diese Woche', 'deadlines_list', { range: 'diese_woche' }],
  ['Fristen nächste Woche', 'deadlines_list', { range: 'naechste_woche' }],
  ['fristen überfällig', 'deadlines_list', { range: 'ueberfaellig' }],
  ['fristen ueberfaellig', 'deadlines_list', { range: 'ueberfaellig' }],
  ['fristen mai', 'deadlines_list', { range: '2024-05' }],
  ['fristen 2024-05', 'deadlines_list', { range: '2024-05' }],
  ['fristen KW 17', 'deadlines_list', { range: '2024-W17' }],
  ['fristen Elmshorn diese Woche', 'deadlines_list', { range: 'diese_woche', region: 'Elmshorn' }],
  ['Welche Fristen laufen diese Woche ab?', 'deadlines_list', { range: 'diese_woche' }],
  ['Was steht heute an?', 'deadlines_list', { range: 'heute' }],
  [
    'Was ist nächste Woche in Elmshorn fällig?',
    'deadlines_list',
    { range: 'naechste_woche', region: 'Elmshorn' },
  ],
  ['was ist überfällig?', 'deadlines_list', { range: 'ueberfaellig' }],
  ['Was steht in den nächsten 14 Tagen an?', 'deadlines_list', { range: 'naechste_14_tage' }],
  ['fristen morgen', 'deadlines_list', { range: 'morgen' }],
  ['frsten heute', 'deadlines_list', { range: 'heute' }],
  // Vorgang zeigen
  ['KA-17', 'ticket_show', { ticket: k17 }],
  ['17', 'ticket_show', { ticket: k17 }],
  ['#17', 'ticket_show', { ticket: k17 }],
  ['ka 17', 'ticket_show', { ticket: k17 }],
  ['KA–2024–0017', 'ticket_show', { ticket: k17 }],
  ['KA-2023-0005', 'ticket_show', { ticket: 'KA-2023-0005' }],
  ['vorgang 17', 'ticket_show', { ticket: k17 }],
  ['vorgang zeige KA-2024-0017', 'ticket_show', { ticket: k17 }],
  ['zeig mir mal KA-17', 'ticket_show', { ticket: k17 }],
  ['Was ist mit KA-17?', 'ticket_show', { ticket: k17 }],
  ['KA-17 erledigt?', 'ticket_show', { ticket: k17 }],
  ['Ist KA-17 schon geschlossen?', 'ticket_show', { ticket: k17 }],
  // Vorgänge listen
  ['vorgang liste', 'ticket_list', {}],
  ['vorgänge', 'ticket_list', {}],
  [
    'vorgang liste offen Schule Elmshorn',
    'ticket_list',
    { status: 'offen', stakeholder: 'schule', region: 'Elmshorn' },
  ],
  ['vorgang liste Elmshorn typ:eltern', 'ticket_list', { stakeholder: 'eltern', region: 'Elmshorn' }],
  ['vorgang liste zuständig:ich', 'ticket_list', { assignee: 'me' }],
  ['vorgang liste niemand', 'ticket_list', { assignee: 'niemand' }],
  ['vorgang liste Koordination Schulamt', 'ticket_list', { assignee: 'Koordination Schulamt' }],
  ['vorgang liste dringend', 'ticket_list', { urgent: true }],
  ['vorgang liste Bieterfragen', 'ticket_list', { bidder_question: true }],
  [
    'Zeig mir alle offenen Anfragen von Schulen in Elmshorn',
    'ticket_list',
    { status: 'offen', stakeholder: 'schule', region: 'Elmshorn' },
  ],
  ['Welche Anfragen von Eltern sind noch offen?', 'ticket_list', { status: 'offen', stakeholder: 'eltern' }],
  ['meine Vorgänge', 'ticket_list', { assignee: 'me' }],
  ['Gibt es dringende Anfragen?', 'ticket_list', { urgent: true }],
  ['was liegt bei mir?', 'ticket_list', { assignee: 'me' }],
  ['Anfragen ohne Zuständigen', 'ticket_list', { assignee: 'niemand' }],
  [
    'alle dringenden Elternanfragen aus Wedel',
    'ticket_list',
    { stakeholder: 'eltern', region: 'Wedel', urgent: true },
  ],
  ['geschlossene Vorgänge', 'ticket_list', { status: 'abgeschlossen' }],
  [
    'Anfragen zur Ausschreibung von Trägern',
    'ticket_list',
    { stakeholder: 'freier_traeger', topic: 'ausschreibung' },
  ],
  ['Welche Anfragen sind überfällig?', 'ticket_list', { status: 'ueberfaellig' }],
  ['offene Anfragen zum Datenschutz', 'ticket_list', { status: 'offen', topic: 'datenschutz' }],
  // Vorgang ändern
  ['vorgang abschließen KA-17', 'ticket_close', { ticket: k17 }],
  ['vorgang abschliessen 17', 'ticket_close', { ticket: k17 }],
  ['KA-17 abschließen', 'ticket_close', { ticket: k17 }],
  ['bitte KA-17 schließen', 'ticket_close', { ticket: k17 }],
  ['KA-17 erledigt', 'ticket_close', { ticket: k17 }],
  ['Kannst du bitte KA-17 schließen?', 'ticket_close', { ticket: k17 }],
  ['vorgang zuweisen KA-17 ich', 'ticket_assign', { ticket: k17, assignee: 'me' }],
  [
    'vorgang zuweisen 17 Koordination Schulamt',
    'ticket_assign',
    { ticket: k17, assignee: 'Koordination Schulamt' },
  ],
  ['KA-17 übernehmen', 'ticket_assign', { ticket: k17, assignee: 'me' }],
  ['ich übernehme KA-17', 'ticket_assign', { ticket: k17, assignee: 'me' }],
  [
    'Weise KA-17 der Koordination Schulamt zu',
    'ticket_assign',
    { ticket: k17, assignee: 'Koordination Schulamt' },
  ],
  ['vorgang wieder öffnen KA-17', 'ticket_reopen', { ticket: k17 }],
  ['KA-17 wieder öffnen', 'ticket_reopen', { ticket: k17 }],
  ['Bitte KA-17 wieder aufmachen', 'ticket_reopen', { ticket: k17 }],
  ['KA-17 bitte wieder öffnen', 'ticket_reopen', { ticket: k17 }],
  ['mach KA-17 zu', 'ticket_close', { ticket: k17 }],
  ['KA-17 ereldigt', 'ticket_close', { ticket: k17 }],
  ['übernheme KA-17', 'ticket_assign', { ticket: k17, assignee: 'me' }],
  ['KA-17 an die Vergabestelle abgeben', 'ticket_assign', { ticket: k17, assignee: 'Vergabestelle' }],
  ['vorgang zuweisen KA-17 Frau Beispiel', 'ticket_assign', { ticket: k17, assignee: 'Frau Beispiel' }],
  ['KA-17 ist von einer Schule', 'ticket_reclassify', { ticket: k17, stakeholder: 'schule' }],
  ['Antworte auf KA-17: Vielen Dank.', 'ticket_reply', { ticket: k17, text: 'Vielen Dank.' }],
  ['KA-17 Thema Finanzierung', 'ticket_reclassify', { ticket: k17, topic: 'finanzierung' }],
  // Fristen ändern
  ['F-7 erledigt', 'deadline_done', { deadline: 'F-7' }],
  ['F-7 auf den 15.05.2024 verschieben', 'deadline_move', { deadline: 'F-7', to: '2024-05-15' }],
  ['verschiebe F-7 um drei Tage', 'deadline_move', { deadline: 'F-7', shift_days: 3 }],
  ['F-7 auf Freitag verschieben', 'deadline_move', { deadline: 'F-7', to: '2024-04-26' }],
  ['F-7 verschieben', 'deadline_move', { deadline: 'F-7', to: null }],
  ...deadlineSentences,
  ...everydaySentences,
  // Übriges
  ['hilfe', 'help', {}],
  ['/hilfe', 'help', {}],
  ['Was kannst du?', 'help', {}],
  ['wochenübersicht', 'digest_now', {}],
  ['Wie steht es um den Kooperationsvertrag?', 'agreement_status', {}],
]

/** Nothing here may be taken as an order to change anything. */
const neverChanging = [
  'KA-17 noch NICHT schließen',
  'Bitte KA-17 nicht abschließen!',
  'vorgang abschließen KA-17 nicht',
  'vorgang abschließen KA-17?',
  'KA-17 erledigt?',
  'Soll ich KA-17 schließen?',
  'Wurde KA-17 abgeschlossen?',
  'Hat jemand KA-17 übernommen?',
  'Wer übernimmt KA-17?',
  'Sie schrieb: „KA-17 schließen“',
  '„vorgang abschließen KA-17“',
  '> vorgang abschließen KA-17',
  '"KA-17 erledigt"',
  'Wenn die Schule antwortet, KA-17 schließen',
  'Frau Beispiel hat gesagt, KA-17 ist erledigt',
  'KA-17 wurde geschlossen',
  'vielleicht KA-17 schließen',
  'KA-17 und KA-18 schließen',
  'KA-17 oder KA-18 übernehme ich',
  'Niemand soll KA-17 schließen',
  'F-7 erledigt?',
  'F-7 noch nicht erledigt',
  'F-7 ist leider nicht erledigt',
  'KA-17 bleibt ohne Zuweisung',
  'Ich übernehme KA-17 nicht',
  'öffne KA-17',
  'Warum wurde KA-17 wieder geöffnet?',
  'Kann KA-17 zu?',
  'vorgang abschließen KA-17 morgen',
  'vorgang abschließen KA-17 eigentlich',
  'KA-17 nächste Woche schließen',
  'KA-17 wird geschlossen',
  'bitte KA-17 auf keinen Fall schließen',
  'Nicht KA-17, sondern KA-18 schließen',
  'Die Schule schreibt: bitte KA-17 schließen',
  'Müsste KA-17 nicht geschlossen werden?',
  'Details zu KA-17',
  'Rechtsprüfung erledigt?',
  'gehört KA-17 zu',
  ...neverMoving,
  ...neverOrdered,
]
const changes =
  /^(ticket_(close|reopen|assign|reply|reclassify)|deadline_(done|move|reopen|new|snooze|unlock|drop|owner|unset)|agreement_step_done|handover_done)$/

describe('an input is understood', () => {
  test.each(understood)('%s → %s', (text, intent, args) => {
    expect(parsed(text)).toEqual({ intent, args })
  })
})

describe('what is asked, negated, quoted or doubtful changes nothing', () => {
  test.each(neverChanging)('%s', text => {
    expect(parsed(text).intent).not.toMatch(changes)
  })
})

describe('what is no command is unknown', () => {
  test.each(['', '   ', '🙂🙂', '\u0000\u0007', 'qwertz', 'Guten Morgen', '„“', '???', 'a'.repeat(10_000)])(
    '%.20j',
    text => {
      expect(parsed(text)).toEqual({ intent: 'unknown', args: {} })
    },
  )
})

test('ten thousand characters are answered at once, whatever they are', () => {
  const inputs = ['Elmshron ', 'vorgang liste ', '„', 'KA-17 ', 'in Xyzort ', 'ä̈', '((((', 'region ']
  for (const part of inputs) {
    const took = processorTime()
    parsed(part.repeat(Math.ceil(10_000 / part.length)))
    parsed(part.repeat(Math.floor(3990 / part.length)))
    expect(took()).toBeLessThan(2_000)
  }
})

describe('the line on a button reads back as what it was made of', () => {
  const asked = { now: mondayMorning, asker: 'Koordination Jugendamt' }
  const exact = understood
    .map(([text]) => understand(registry, programme, text, asked))
    .filter(each => each.command && each.problem === null)

  test.each(exact.map(each => ({ line: lineOf(each.command!, each.args), ...each })))(
    '$line',
    ({ line, command, args }) => {
      const again = understand(registry, programme, line, asked)
      expect(again).toEqual({ intent: command!.intent, args, command, problem: null })
    },
  )

  test('and there are many of them', () => {
    expect(exact.length).toBeGreaterThan(60)
  })
})
