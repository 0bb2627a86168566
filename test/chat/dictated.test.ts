import { fc, test as property } from '@fast-check/vitest'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { dictated } from '../../src/chat/arguments/dictated.ts'
import { understand } from '../../src/chat/parse.ts'
import { parseInput } from '../../src/chat/parseInput.ts'
import { commands } from '../../src/registry.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'

const programme = pinneberg()
const asked = { now: Temporal.Instant.from('2024-04-22T09:14:00+02:00'), asker: 'Koordination Jugendamt' }
const parsed = (input: string) => parseInput(commands, programme, input, asked)
const k17 = 'KA-2024-0017'

describe('an order with a text', () => {
  test.each([
    ['vorgang antworten KA-17: Das geht leider nicht.', 'Das geht leider nicht.'],
    ['KA-17 antworten: Wann? Bitte nennen Sie: Tag und Uhrzeit.', 'Wann? Bitte nennen Sie: Tag und Uhrzeit.'],
    ['/kla vorgang antworten 17:Guten Tag', 'Guten Tag'],
    [
      'antworte auf KA-17: Wenn Sie möchten, rufen wir bis 10:30 an.',
      'Wenn Sie möchten, rufen wir bis 10:30 an.',
    ],
    ['Bitte schreib zu KA-2024-0017: „Vielen Dank!“', 'Vielen Dank!'],
    ['vorgang antworten KA-17\nGuten Tag,\n\n- eins\n- zwei', 'Guten Tag,\n\n- eins\n- zwei'],
    ['vorgang antworten KA-17:\nGuten Tag,\nzwei Zeilen', 'Guten Tag,\nzwei Zeilen'],
  ])('%j is read whole', (input, text) => {
    expect(parsed(input)).toEqual({ intent: 'ticket_reply', args: { ticket: k17, text } })
  })

  test.each([
    'nicht antworten auf KA-17: Das geht.',
    'wenn die Schule schreibt, auf KA-17 antworten: Das geht.',
    'soll ich auf KA-17 antworten: Das geht?',
    '> vorgang antworten KA-17: Das geht.',
  ])('%j writes nothing', input => {
    const { problem } = understand(commands, programme, input, asked)
    expect(problem).not.toBeNull()
  })

  test.each(['vorgang antworten KA-17', 'vorgang antworten KA-17 noch nicht', 'vorgang antworten KA-17:'])(
    '%j has no text and is not carried out',
    input => {
      expect(understand(commands, programme, input, asked).problem).not.toBeNull()
    },
  )

  test('a note is one only when it is called so', () => {
    expect(parsed('vorgang notiz KA-17: Rückruf nicht vor 10:30')).toEqual({
      intent: 'ticket_note',
      args: { ticket: k17, text: 'Rückruf nicht vor 10:30' },
    })
    expect(parsed('KA-17 notiz: Rückruf').intent).toBe('ticket_note')
    expect(parsed('antworte auf KA-17: Notiz: Rückruf').intent).toBe('ticket_reply')
  })

  test('an order that speaks of no number takes a text only when it begins with its name', () => {
    const names = ['gremium beschluss']
    const found = { order: 'gremium beschluss Steuergruppe', text: 'Nicht vor Mai? Doch.' }
    expect(dictated('gremium beschluss Steuergruppe: Nicht vor Mai? Doch.', names)).toEqual(found)
    expect(dictated('/kla Gremium Beschluss Steuergruppe: Ja', names)?.text).toBe('Ja')
    expect(dictated('gremium beschluss: Ja', names)).toBeNull()
    expect(dictated('Der gremium beschluss Steuergruppe: Ja', names)).toBeNull()
    expect(dictated('gremium beschluss Steuergruppe: Ja')).toBeNull()
  })

  test('other orders with a colon stay what they are', () => {
    expect(parsed('vorgang liste ort:Elmshorn typ:Schule').intent).toBe('ticket_list')
    expect(parsed('KA-17 abschließen: ist erledigt').intent).not.toBe('ticket_reply')
  })

  property.prop([fc.string({ maxLength: 4000, unit: 'binary' })])(
    'any input is split quickly and loses no word',
    typed => {
      const found = dictated(typed)
      if (!found) return
      expect(found.order.length).toBeLessThanOrEqual(200)
      expect(found.text).not.toBe('')
      expect(found.text.isWellFormed()).toBe(true)
    },
  )
})
