import { expect } from 'vitest'
import type { AnyCommand } from '../../src/chat/command.ts'
import { profileNames, programmeNamed } from '../domain/programme/profiles.ts'

/** The programme in whose world a command's examples run: the one it names, else the first that has it. */
export function homeOf({ exampleProgramme, offered }: AnyCommand): string {
  return (
    exampleProgramme ??
    profileNames.find(name => offered?.(programmeNamed(name)) ?? true) ??
    expect.fail('no shipped profile has this command')
  )
}
