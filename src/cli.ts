import { ask } from './cli/ask.ts'
import { classify } from './cli/classify.ts'
import { type CliCommand, type Io, WrongUsage } from './cli/command.ts'
import { demo } from './cli/demo.ts'
import { doctor } from './cli/doctor.ts'
import { evaluate } from './cli/evaluate.ts'
import { importMails } from './cli/import.ts'
import { ledger } from './cli/ledger.ts'
import { manifest } from './cli/manifest.ts'
import { parse } from './cli/parse.ts'
import { preview } from './cli/preview.ts'
import { quarantine } from './cli/quarantine.ts'
import { start } from './cli/start.ts'
import { DatabaseProblem } from './db/problem.ts'
import { ProblemForPeople } from './problem.ts'

/** The words of the command `kla`, in the order of the overview. */
export const words: Record<string, CliCommand> = {
  start,
  demo,
  import: importMails,
  ask,
  parse,
  classify,
  evaluate,
  preview,
  ledger,
  quarantine,
  doctor,
  manifest,
}

/** Runs one command line and returns its exit status (contract: 0 done, 1 failed, 2 wrong usage). */
export async function runCli(argv: string[], io: Io): Promise<number> {
  const [word = 'help', ...rest] = argv
  if (word === 'help' || word === 'hilfe' || word === '--help' || word === '-h') {
    io.stdout.write(overview())
    return 0
  }
  const command = Object.hasOwn(words, word) ? words[word] : undefined
  if (!command) {
    io.stderr.write(`„${word.slice(0, 60)}“ kenne ich nicht.\n\n${overview()}`)
    return 2
  }
  if (rest.includes('--help')) {
    io.stdout.write(`kla ${word} ${command.usage}\n  ${command.summary}\n`)
    return 0
  }
  try {
    return await command.run(rest, io)
  } catch (error) {
    if (error instanceof WrongUsage) {
      io.stderr.write(`${error.message}\nAufruf: kla ${word} ${command.usage}\n`)
      return 2
    }
    if (error instanceof ProblemForPeople || error instanceof DatabaseProblem) {
      io.stderr.write(`${error.message}\n`)
      return 1
    }
    throw error
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(words).map(word => word.length))
  const lines = Object.entries(words).map(([word, { summary }]) => `  ${word.padEnd(width)}  ${summary}`)
  return `kla: Klassenassistenz-Bot\n\n${lines.join('\n')}\n\nMehr zu einem Wort: kla <Wort> --help\n`
}
