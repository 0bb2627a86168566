import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { schoolCalendarOf } from '../../src/build/schoolCalendars.ts'
import { schoolCalendarCheck } from '../../src/checks/schoolCalendarCheck.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'

const found = (on: string, schoolCalendar = schoolCalendarOf('SH')) =>
  schoolCalendarCheck({
    schoolCalendar,
    programme: pinneberg(),
    now: () => Temporal.ZonedDateTime.from(`${on}T09:00[Europe/Berlin]`).toInstant(),
  })

test('doctor says a year before that the school holidays run out, and which file to continue', async () => {
  expect(await found('2026-11-20')).toEqual([
    { kind: 'good', what: 'Schulferien', sentence: 'Schleswig-Holstein, Stand 2026-01-21.' },
  ])
  expect(await found('2030-05-23')).toEqual([
    {
      kind: 'open',
      what: 'Schulferien',
      sentence:
        'Bekannt sind die Ferien nur noch bis 23.05.2031. Bitte profiles/calendars/sh.yaml fortschreiben, siehe docs/betrieb.md.',
    },
  ])
  expect((await found('2031-05-24'))[0]?.sentence).toContain('Bekannt waren die Ferien nur bis 23.05.2031.')
})

test('doctor says so when nobody has written down the holidays of a Land', async () => {
  const [finding] = await found('2026-11-20', null)
  expect(finding?.kind).toBe('open')
  expect(finding?.sentence).toContain('Für das Land SH sind keine Ferien hinterlegt')
})
