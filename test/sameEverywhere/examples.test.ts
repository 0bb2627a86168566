import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/registry.ts'
import type { Place } from '../../src/reply/incoming.ts'
import { homeOf } from '../commands/exampleHome.ts'
import { exampleWorld } from '../commands/exampleWorld.ts'
import { type Read, surfaces } from './reading.ts'

/*
 * Every example of every command, asked once on each surface and read as a person reads it there: headings, rows, figures, buttons and
 * notes are the same. Only what a cloud may see makes a difference.
 */
const at = (platform: string): Place => ({ platform, shared: false, channel: 'D1', thread: null })

const worlds = new Map<string, Awaited<ReturnType<typeof exampleWorld>>>()
beforeAll(async () => {
  for (const name of new Set(commands.map(homeOf)))
    worlds.set(name, await exampleWorld(name, { workplaceUrl: 'https://kla.kreis.example' }))
})
afterAll(async () => {
  for (const world of worlds.values()) await world.drop()
})

/** What a cloud is shown less of than the house, and why. All other commands say the same everywhere. */
const lessInClouds: Record<string, string> = {
  status: 'Anfragen ohne die geschützten',
  'status region': 'Anfragen ohne die geschützten',
  fristen: 'Antworten ohne die geschützten',
  'frist anlegen': 'Wortlaut eigener Fristen',
  'vorgang zeige': 'Absender, Betreff und Text',
  'vorgang einordnen': 'wer dann lesen dürfte',
  'vorgang schlummern': 'Antworten auf Geschütztes',
  'vorgang antworten': 'Adresse, Betreff und Text',
  'gremium beschluss': 'Wortlaut von Beschlüssen',
  'gremium übergabe': 'Wortlaut von Ergebnissen',
  'modell erfahrung': 'Wortlaut von Erfahrungen',
  'matrix interesse': 'Namen von Trägern',
  ich: 'wer dort spricht',
  'ich code': 'wer dort spricht',
  'ich trennen': 'wer dort spricht',
}
const differing = new Set<string>()

describe.each(commands.map(command => ({ name: command.name, command })))('$name', ({ command }) => {
  test.each(command.examples.map(({ input }) => ({ input })))('„$input“', async ({ input }) => {
    const world = worlds.get(homeOf(command))!
    const read = async (surface: keyof typeof surfaces) => {
      const reply = await world.saidAndUndone(input, at(surface))
      const found = withoutSecrets(surfaces[surface](reply))
      expect(found.words.length + found.buttons.length).toBeGreaterThan(0)
      return found
    }
    const [terminal, slack] = [await read('terminal'), await read('slack')]
    same(terminal, await read('web'))
    same(slack, await read('teams'))
    if (!(command.name in lessInClouds)) same(terminal, slack)
    else if (!isDeepStrictEqual(terminal, slack)) differing.add(command.name)
  })
})

test('the list of what clouds are shown less of is true', () => {
  expect([...differing].sort()).toEqual(Object.keys(lessInClouds).sort())
})

/** Each new address of a calendar is another. */
function withoutSecrets({ words, buttons }: Read): Read {
  const masked = (each: string) => each.replace(/(?<=\/kalender\/)[\w-]+/g, '…')
  return { words: words.map(masked), buttons: buttons.map(masked) }
}

/** Both show the same, or each of them the beginning of it and how much is missing. */
function same(one: Read, other: Read): void {
  const [cut, otherCut] = [cutAt(one), cutAt(other)]
  const length = Math.min(cut, otherCut)
  expect(other.words.slice(0, length)).toEqual(one.words.slice(0, length))
  if (cut === otherCut) expect(other.words).toEqual(one.words)
  expect(other.buttons).toEqual(one.buttons)
}

/** Where "… und 12 weitere" stands in for what a platform has no room for; beyond all words when it shows everything. */
function cutAt({ words }: Read): number {
  const found = words.findIndex(
    (word, i) => word === '…' && /^und \d+ weitere$/.test(words.slice(i + 1, i + 4).join(' ')),
  )
  return found < 0 ? Number.POSITIVE_INFINITY : found
}
