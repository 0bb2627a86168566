import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/registry.ts'
import { homeOf } from './exampleHome.ts'
import { exampleWorld } from './exampleWorld.ts'

const worlds = new Map<string, Awaited<ReturnType<typeof exampleWorld>>>()
beforeAll(async () => {
  for (const name of new Set(commands.map(homeOf))) worlds.set(name, await exampleWorld(name))
})
afterAll(async () => {
  for (const world of worlds.values()) await world.drop()
})

describe.each(commands.map(command => ({ name: command.name, command })))('$name', ({ command }) => {
  test.each(command.examples.map(each => ({ ...each })))(
    '„$input“ shows „$shows“',
    async ({ input, shows }) => {
      expect(await worlds.get(homeOf(command))!.shownAndUndone(input)).toContain(shows)
    },
  )

  test('has an example, a summary and help, for its page', () => {
    expect(command.examples.length).toBeGreaterThan(0)
    expect(command.summary).toMatch(/^\p{Lu}.*[^.]$/u)
    expect(command.help).toMatch(/[.!?“]$/)
  })
})

test('no two commands share a name', () => {
  const names = commands.flatMap(command =>
    [command.name, ...command.aliases].map(name => name.toLowerCase()),
  )
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})
