import { type CliCommand, type Io, WrongUsage } from './cli/command.ts'
import { DatabaseProblem } from './db/problem.ts'
import { nearestNames } from './domain/programme/spelling.ts'
import { ProblemForPeople } from './problem.ts'

/**
 * The words of the command `kla`, in the order of the overview. Each is loaded when it is used: the mail and chat
 * libraries take longer to load than most words take to run.
 */
export const words: Record<string, () => Promise<CliCommand>> = {
  start: async () => (await import('./cli/start.ts')).start,
  demo: async () => (await import('./cli/demo.ts')).demo,
  import: async () => (await import('./cli/import.ts')).importMails,
  ask: async () => (await import('./cli/ask.ts')).ask,
  parse: async () => (await import('./cli/parse.ts')).parse,
  classify: async () => (await import('./cli/classify.ts')).classify,
  fristen: async () => (await import('./cli/fristen.ts')).fristen,
  evaluate: async () => (await import('./cli/evaluate.ts')).evaluate,
  preview: async () => (await import('./cli/preview.ts')).preview,
  ledger: async () => (await import('./cli/ledger.ts')).ledger,
  quarantine: async () => (await import('./cli/quarantine.ts')).quarantine,
  answer: async () => (await import('./cli/answer.ts')).answer,
  outbox: async () => (await import('./cli/outbox.ts')).outbox,
  remind: async () => (await import('./cli/remind.ts')).remind,
  doctor: async () => (await import('./cli/doctor.ts')).doctor,
  manifest: async () => (await import('./cli/manifest.ts')).manifest,
  profile: async () => (await import('./cli/profile.ts')).profile,
}

/** Runs one command line and returns its exit status (contract: 0 done, 1 failed, 2 wrong usage). */
export async function runCli(argv: string[], io: Io): Promise<number> {
  const [word = 'help', ...rest] = argv
  if (word === 'help' || word === 'hilfe' || word === '--help' || word === '-h') {
    io.stdout.write(await overview())
    return 0
  }
  const load = Object.hasOwn(words, word) ? words[word] : undefined
  if (!load) {
    const near = nearestNames(word, Object.keys(words))[0]
    const meant = near ? ` Meinten Sie ${near}?` : ''
    io.stderr.write(`„${word.slice(0, 60)}“ kenne ich nicht.${meant}\n\n${await overview()}`)
    return 2
  }
  const command = await load()
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout.write(helpOf(word, command))
    return 0
  }
  try {
    return await command.run(rest, io)
  } catch (error) {
    if (error instanceof WrongUsage) {
      io.stderr.write(`${error.message}\nAufruf: ${`kla ${word} ${command.usage}`.trimEnd()}\n`)
      return 2
    }
    if (error instanceof ProblemForPeople || error instanceof DatabaseProblem) {
      io.stderr.write(`${error.message}\n`)
      return 1
    }
    throw error
  }
}

function helpOf(word: string, { usage, summary, options = [] }: CliCommand): string {
  const width = Math.max(...options.map(([part]) => part.length))
  const lines = options.map(([part, meaning]) => `  ${part.padEnd(width)}  ${meaning}\n`)
  return `${`kla ${word} ${usage}`.trimEnd()}\n  ${summary}\n${lines.length > 0 ? `\n${lines.join('')}` : ''}`
}

async function overview(): Promise<string> {
  const width = Math.max(...Object.keys(words).map(word => word.length))
  const lines = []
  for (const [word, load] of Object.entries(words))
    lines.push(`  ${word.padEnd(width)}  ${(await load()).summary}`)
  return `kla: Klassenassistenz-Bot\n\n${lines.join('\n')}\n\nMehr zu einem Wort: kla <Wort> --help\n`
}
