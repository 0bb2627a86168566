import type { PlatformConfig, PlatformField, PlatformModule } from '../adapters/chatTypes.ts'
import type { DisclosureLevel } from '../reply/incoming.ts'
import {
  atLeast,
  channelMap,
  dayOrNotNeeded,
  type Kind,
  oneOf,
  secureUrl,
  startsWith,
  words,
} from './kinds.ts'

/*
 * The settings of chat platforms. What every cloud needs before it may see anything is the same for all and stands here; what
 * only one of them has, it says itself (PlatformModule.fields).
 */

export type Field = Kind<unknown> & { secret?: true }
type Said = { values: Readonly<Record<string, unknown>>; given: ReadonlySet<string> }

const levels = ['metadaten', 'auszug', 'voll'] as const satisfies readonly DisclosureLevel[]

/** § 80 SGB X and Art. 28, 44 DSGVO: what has to be settled before a processor gets social data. */
const privacyGate = {
  AVV: 'Vertrag zur Auftragsverarbeitung',
  ANZEIGE_80: 'Anzeige bei der Aufsichtsbehörde nach § 80 SGB X',
  REGION: 'Ort der Verarbeitung',
}

export const prefixOf = ({ name }: Pick<PlatformModule, 'name'>) => `KLA_${name.toUpperCase()}_`

/** Every setting of these platforms by its full name. */
export function fieldsOf(modules: readonly PlatformModule[]): Record<string, Field> {
  return Object.fromEntries(
    modules.flatMap(module =>
      Object.entries({ ...commonFields(module), ...ownFields(module) }).map(([end, field]) => [
        prefixOf(module) + end,
        field,
      ]),
    ),
  )
}

function commonFields({ modes }: PlatformModule): Record<string, Field> {
  return {
    MODE: oneOf(['aus', ...modes]),
    CHANNELS: channelMap,
    LEVEL: oneOf(levels),
    AVV: dayOrNotNeeded,
    ANZEIGE_80: dayOrNotNeeded,
    REGION: oneOf(['eu', 'ewr', 'schweiz', 'angemessenheitsbeschluss']),
  }
}

function ownFields({ fields }: PlatformModule): Record<string, Field> {
  return Object.fromEntries(Object.entries(fields).map(([end, field]) => [end, kindOf(field)]))
}

function kindOf(field: PlatformField): Field {
  switch (field.kind) {
    case 'words':
      return { ...words, ...(field.secret && { secret: true }) }
    case 'choice':
      return oneOf(field.of as [string, ...string[]])
    case 'token':
      return { ...startsWith(field.prefix, field.where), secret: true }
    case 'secret':
      return { ...atLeast(field.least), secret: true }
    case 'url':
      return { ...secureUrl, ...(field.secret && { secret: true }) }
  }
}

/** The platforms that are switched on, by name. `aus` switches one off whatever else is set: one line is the emergency stop. */
export function readPlatforms(
  modules: readonly PlatformModule[],
  said: Said,
  faults: string[],
  warnings: string[],
): Record<string, PlatformConfig> {
  const read = modules.map(module => [module.name, readPlatform(module, said, faults, warnings)] as const)
  return Object.fromEntries(read.flatMap(([name, config]) => (config ? [[name, config] as const] : [])))
}

function readPlatform(
  module: PlatformModule,
  { values, given }: Said,
  faults: string[],
  warnings: string[],
): PlatformConfig | null {
  const prefix = prefixOf(module)
  const mode = values[`${prefix}MODE`] as string | null
  if (mode === 'aus') return null
  const there = [...given].find(name => name.startsWith(prefix))
  if (mode === null) {
    if (there && !given.has(`${prefix}MODE`))
      faults.push(
        `${there} ist gesetzt, aber ${prefix}MODE fehlt. Bitte ${prefix}MODE=${module.modes.join(` oder ${prefix}MODE=`)} setzen, oder ${prefix}MODE=aus, wenn ${module.title} nicht benutzt werden soll.`,
      )
    return null
  }
  const absent = module
    .needed(mode)
    .map(end => prefix + end)
    .filter(name => !given.has(name))
  if (absent.length > 0)
    faults.push(
      `${prefix}MODE=${mode} ist gesetzt, aber ${absent.join(' und ')} ${absent.length === 1 ? 'fehlt' : 'fehlen'}. Bitte ergänzen oder ${prefix}MODE=aus setzen.`,
    )
  const level = (values[`${prefix}LEVEL`] as DisclosureLevel | null) ?? 'metadaten'
  checkPrivacy(module, level, given, faults, warnings)
  const own = Object.keys(module.fields).map(end => [end, values[prefix + end] as string | null])
  const config: PlatformConfig = {
    mode,
    values: Object.fromEntries(own),
    channels: (values[`${prefix}CHANNELS`] as Record<string, string> | null) ?? {},
    level,
  }
  if (Object.keys(config.channels).length === 0 && !given.has(`${prefix}CHANNELS`))
    warnings.push(
      `${prefix}CHANNELS fehlt: In ${module.title} werden Fragen beantwortet, aber neue Vorgänge in keinem Kanal gemeldet.`,
    )
  faults.push(...module.faults(config))
  return config
}

/** Above `metadaten` social data would reach the cloud: refused until all three are answered. */
function checkPrivacy(
  module: PlatformModule,
  level: DisclosureLevel,
  given: ReadonlySet<string>,
  faults: string[],
  warnings: string[],
): void {
  const prefix = prefixOf(module)
  const open = Object.entries(privacyGate).filter(([end]) => !given.has(prefix + end))
  if (open.length === 0) return
  const list = open.map(([end, what]) => `${prefix}${end} (${what})`).join(', ')
  if (level === 'metadaten')
    warnings.push(
      `Für ${module.title} ist noch nicht angegeben: ${list}. Bei ${prefix}LEVEL=metadaten verlässt kein Name und kein Brieftext das Haus; bitte trotzdem vor dem Echtbetrieb klären.`,
    )
  else
    faults.push(
      `${prefix}LEVEL=${level} gäbe Inhalte von Briefen an einen Cloud-Dienst. Dafür fehlt: ${list}. Bitte ausfüllen oder ${prefix}LEVEL=metadaten setzen (§ 80 SGB X).`,
    )
}
