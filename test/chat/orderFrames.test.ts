import { fc, test as property } from '@fast-check/vitest'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { understand } from '../../src/chat/parse.ts'
import { parseInput } from '../../src/chat/parseInput.ts'
import { changing } from '../../src/chat/phrases/changing.ts'
import { commands } from '../../src/registry.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'

const programme = pinneberg()
const registry = offeredCommands(programme, commands)
const asked = { now: Temporal.Instant.from('2024-04-22T09:14:00+02:00'), asker: 'Koordination Jugendamt' }

/** Orders that are carried out or asked back as they stand. */
const orders = [
  'vorgang abschließen KA-17',
  'vorgang zuweisen KA-17 ich',
  'vorgang öffnen KA-17',
  'vorgang einordnen KA-17 typ:schule',
  'frist erledigt F-7',
  'frist verschieben F-7 2024-05-03',
  'KA-17 erledigt',
  'KA-17 kann zu',
  'KA-17 übernehme ich',
  'mach KA-17 zu',
  'KA-17 bitte wieder öffnen',
  'KA-17 an die Vergabestelle geben',
  'KA-17 ist von einer Schule',
  'KA-17 ist dringend',
  'F-7 ist erledigt',
  'F-7 auf den 3. Mai verschieben',
  'F-7 um zwei Wochen nach hinten',
  'Haken an F-7',
  'K4a ist durch',
  'der Kooperationsvertrag wurde unterschrieben',
  'die Rechtsprüfung ist durch',
  'schließe KA-17, die Schule hat sich gemeldet',
  'close KA-17',
  'move F-7 to 3 May',
]

/** What makes of an order something else. X is the order. */
const frames = [
  // asked
  ...[
    'X?',
    'X ?',
    'Stimmt es, dass X',
    'Soll ich X',
    'Hat jemand X',
    'Wie kann ich X',
    'Wann X',
    'ob X wohl stimmt',
  ],
  ...['Was passiert, wenn ich X', 'Darf man X', 'X, oder?', 'X oder nicht', 'should I X', 'why X'],
  // denied
  ...[
    'nicht X',
    'X nicht',
    'Bitte nicht: X',
    'noch nicht X',
    'X, nein doch nicht',
    'X - lieber doch nicht',
    'X bitte nicht',
  ],
  ...[
    'auf keinen Fall X',
    'keiner soll X',
    'X? Nein',
    'X nein',
    'stopp, X',
    'X, nee, lass mal',
    "don't X",
    'never X',
    'X ❌',
  ],
  // quoted and reported
  ...[
    '„X“',
    '"X"',
    '> X',
    '»X«',
    'Sie schrieb „X“',
    'Frau Beispiel: X',
    'Frau Beispiel sagt, X',
    'Das Schulamt meint, X',
  ],
  ...[
    'laut Protokoll X',
    'X, sagt das Schulamt',
    'X hat die Rektorin gesagt',
    'Im Protokoll steht: X',
    'she said X',
  ],
  ...[
    'Die Kollegin will X',
    'Die Kollegin soll X',
    'Herr Muster möchte X',
    'Der Befehl X funktioniert nicht',
  ],
  // conditional, doubtful, unreal
  ...[
    'Wenn die Schule zustimmt, X',
    'Falls das klappt, X',
    'X, sobald der Brief da ist',
    'X falls nötig',
    'erst prüfen, dann X',
  ],
  ...[
    'vielleicht X',
    'Man müsste X',
    'Wir sollten X',
    'Ich glaube, X',
    'hoffentlich X',
    'X unter Vorbehalt',
    'maybe X',
    'if they agree, X',
  ],
  ...[
    'Ich überlege, ob X',
    'Ich wollte X',
    'stell dir vor, X',
    'angenommen, X',
    'X wäre schön',
    'Scherz: X',
    'nur ein Test: X',
  ],
  ...['Ich habe vergessen: X', 'X war ein Versehen', 'X hat nicht geklappt', 'irgendwann X', 'fast X'],
]

const framed = (frame: string, order: string) => frame.replace('X', order)

function changes(input: string): boolean {
  const { command, problem } = understand(registry, programme, input, asked)
  const ready = command?.changes === true && problem === null
  return ready || changing.has(parseInput(registry, programme, input, asked).intent)
}

describe('an order is an order', () => {
  test.each(orders)('%s', order => expect(changes(order)).toBe(true))
})

describe('asked, denied, quoted, reported or in doubt it is none', () => {
  test.each(frames)('%s', frame => {
    const read = orders.map(order => framed(frame, order)).filter(changes)
    expect(read).toEqual([])
  })

  const word = fc.constantFrom(
    ...'bitte jetzt noch doch also KA-17 F-7 schließen erledigt die Schule und wer ich 👍 ... ?'.split(' '),
  )
  property.prop(
    [fc.constantFrom(...frames), fc.constantFrom(...frames), fc.constantFrom(...orders), fc.boolean()],
    {
      numRuns: 1500,
    },
  )('also in two frames, and however it is capitalised', (outer, inner, order, shout) => {
    const input = framed(outer, framed(inner, order))
    // "nicht … nicht" and "nein, … nicht" may cancel out for a person; for us nothing does.
    expect(changes(shout ? input.toUpperCase() : input), input).toBe(false)
  })

  property.prop([fc.constantFrom(...frames), fc.constantFrom(...orders), fc.array(word, { maxLength: 3 })], {
    numRuns: 1500,
  })('also with words strewn before it', (frame, order, strewn) => {
    const input = `${strewn.join(' ')} ${framed(frame, order)}`
    const { command, problem } = understand(registry, programme, input, asked)
    expect(command?.changes === true && problem === null, input).toBe(false)
  })
})
