import { expect, test } from 'vitest'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { commands } from '../../src/registry.ts'
import { profileNames, programmeNamed } from '../domain/programme/profiles.ts'

const foreign: Readonly<Record<string, RegExp>> = {
  pinneberg: /Springe|Lehrte|Pankow/,
  hannover: /Elmshorn|Quickborn|Pankow/,
  berlin: /Elmshorn|Quickborn|Springe|Lehrte/,
}

test.each(profileNames)('help in %s names no town of another county', name => {
  const offered = offeredCommands(programmeNamed(name), commands)
  for (const { name: command, args, examples } of offered) {
    const places = Object.values(args as Record<string, { kind: string }>).some(each => each.kind === 'place')
    const shown = examples.map(each => each.input).join('\n')
    if (places && foreign[name]) expect(shown, command).not.toMatch(foreign[name])
  }
})

test('a command whose examples are of another county gets one of this one', () => {
  const offered = offeredCommands(programmeNamed('berlin'), commands)
  const region = offered.find(each => each.name === 'status region')!
  expect(region.examples.map(each => each.input)).toEqual(['status region Mitte'])
})
