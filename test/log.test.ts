import { expect, test } from 'vitest'
import { incidentNumber, openLog } from '../src/log.ts'

function logging(plain: boolean) {
  const lines: string[] = []
  const log = openLog({ level: 'info', plain, destination: { write: line => void lines.push(line) } })
  return { log, lines }
}

const planted = 'Erika Beispiel <erika@eltern.example>, Diagnose'

test('a machine gets one JSON line a message, with the instant', () => {
  const { log, lines } = logging(false)
  log.info({ ticketId: 17, kind: 'acknowledgement' }, 'Brief gesendet')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 30, msg: 'Brief gesendet', ticketId: 17 })
  expect(JSON.parse(lines[0]!).time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  expect(JSON.parse(lines[0]!)).not.toHaveProperty('hostname')
})

test('a person at a terminal gets one plain line', () => {
  const { log, lines } = logging(true)
  log.info({ ticketId: 17 }, 'Vorgang angelegt')
  log.warn('Postfach nicht erreichbar')
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d Vorgang angelegt ticketId=17\n$/)
  expect(lines[1]).toMatch(/^\d\d:\d\d:\d\d Warnung: Postfach nicht erreichbar\n$/)
})

test.each([true, false])('the message of an error stays out, because it quotes data (plain: %s)', plain => {
  const { log, lines } = logging(plain)
  const error = Object.assign(new Error(`duplicate key: ${planted}`, { cause: new TypeError(planted) }), {
    code: '23505',
    detail: planted,
    parameters: [planted],
  })
  log.error({ err: error, incident: '7F3A' }, 'Brief nicht verarbeitet')
  log.error(error)
  log.error({ err: error })
  log.error({ error }, 'noch einmal')
  expect(lines).toHaveLength(4)
  for (const line of lines) {
    expect(line).not.toContain('Erika')
    expect(line).toContain('23505')
    expect(line).toContain('log.test.ts')
  }
})

test('fields under names that carry letters or secrets are blanked, one level down too', () => {
  const { log, lines } = logging(false)
  log.info({ subject: planted, mail: { fromAddress: planted, size: 3 }, token: planted, url: planted }, 'ok')
  expect(lines[0]).not.toContain('Erika')
  expect(JSON.parse(lines[0]!)).toMatchObject({ subject: '…', mail: { fromAddress: '…', size: 3 } })
})

test('a level below the chosen one is silent', () => {
  const { log, lines } = logging(false)
  log.debug('Einzelheit')
  expect(lines).toEqual([])
})

test('an incident number is four characters that can be read out', () => {
  const numbers = Array.from({ length: 200 }, incidentNumber)
  expect(numbers.every(each => /^[0-9A-F]{4}$/.test(each))).toBe(true)
  expect(new Set(numbers).size).toBeGreaterThan(150)
})
