import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { type TicketShown, ticketFacts } from '../../src/texts/ticketFacts.ts'

const ticket: TicketShown = {
  number: 'KA-2024-0017',
  state: 'eingegangen',
  stakeholder: 'schule',
  topic: 'zeitplan',
  place: 'Elmshorn',
  unknownPlace: null,
  owner: null,
  dueOn: null,
  createdAt: '2024-04-22T06:52:00Z',
  dataClass: 'allgemein',
  because: [
    { axis: 'stakeholder', label: 'schule', kind: 'Funktion in Signatur', words: 'Rektorin' },
    { axis: 'topic', label: 'zeitplan', kind: 'Frage nach einem Termin', words: 'wann' },
    { axis: 'region', label: 'Elmshorn', kind: 'Ort im Text', words: 'Elmshorn' },
    { axis: 'flag', label: 'sensibel', kind: 'Wort für eine Krankheit', words: 'Asperger' },
    { axis: 'bidder_question', label: 'ja', kind: 'Frage zur Leistungsbeschreibung', words: 'Los 2' },
    { axis: 'urgent_child_protection', label: 'ja', kind: 'Wort für Gewalt', words: 'geschlagen' },
  ],
}

const recognisedBy = (sight: 'full' | 'metadata') =>
  ticketFacts(ticket, sight, Temporal.PlainDate.from('2024-04-22')).find(each => each.label === 'Erkannt an')
    ?.value

test('who may not read the letter hears only what speaks for type, topic and place, without its words', () => {
  expect(recognisedBy('metadata')).toBe('Funktion in Signatur, Frage nach einem Termin, Ort im Text')
})

test('who may read the letter sees every sign with its words', () => {
  expect(recognisedBy('full')).toContain('Wort für eine Krankheit („Asperger“)')
})
