import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../db/connect.ts'
import type { EnqueueJobs } from '../db/enqueue.ts'
import type { PostTargets } from '../db/posts.ts'
import type { Correspondence } from '../domain/mail/outgoing/correspondence.ts'
import type { Outgoing } from '../domain/mail/outgoing/outgoing.ts'
import type { ListedPerson } from '../domain/people/listedPerson.ts'
import type { DateContext } from '../domain/process/dateByRule.ts'
import type { ProcessTemplate } from '../domain/process/template/template.ts'
import type { Programme } from '../domain/programme/programme.ts'
import type { TenderLaw } from '../domain/tender/tenderLaw.ts'
import type { Role } from '../domain/ticket/visibility.ts'
import type { SchoolCalendar } from '../domain/time/schoolCalendar.ts'
import type { Person, Place } from '../reply/incoming.ts'
import type { Reply } from '../reply/reply.ts'
import type { ArgSpecs, ArgValues } from './arguments/args.ts'

/** All that commands can use of the world. A command names the part it needs with `Needs<…>`. */
export interface ChatNeeds {
  programme: Programme
  db: Database
  now(): Temporal.Instant
  log: Log
  /** The list of people of the settings: functions, roles, and the accounts and addresses behind them. */
  people: readonly ListedPerson[]
  /** Templates of Abläufe by their id. */
  templates: ReadonlyMap<string, ProcessTemplate>
  /** The calendar that dates of Abläufe are read from. */
  dates: DateContext
  /** null: nobody has written down the school holidays of this Land. */
  schoolCalendar: SchoolCalendar | null
  /** The law of procurement; null: this programme does not tender. */
  law: TenderLaw | null
  /** Writes jobs in the transaction of their cause. */
  enqueue: EnqueueJobs
  /** What answers by people need; null: this installation sends no letters. */
  correspondence: Correspondence | null
  /** Where calendar programs reach us, e.g. "https://kla.example.org". */
  calendarUrl: string
  /** Where channels of the profile are on the platforms that run. */
  postTargets: PostTargets
  /** Who is told of what no channel may know; null: this installation sends no letters. */
  outgoing: Outgoing | null
  /** Where people of the house open the workplace; null: nowhere. */
  workplaceUrl: string | null
  /** What has to be known of typing on the platforms that are in use, for help. */
  platformNotes?: readonly string[]
  /** All commands, for help. */
  commands: readonly AnyCommand[]
}

export type Needs<Keys extends keyof ChatNeeds> = Pick<ChatNeeds, Keys>

/** The part of a pino logger that chat uses. Fields never hold personal data. */
export interface Log {
  info(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Who asks and where. */
export interface Context {
  person: Person
  place: Place
  /** For `sightIn`: in a shared place only what a channel may see is shown. Commands ask `sightFor` and `classesSeen`. */
  viewer: { roles: readonly Role[]; inChannel: boolean }
}

/** Intents of the contract `kla parse`. */
export const intents = [
  'status_region',
  'status_overview',
  'timeline_show',
  'agreement_status',
  'digest_now',
  'help',
  'unknown',
  'deadlines_list',
  'deadline_done',
  'deadline_move',
  'deadline_show',
  'deadline_reopen',
  'deadline_new',
  'deadline_snooze',
  'deadline_unlock',
  'deadline_drop',
  'deadline_owner',
  'deadline_unset',
  'milestone_list',
  'handover_list',
  'handover_done',
  'deputy_list',
  'deputy_set',
  'deputy_end',
  'ticket_show',
  'ticket_close',
  'ticket_reopen',
  'ticket_list',
  'ticket_assign',
  'ticket_reply',
  'ticket_reclassify',
  'agreement_step_done',
  'ticket_join',
  'ticket_separate',
  'ticket_note',
  'ticket_snooze',
  'ticket_link',
  'ticket_unlink',
  'undo',
  'draft_list',
  'draft_show',
  'draft_send',
  'draft_discard',
  'quarantine_list',
  'quarantine_show',
  'quarantine_replay',
  'calendar_list',
  'calendar_new',
  'calendar_revoke',
  'tender_start',
  'tender_periods',
  'tender_event',
  'tender_closing',
  'tender_simulate',
  'tender_feasibility',
  'tender_phase',
  'tender_switch',
  'school_show',
  'school_gaps',
  'school_new',
  'school_end',
  'school_item',
  'coverage_show',
  'body_show',
  'body_next',
  'body_session',
  'body_decision',
  'body_handover',
  'body_agenda',
  'report_collected',
  'site_show',
  'site_new',
  'site_end',
  'site_experience',
  'matrix_show',
  'matrix_interest',
  'matrix_settled',
  'funding_compare',
  'foundations_show',
  'competence_show',
  'application_path',
  'pool_show',
  'pool_new',
  'pool_end',
  'pool_condition',
  'pool_dates',
  'survey_show',
  'unit_show',
  'unit_gaps',
  'arbitration_start',
  'arbitration_show',
  'arbitration_result',
  'report_list',
  'report_done',
  'person_show',
  'person_code',
  'person_unlink',
] as const
export type Intent = (typeof intents)[number]

/** Who may: everyone (public facts only), or a person who has one of the roles. */
export type Permission = 'everyone' | readonly Role[]

/** Roles that work with Vorgänge. Guests and the IT administration are not among them (domain.md section 8). */
export const staff = [
  'koordination_jugendamt',
  'koordination_schulamt',
  'projektgruppe',
  'fachdienst',
  'asd',
  'vergabestelle',
  'pressestelle',
  'personal',
] as const satisfies readonly Role[]

export interface Example {
  /** What a person types, e.g. "status region Elmshorn". */
  input: string
  /** A piece of text that the answer must hold in the example world; the examples are run as tests. */
  shows: string
}

/**
 * Everything about one chat command. Usage, parser, help and the hints that platforms show are made from it.
 * `run` is only called with complete, understood arguments of a person who may; an optional argument that
 * was not said is null.
 */
export interface Command<Args extends ArgSpecs = ArgSpecs> {
  /** One or two German words, lower case: "status region". The longest name that fits wins. */
  name: string
  /** Other names, e.g. ["region"]. */
  aliases: readonly string[]
  /** One line for the overview, e.g. "Zeigt den Stand einer Region". */
  summary: string
  /** Whole German sentences for `hilfe <Befehl>`. */
  help: string
  intent: Intent
  /** What the name itself says for the contract: "übernehmen" is ticket_assign with { assignee: 'me' }. */
  implies?: Readonly<Record<string, string>>
  /** Keys are those of the contract `kla parse` (region, ticket, assignee, range, status …). In the order in which they are typed. */
  args: Args
  permission: Permission
  /** Whether this programme has what the command is about; missing: every programme has. */
  offered?(programme: Programme): boolean
  /** Its name is a word of every day: it counts only where all that stands behind it is understood, so that "ich weiß nicht" is no command. */
  onlyWhole?: true
  /** True when it changes something: then it is carried out only when typed exactly, never when guessed. */
  changes: boolean
  /** At least one; shown in help. */
  examples: readonly Example[]
  /** Name of the profile in whose world its examples are tried out; missing: the first profile that has the command. */
  exampleProgramme?: string
  run(needs: ChatNeeds, args: ArgValues<Args>, context: Context): Promise<Reply>
}

/** A command whose argument types are forgotten, for lists of commands. */
export type AnyCommand = Omit<Command, 'run'> & {
  // biome-ignore lint/suspicious/noExplicitAny: each command knows its own arguments; the registry does not.
  run(needs: ChatNeeds, args: any, context: Context): Promise<Reply>
}

/** Checks a command and gives `args` in `run` the types that its specs say. */
export function defineCommand<const Args extends ArgSpecs>(command: Command<Args>): Command<Args> {
  return command
}
