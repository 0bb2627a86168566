import type { Import } from './imports.ts'

/*
 * The import table of ARCHITECTURE.md. Arrows lead downwards only: what decides does not know who asks it, and
 * what talks to the outside decides nothing. `types` are imports that are gone when the program runs.
 */
type Part = keyof typeof table

const table = {
  domain: { code: [], types: [] },
  reply: { code: ['domain'], types: [] },
  texts: { code: ['domain', 'reply'], types: [] },
  db: { code: [], types: ['domain', 'reply'] },
  chat: { code: ['domain', 'texts', 'reply', 'db'], types: ['adapter types'] },
  flows: { code: ['domain', 'texts', 'reply', 'db'], types: ['adapter types', 'jobs'] },
  commands: { code: ['domain', 'texts', 'reply', 'db', 'chat', 'flows'], types: ['adapter types'] },
  jobs: { code: ['flows', 'db'], types: [] },
  'adapter types': { code: [], types: ['domain', 'reply', 'adapter types'] },
  adapter: { code: ['domain', 'reply'], types: ['adapter types'] },
  edge: {
    code: ['domain', 'reply', 'texts', 'db', 'chat', 'flows', 'commands', 'jobs', 'adapter'],
    types: ['adapter types'],
  },
} satisfies Record<string, { code: string[]; types: string[] }>

/** Which part of the house a file belongs to. Files directly in src/, and what has no row of its own (build, checks, cli, settings), are the edge. */
export function partOf(path: string): Part {
  if (path === 'src/adapters/types.ts' || path === 'src/adapters/chatTypes.ts') return 'adapter types'
  if (path.startsWith('src/adapters/')) return 'adapter'
  if (path.startsWith('commands/')) return 'commands'
  const folder = /^src\/([^/]+)\//.exec(path)?.[1] ?? 'edge'
  if (folder in table) return folder as Part
  return 'edge'
}

/** null when the table allows the import, otherwise "from → to" for the list of what is wrong. */
export function forbidden(each: Import): string | null {
  if (!each.own) return null
  const [from, to] = [partOf(each.from), partOf(each.to)]
  const row: { code: string[]; types: string[] } = table[from]
  const sameFolder = each.from.split('/')[2] === each.to.split('/')[2]
  const allowed =
    (from === to && (from !== 'adapter' || sameFolder)) ||
    row.code.includes(to) ||
    (each.typeOnly && row.types.includes(to))
  return allowed ? null : `${each.from} → ${each.to}${each.typeOnly ? ' (type)' : ''}`
}

/** The domain may calculate with these; each is pure. Everything else it gets as an argument. */
export const pureModules = [
  'temporal-polyfill',
  'zod',
  'yaml',
  'date-holidays',
  'html-to-text',
  'node:crypto',
]

/** Packages that talk to the outside, and the one part that may use each: the place to look when one changes. */
export const homes: Record<string, string> = {
  '@fastify/helmet': 'src/adapters/web/',
  '@microsoft/teams.api': 'src/adapters/teams/',
  '@microsoft/teams.apps': 'src/adapters/teams/',
  '@microsoft/teams.cards': 'src/adapters/teams/',
  '@resvg/resvg-js': 'src/adapters/picture/',
  '@slack/bolt': 'src/adapters/slack/',
  asn1js: 'src/adapters/mime/',
  fastify: 'src/adapters/web/',
  'file-type': 'src/adapters/mime/',
  'ical-generator': 'src/adapters/ical/',
  imapflow: 'src/adapters/imap/',
  mailauth: 'src/adapters/mailauth/',
  'node-cron': 'src/jobs/',
  nodemailer: 'src/adapters/',
  'pg-boss': 'src/jobs/',
  postgres: 'src/db/',
  vega: 'src/adapters/picture/',
  'vega-lite': 'src/adapters/picture/',
}
