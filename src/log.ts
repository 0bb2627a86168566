import { randomBytes } from 'node:crypto'
import { type DestinationStream, type LogFn, type Logger, pino } from 'pino'
import type { LogLevel } from './settings.ts'

export type Log = Logger

/**
 * What may appear in a log line. Nothing logs personal data by construction: fields are ids, numbers and kinds.
 * These names are the ones under which libraries and careless code would carry more; they are blanked at the
 * top and one level down as a second net.
 */
const blanked = [
  ...['password', 'pass', 'token', 'botToken', 'appToken', 'signingSecret', 'secret', 'authorization'],
  ...['address', 'email', 'from', 'fromName', 'fromAddress', 'to', 'toAddress', 'cc', 'recipients'],
  ...['subject', 'body', 'text', 'html', 'raw', 'headers', 'input', 'query', 'parameters', 'url'],
]

/** JSON lines for machines, or one plain line a message with German time when a person watches. */
export function openLog(options: {
  level: LogLevel
  /** Default: standard error, because standard output carries results only. */
  destination?: DestinationStream
  /** Default: whether standard error is a terminal. */
  plain?: boolean
}): Log {
  const raw = options.destination ?? pino.destination({ fd: 2, sync: true })
  const plain = options.plain ?? process.stderr.isTTY === true
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: blanked.flatMap(name => [name, `*.${name}`]), censor: '…' },
      serializers: { err: errorForLog, error: errorForLog },
      hooks: { logMethod: withoutErrorMessage },
    },
    plain ? { write: line => raw.write(plainLine(line)) } : raw,
  )
}

/**
 * An error without its message: messages of drivers and parsers quote addresses, values of rows and pieces of
 * letters. Type, code and the places in our source tell what happened.
 */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, cause } = error as Error & { code?: unknown }
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    at: places(error.stack),
    ...(cause instanceof Error ? { cause: errorForLog(cause) } : {}),
  }
}

/** pino takes the error's message for the line's when none is given. */
function withoutErrorMessage(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, message, ...rest] = args as unknown[]
  const fields = first instanceof Error ? { err: first } : first
  const silent = message === undefined && typeof fields === 'object' && fields !== null
  method.apply(this, [fields, silent ? 'ohne Text' : message, ...rest] as Parameters<LogFn>)
}

/** Function and file of the innermost calls, without the message that stands above them in a stack. */
function places(stack: string | undefined): string[] {
  return (stack ?? '')
    .split('\n')
    .filter(line => /^ {4}at /.test(line))
    .slice(0, 6)
    .map(line => line.trim().replace(/file:\/\/\S*\/(?=(src|commands|node_modules)\/)/, ''))
}

const levels: Record<number, string> = {
  10: 'Spur',
  20: 'Detail',
  30: '',
  40: 'Warnung',
  50: 'Fehler',
  60: 'Abbruch',
}

const clock = new Intl.DateTimeFormat('de-DE', { timeStyle: 'medium', timeZone: 'Europe/Berlin' })

function plainLine(line: string): string {
  const { level, time, msg, ...fields } = JSON.parse(line) as Record<string, unknown>
  const rest = Object.entries(fields)
    .map(([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' ')
  const word = levels[level as number]
  return `${[clock.format(new Date(time as string)), word && `${word}:`, msg, rest].filter(Boolean).join(' ')}\n`
}

/** Four hex characters, "7F3A": a person reads it out, the log holds it beside the error. */
export function incidentNumber(): string {
  return randomBytes(2).toString('hex').toUpperCase()
}
