import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isLoopback } from '../domain/network/isLoopback.ts'

/*
 * The kinds of value that a setting can have. Each reads the text of one environment variable; `expects` ends
 * the sentence "… ist ungültig: erwartet wird …" and so tells a person what to write instead.
 */

export interface Kind<T> {
  schema: z.ZodType<T, string>
  /** German, accusative is not needed: "eine ganze Zahl von 1 bis 65535, zum Beispiel 993". */
  expects: string
}

export const words: Kind<string> = { schema: z.string(), expects: 'ein Text' }

/** "3" or "0,5"; a German decimal comma is as good as a point. */
export function number(min: number, max: number, unit: string, whole = true): Kind<number> {
  const german = (n: number) => String(n).replace('.', ',')
  return {
    schema: z
      .string()
      .regex(/^\d{1,9}([.,]\d{1,3})?$/)
      .transform(text => Number(text.replace(',', '.')))
      .refine(n => n >= min && n <= max && (!whole || Number.isInteger(n))),
    expects: `eine ${whole ? 'ganze ' : ''}Zahl von ${german(min)} bis ${german(max)}${unit && ` (${unit})`}`,
  }
}

/** TCP port; 0 lets the system choose and is allowed only where the program itself listens. */
export function port(example: number, lowest: 0 | 1 = 1): Kind<number> {
  const { schema, expects } = number(lowest, 65_535, '')
  return { schema, expects: `${expects}, zum Beispiel ${example}` }
}

export function oneOf<const T extends readonly [string, ...string[]]>(choices: T): Kind<T[number]> {
  return {
    schema: z
      .string()
      .transform(text => text.toLowerCase())
      .pipe(z.enum(choices)),
    expects: `eines dieser Wörter: ${choices.join(', ')}`,
  }
}

/** A name that can be looked up, or an address; never a URL, which is the usual slip. */
export const host: Kind<string> = {
  schema: z.string().regex(/^[\p{L}\p{N}]([\p{L}\p{N}._:-]*[\p{L}\p{N}])?$|^::1$/u),
  expects: 'nur der Name des Servers ohne Protokoll und Port, zum Beispiel imap.example',
}

export const mailAddress: Kind<string> = {
  schema: z.email(),
  expects: 'eine E-Mail-Adresse, zum Beispiel klassenassistenz@kreis.example',
}

export const mailAddresses: Kind<string[]> = {
  schema: z
    .string()
    .transform(text => pieces(text))
    .pipe(z.array(z.email()).min(1)),
  expects: 'eine oder mehrere E-Mail-Adressen, mit Komma getrennt',
}

/** "INBOX, Junk-E-Mail": names may hold spaces, and INBOX alone is the same in any spelling (RFC 3501 5.1). */
export const folderNames: Kind<string[]> = {
  schema: z
    .string()
    .transform(text =>
      text
        .split(',')
        .map(piece => piece.trim())
        .filter(piece => piece !== ''),
    )
    .refine(names => names.length > 0 && new Set(names.map(sameFolder)).size === names.length),
  expects:
    'ein oder mehrere Ordner, mit Komma getrennt und jeder nur einmal, zum Beispiel INBOX, Junk-E-Mail',
}

/** Equal for two names of one folder. */
export const sameFolder = (name: string) => (/^inbox$/i.test(name) ? 'INBOX' : name)

/** Names that a server writes into headers, "mx.kreis.example"; compared without regard to case. */
export const serverNames: Kind<string[]> = {
  schema: z
    .string()
    .transform(text => pieces(text.toLowerCase()))
    .pipe(z.array(z.string().regex(/^[^\s;,="()<>@]+$/)).min(1)),
  expects: 'ein oder mehrere Namen, mit Komma getrennt, zum Beispiel mx.kreis.example',
}

/** Name servers by address, as the resolver takes them. */
export const nameServers: Kind<string[]> = {
  schema: z
    .string()
    .transform(text => pieces(text))
    .pipe(
      z
        .array(
          z
            .string()
            .regex(/^(?:(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?|[\da-f:]+|\[[\da-f:]+\](?::\d{1,5})?)$/i),
        )
        .min(1),
    ),
  expects: 'eine oder mehrere IP-Adressen, mit Komma getrennt, zum Beispiel 192.0.2.53',
}

/** An instant that the clock is fixed to; a day alone would leave the time of day open. */
export const instant: Kind<Temporal.Instant> = {
  schema: z.string().transform((text, context) => {
    try {
      return Temporal.Instant.from(text)
    } catch {
      context.addIssue('not an instant')
      return z.NEVER
    }
  }),
  expects: 'ein Zeitpunkt mit Zone nach ISO 8601, zum Beispiel 2024-04-22T09:00:00+02:00',
}

export const postgresUrl: Kind<string> = {
  schema: z.string().refine(text => URL.canParse(text) && /^postgres(ql)?:\/\/[^/]/.test(text)),
  expects:
    'eine Adresse der Form postgres://benutzer:passwort@server:5432/datenbank (Sonderzeichen im Passwort als %-Folge)',
}

/** Secrets go there: over the open net only encrypted. */
export const secureUrl: Kind<string> = {
  schema: z
    .string()
    .refine(
      text =>
        URL.canParse(text) &&
        (/^https:/.test(text) || (/^http:/.test(text) && isLoopback(new URL(text).hostname))),
    ),
  expects: 'eine Adresse, die mit https:// beginnt',
}

export function startsWith(prefix: string, where: string): Kind<string> {
  return {
    schema: z.string().regex(new RegExp(`^${prefix}\\S+$`)),
    expects: `ein Wert, der mit ${prefix} beginnt (${where})`,
  }
}

export function atLeast(length: number): Kind<string> {
  return { schema: z.string().min(length), expects: `ein Text von mindestens ${length} Zeichen` }
}

/** "koordination=C012,schulen=C034": the profile's name of a channel and the platform's. */
export const channelMap: Kind<Record<string, string>> = {
  schema: z.string().transform((text, context) => {
    const pairs = pieces(text).map(piece => /^([\p{L}\p{N}_-]+)\s*=\s*(\S{3,})$/u.exec(piece))
    const names = pairs.map(pair => pair?.[1])
    if (pairs.some(pair => !pair) || new Set(names).size < names.length || pairs.length === 0) {
      context.addIssue('not a map of channels')
      return z.NEVER
    }
    return Object.fromEntries(pairs.map(pair => [pair![1]!, pair![2]!]))
  }),
  expects:
    'eine Liste name=Kanal-ID, mit Komma getrennt und jeder Name nur einmal, zum Beispiel koordination=C012AB3CD,schulen=C034EF5GH',
}

/** A calendar day. */
export const day: Kind<string> = {
  schema: z.iso.date(),
  expects: 'ein Datum der Form 2027-03-01',
}

/** Where secrets are sent: over TLS, to this machine also without. No query, because discovery appends a path. */
export const issuerUrl: Kind<string> = {
  schema: z.string().refine(text => {
    if (!URL.canParse(text)) return false
    const url = new URL(text)
    const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
    return safe && !url.search && !url.hash && !url.username && !url.password
  }),
  expects:
    'eine Adresse, die mit https:// beginnt und kein ? enthält, zum Beispiel https://login.microsoftonline.com/<Verzeichnis-ID>/v2.0',
}

/** A day on which something was done, or the express word that it is not needed. */
export const dayOrNotNeeded: Kind<string> = {
  schema: z.union([z.iso.date(), z.literal('nicht-erforderlich')]),
  expects:
    'ein Datum der Form 2024-03-01 oder das Wort nicht-erforderlich (wenn die Datenschutzbeauftragte das so festgestellt hat)',
}

function pieces(list: string): string[] {
  return list
    .split(/[,;]/)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
}
