import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Scope } from '../../src/domain/status/programmeView.ts'
import { timelineFrom } from '../../src/domain/timeline/storedTimeline.ts'
import { renderHtml } from '../../src/reply/renderHtml.ts'
import { renderText } from '../../src/reply/renderText.ts'
import type { PictureBlock } from '../../src/reply/reply.ts'
import { timelineOf } from '../../src/texts/timeline/timelineOf.ts'
import { timelineReply } from '../../src/texts/timeline/timelineReply.ts'
import { timelinePicture, timelineSentences } from '../../src/texts/timeline/timelineText.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'
import { tender, timeline } from '../domain/timeline/timelines.ts'

const programme = pinneberg()
const region = { kind: 'region', region: programme.regionById.get('region-1')! } satisfies Scope

function answer(scope: Scope, at: string) {
  const now = Temporal.Instant.from(at)
  return timelineReply(
    timelineOf(programme, scope, Temporal.PlainDate.from(at.slice(0, 10))),
    scope,
    now,
    null,
  )
}

describe('the timeline in words', () => {
  test('reads like the picture, from left to right, with today in its place', () => {
    expect(renderText(answer(region, '2024-04-22T07:14:00Z'), { actions: 'none' })).toBe(
      `Zeitplan Region 1: Elmshorn, Pinneberg, Barmstedt · Mo 22.04.2024

 ✔ erledigt    Unterlagen an die Vergabestelle         KW 12 (18.–24.03.2024)
 ○ geplant     Bekanntmachung und Teilnahmewettbewerb  voraussichtlich April 2024
   heute       Mo 22.04.2024
 ○ neu         Teamleitungen an den Schulen            voraussichtlich 4. Quartal 2024
 ↷ verschoben  Klassenassistenzen starten              01.08.2025  (bisher 01.08.2024)
 ○ fest        erster Schultag 2025/26                 08.09.2025

Stand 22.03.2024, Quelle: Zwischeninformation Klassenassistenz.`,
    )
  })

  test('is one text for who hears it read out', () => {
    expect(timelineSentences(timeline(tender))).toBe(
      'Zeitplan Region 1. ' +
        'Unterlagen an die Vergabestelle: erledigt, 18.03.2024 bis 24.03.2024. ' +
        'Übergabe der Projektleitung: Ausgang offen, 01.04.2024 bis 12.04.2024. ' +
        'Teilnahmefrist: Frist, geplant, 19.04.2024 bis 21.05.2024, § 17 Abs. 2 VgV. ' +
        'Heute ist Mo 22.04.2024. ' +
        'Jugendhilfeausschuss: Sitzung, fest, 16.05.2024. ' +
        'Gespräch mit den Schulen: Pflicht, geplant, 03.06.2024 bis 28.06.2024. ' +
        'Kooperationsvertrag unterschrieben: Tor, gesperrt, 30.06.2024. ' +
        'Pilotschule: ausgesetzt, war geplant: 10.07.2024. ' +
        'Klassenassistenzen starten: verschoben, 01.08.2025, bisher 01.08.2024. ' +
        'Stand 22.03.2024, Quelle: Zwischeninformation.',
    )
  })

  test('names every item and every old place, in both forms', () => {
    const picture = timelinePicture(timeline(tender))!
    const rows = picture.rows.map(row => Object.values(row).join(' ')).join('\n')
    for (const item of tender)
      for (const words of [item.title, item.words, ...(item.movedFrom ?? []).map(each => each.words)]) {
        expect(picture.alt).toContain(words)
        expect(rows).toContain(words)
      }
  })
})

describe('the timeline of a programme', () => {
  test('says of each milestone whose it is, and names what has no time yet', () => {
    const shown = timelineOf(programme, { kind: 'programme' }, Temporal.PlainDate.from('2024-04-22'))
    expect(shown.items.map(each => each.title)).toContain('Klassenassistenzen starten (Region 1)')
    expect(shown.undated).toEqual([{ title: 'Start in Region 2 und Region 3', word: 'geplant' }])
  })

  test('that rests says so before everything else, and no date looks like a plan', () => {
    const reply = answer(region, '2025-01-15T08:00:00Z')
    const picture = reply.blocks.find(block => block.kind === 'picture') as PictureBlock
    expect(timelineFrom(picture.timeline)!.notice).toContain('Programm ausgesetzt seit 03.12.2024')
    expect(reply.blocks[1]).toMatchObject({ text: expect.stringContaining('ausgesetzt seit') })
    expect(picture.alt).toContain('Klassenassistenzen starten: ausgesetzt, war geplant: 01.08.2025')
  })

  test('without a single date is a sentence and no picture', () => {
    const other = { kind: 'region', region: programme.regionById.get('region-2')! } satisfies Scope
    const bare = { ...timelineOf(programme, other, Temporal.PlainDate.from('2024-04-22')), items: [] }
    const reply = timelineReply(bare, other, Temporal.Instant.from('2024-04-22T07:14:00Z'), null)
    expect(reply.blocks.some(block => block.kind === 'picture')).toBe(false)
    expect(renderText(reply)).toContain('Noch ist kein Termin bekannt.')
  })

  test('of a place without region says that, and leads on', () => {
    const place = programme.profile.orte.find(each => each.name === 'Quickborn')!
    const reply = answer({ kind: 'place', place }, '2024-04-22T07:14:00Z')
    expect(renderText(reply)).toContain('Für Quickborn ist noch keine Region festgelegt.')
    expect(reply.blocks).toContainEqual({
      kind: 'actions',
      actions: [{ label: 'Zeitplan des Programms', command: 'zeitplan' }],
    })
  })
})

test('on a page the picture carries its text, and the list stays where nobody can draw', () => {
  const reply = answer(region, '2024-04-22T07:14:00Z')
  const shown = renderHtml(reply, { pictureAddress: () => '/bild/1"<.png' })
  expect(shown).toContain('<img src="/bild/1&quot;&lt;.png" alt="Zeitplan Region 1: Elmshorn')
  expect(shown).toContain('bisher 01.08.2024')
  for (const without of [renderHtml(reply), renderHtml(reply, { pictureAddress: () => null })]) {
    expect(without).not.toContain('<img')
    expect(without).toContain('bisher 01.08.2024')
  }
})
