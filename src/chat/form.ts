import type { Form } from '../reply/form.ts'
import type { Incoming } from '../reply/incoming.ts'
import type { Reply } from '../reply/reply.ts'
import { readOnlyHere } from '../texts/notUnderstood.ts'
import type { ArgSpec, TicketValue } from './arguments/args.ts'
import type { AnyCommand, Needs } from './command.ts'
import { refusal } from './dispatch.ts'
import { type FieldNeeds, fieldFor } from './formFields.ts'
import { understand } from './parse.ts'
import { mayRunHere, mayUse } from './permission.ts'
import { problemReply } from './problemReply.ts'

/**
 * What is still to be said before a command can run, as a form that any platform shows: its text so far, and a field for each argument that
 * is missing in it, or for each of `asks`. A Reply where nothing can be asked: not understood, or not permitted. Whether the thing
 * exists and may be seen is asked when the form comes back; here only what was typed already is repeated.
 */
export function formFor(
  needs: Needs<'commands' | 'programme' | 'now'>,
  incoming: Incoming,
  asks?: readonly string[],
): Form | Reply {
  const { commands, programme } = needs
  const { person, text } = incoming
  const said = understand(commands, programme, text, { now: needs.now(), asker: person.name })
  const { command, problem } = said
  if (!command) return problemReply(problem ?? { kind: 'empty' }, programme)
  if (!mayUse(command.permission, person)) return refusal(command, incoming)
  if (!mayRunHere(command, programme.profile, incoming.place)) return readOnlyHere()
  if (problem && problem.kind !== 'missing') return problemReply(problem, programme)
  const fieldNeeds: FieldNeeds = { programme, asker: person.name }
  const fields = asked(command, said.args, asks)
    .map(([key, spec]) => fieldFor(key, spec, fieldNeeds))
    .filter(field => field !== null)
  return { title: titleOf(command, said.args), command: text, submit: submitOf(command), fields }
}

/** Confirmations are buttons of their own, and pages are turned, not asked for. */
const neverAsked: ReadonlySet<string> = new Set(['sure', 'page'])

/** The arguments that a form asks for: those that are named, otherwise all that were not said. */
function asked(
  { args }: AnyCommand,
  said: Readonly<Record<string, unknown>>,
  asks: readonly string[] | undefined,
): [string, ArgSpec][] {
  const missing = (key: string) => said[key] === null || said[key] === undefined
  return Object.entries(args).filter(([key, spec]) =>
    asks
      ? asks.includes(key) || (spec.required === true && missing(key))
      : missing(key) && !neverAsked.has(key),
  )
}

/** "KA-2024-0017 abgeben", otherwise what the command does. */
function titleOf(command: AnyCommand, said: Readonly<Record<string, unknown>>): string {
  const number = (said.ticket as TicketValue | null | undefined)?.number
  return number ? `${number} ${verbOf(command)}` : command.summary
}

function submitOf(command: AnyCommand): string {
  const verb = verbOf(command)
  return verb.charAt(0).toUpperCase() + verb.slice(1)
}

/** "vorgang abgeben" → "abgeben". */
function verbOf({ name }: AnyCommand): string {
  return name.split(' ').slice(1).join(' ') || name
}
