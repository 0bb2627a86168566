import type { Programme } from '../domain/programme/programme.ts'
import type { Action, Reply } from '../reply/reply.ts'
import {
  held,
  missingArgument,
  noSuchDay,
  nothingSaid,
  notYet,
  tooLong,
  unknownCommand,
  unknownPlace,
  wrongArgument,
} from '../texts/notUnderstood.ts'
import { regionWithPlaces } from '../texts/programmes/areaUnit.ts'
import type { ChoiceSpec } from './arguments/args.ts'
import type { AnyCommand } from './command.ts'
import { usageOf } from './commandLine.ts'
import type { HoldReason, Problem } from './problem.ts'

const why: Record<HoldReason, string> = {
  asked: 'Das klingt wie eine Frage.',
  weighed: 'Das klingt wie eine Frage.',
  negated: 'Darin steht eine Verneinung.',
  conditional: 'Das klingt nicht endgültig.',
  ahead: 'Dieser Tag liegt in der Zukunft.',
  quoted: 'Das klingt wie ein Zitat.',
  reported: 'Das klingt wie ein Bericht.',
  several: 'Darin stehen mehrere Nummern. Bitte nennen Sie eine nach der anderen.',
  strange: 'Das habe ich nicht ganz verstanden.',
  unsure: 'Das möchte ich nicht falsch verstehen.',
}

/** The one sentence for each thing that may be wrong with an input. */
export function problemReply(problem: Problem, programme: Programme): Reply {
  switch (problem.kind) {
    case 'empty':
      return nothingSaid()
    case 'too-long':
      return tooLong(problem.length, problem.most)
    case 'unknown-command':
      return unknownCommand(problem.typed, problem.near)
    case 'unknown-place':
      return unknownPlace(problem.typed, problem.near, regionsOf(programme))
    case 'no-day':
      return noSuchDay(problem.typed)
    case 'missing':
      return missingArgument(problem.spec.label, usageOf(problem.command), exampleOf(problem.command))
    case 'wrong':
      return wrongArgument(
        problem.typed,
        problem.spec?.label ?? null,
        problem.near satisfies Action[],
        usageOf(problem.command),
        exampleOf(problem.command),
        problem.spec?.kind === 'choice' ? wordsOf(problem.spec) : [],
        problem.spec === null && Object.values(problem.command.args).some(spec => spec.kind === 'title'),
      )
    case 'held':
      return held(why[problem.why], problem.line, problem.show)
    case 'not-yet':
      return notYet(problem.near)
  }
}

/** The words that are shown for the values of a choice. */
function wordsOf({ choices }: ChoiceSpec): string[] {
  return Object.entries(choices).map(([value, words]) => words[0] ?? value)
}

function exampleOf(command: AnyCommand): string {
  return command.examples[0]?.input ?? command.name
}

/** "Region 1 (Elmshorn, Pinneberg, Barmstedt)". Regions whose places no source names are left out; without any, all places. */
function regionsOf({ profile }: Programme): string {
  const named = profile.regionen.flatMap(region => regionWithPlaces(region) ?? [])
  return named.length > 0 ? named.join('; ') : profile.orte.map(place => place.name).join(', ')
}
