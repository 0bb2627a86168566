import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/registry.ts'
import { exampleWorld } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeAll(async () => {
  world = await exampleWorld()
})
afterAll(() => world.drop())

describe.each(commands.map(command => ({ name: command.name, command })))('$name', ({ command }) => {
  test.each(command.examples.map(each => ({ ...each })))(
    '„$input“ shows „$shows“',
    async ({ input, shows }) => {
      expect(await world.shownAndUndone(input)).toContain(shows)
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
