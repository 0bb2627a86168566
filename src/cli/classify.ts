import { classify as classified } from '../domain/classify/classify.ts'
import { reasonsOf } from '../domain/classify/explain.ts'
import { type CliCommand, type Io, WrongUsage } from './command.ts'
import { answerLines } from './jsonLines.ts'
import { inputOf, letterLine } from './letterLine.ts'
import { type ProgrammeFor, programmesOf } from './programmeFor.ts'
import { settingsFor } from './settingsFor.ts'

export const classify: CliCommand = {
  usage: '< BRIEFE.jsonl',
  summary: 'liest Zeilen {id, from_name, from_address, subject, body} und ordnet sie ein; speichert nichts',
  options: [['BRIEFE.jsonl', 'Zeilen {"id": …, "subject": …, "body": …} auf der Standardeingabe']],
  async run(argv, io) {
    if (argv.length > 0) throw new WrongUsage(`„${argv[0]}“ verstehe ich hier nicht.`)
    const { settings } = settingsFor(io)
    return classifyLines(programmesOf(settings.programme), io)
  },
}

/** One result a line, in order (contract `kla classify`). */
export async function classifyLines(
  programmeFor: ProgrammeFor,
  io: Pick<Io, 'stdin' | 'stdout' | 'stderr'>,
): Promise<number> {
  return answerLines(io, {
    schema: letterLine,
    expected:
      'Erwartet wird ein JSON-Objekt mit „id“ und Texten in „from_name“, „from_address“, „subject“, „body“.',
    answer(line) {
      const programme = programmeFor(line.programme)
      if (!programme) return { problem: `Das Programm „${line.programme?.slice(0, 60)}“ gibt es nicht.` }
      const found = classified(programme, inputOf(line))
      return {
        id: line.id,
        stakeholder: found.stakeholder,
        topic: found.topic,
        region: found.place,
        urgent_child_protection: found.urgentChildProtection,
        bidder_question: found.bidderQuestion,
        flags: found.flags,
        confidence: found.confidence,
        because: reasonsOf(found),
      }
    },
  })
}
