import { nearestNames } from '../domain/programme/spelling.ts'
import type { Person } from '../reply/incoming.ts'
import type { Block, Reply } from '../reply/reply.ts'
import { unknownHelp } from '../texts/notUnderstood.ts'
import type { ArgSpec } from './arguments/args.ts'
import type { AnyCommand } from './command.ts'
import { usageOf } from './commandLine.ts'
import { mayUse } from './permission.ts'
import { fold } from './words.ts'

/** All commands that this person may use, one line each. `notes`: what has to be known of typing on a platform. */
export function helpOverview(
  commands: readonly AnyCommand[],
  person: Person,
  notes: readonly string[] = [],
): Reply {
  const usable = commands.filter(command => mayUse(command.permission, person))
  return {
    summary: 'Das kann ich',
    audience: 'asker',
    blocks: [
      { kind: 'heading', text: 'Das kann ich' },
      { kind: 'facts', facts: usable.map(command => ({ label: command.name, value: command.summary })) },
      {
        kind: 'text',
        text: `Mehr zu einem Befehl: hilfe <Befehl>, zum Beispiel „hilfe ${usable[0]?.name ?? 'status'}“.`,
      },
      ...notes.map(text => ({ kind: 'note' as const, text })),
      {
        kind: 'actions',
        actions: usable
          .filter(command => !Object.values(command.args).some(spec => spec.required))
          .filter(command => command.intent !== 'help')
          .slice(0, 4)
          .map(command => ({ label: command.name, command: command.name })),
      },
    ],
  }
}

/** Help on every command whose name begins with the topic or that has it as another name; null when there is none. */
export function helpOn(
  commands: readonly AnyCommand[],
  topic: string,
  notes: readonly string[] = [],
): Reply | null {
  const wanted = fold(topic).replace(/^\/?(kla )?/, '')
  const exact = commands.filter(command =>
    [command.name, ...command.aliases].some(name => fold(name) === wanted),
  )
  const family = commands.filter(command => fold(command.name).startsWith(`${wanted} `))
  const found = [...new Set([...exact, ...family])]
  if (found.length === 0) return null
  const blocks = found.flatMap(commandBlocks)
  const typed = `/${wanted.split(' ')[0]}`
  for (const text of notes.filter(each => each.includes(typed))) blocks.push({ kind: 'note', text })
  return { summary: `Hilfe zu ${topic}`, audience: 'asker', blocks }
}

/** Asked about a word that begins no command: says so, with what looks alike. */
export function helpUnknown(commands: readonly AnyCommand[], topic: string): Reply {
  const names = commands.flatMap(({ name, aliases }) => [name, ...aliases])
  const firsts = names.map(name => name.split(' ')[0]!)
  return unknownHelp(topic, nearestNames(topic, [...new Set([...names, ...firsts])], 3))
}

function commandBlocks(command: AnyCommand): Block[] {
  const specs = Object.values(command.args)
  return [
    { kind: 'heading', text: `${command.name}: ${command.summary}` },
    { kind: 'text', text: command.help },
    {
      kind: 'facts',
      facts: [
        { label: 'So geht es', value: usageOf(command) },
        ...specs.map(spec => ({ label: spec.label, value: hintOf(spec) })),
        ...command.examples.map(example => ({ label: 'Beispiel', value: example.input })),
        ...(command.aliases.length > 0 ? [{ label: 'Auch', value: command.aliases.join(', ') }] : []),
      ],
    },
  ]
}

/** What may stand for an argument. */
function hintOf(spec: ArgSpec): string {
  const key = spec.keys?.[0] ? `, auch als ${spec.keys[0]}:…` : ''
  if (spec.hint) return spec.hint + key
  switch (spec.kind) {
    case 'place':
      return `ein Ort, ein Amt oder eine Region${key}`
    case 'ticket':
      return 'KA-2024-0017; KA-17 oder 17 meinen dieses Jahr'
    case 'person':
      return `ich, niemand oder eine Funktion wie Koordination Jugendamt${key}`
    case 'choice':
      return Object.values(spec.choices)
        .map(words => words[0])
        .join(', ')
    case 'range':
      return `heute, diese Woche, nächste Woche, überfällig, KW 17, Mai, 2024-05${key}`
    case 'day':
      return `ein Tag: 24.04.2024, 24.4., 3. Mai, morgen, nächsten Freitag${key}`
    case 'when':
      return `so genau wie bekannt: 24.04.2024, April 2025, Q4 2025, KW 12, 2025/26, voraussichtlich Mai 2025${key}`
    case 'shift':
      return 'um 2 Wochen, um 3 Tage früher, um einen Monat'
    case 'deadline':
      return 'F-7, M5 oder Worte des Titels'
    case 'title':
    case 'name':
      return 'in Anführungszeichen'
    case 'number':
      return 'eine Zahl'
    case 'money':
      return `ein Betrag in Euro: 600000, 600.000, 4,1 Mio${key}`
    case 'code':
      return 'steht im Knopf'
    case 'mail':
      return 'eine E-Mail-Adresse'
    case 'clause':
      return `freie Worte hinter ${spec.keys[0]}:`
    case 'text':
      return 'freier Text'
    case 'letter':
      return 'was hinter dem Doppelpunkt oder auf den Zeilen darunter steht, mit Absätzen'
  }
}
