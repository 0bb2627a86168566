import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { classify } from '../domain/classify/classify.ts'
import { type Stakeholder, stakeholders, topics } from '../domain/classify/labels.ts'
import { type AxisMeasure, axisMeasure, type SignMeasure, signMeasure } from '../domain/classify/measures.ts'
import { axisTable, signTable } from '../texts/evaluation.ts'
import { type CliCommand, type Io, WrongUsage } from './command.ts'
import { readLines } from './jsonLines.ts'
import { inputOf, letterLine } from './letterLine.ts'
import { type ProgrammeFor, programmesOf } from './programmeFor.ts'
import { settingsFor } from './settingsFor.ts'

const labelledLine = letterLine.extend({
  stakeholder: z.enum(stakeholders),
  topic: z.enum(topics),
  region: z.string().nullable(),
  urgent_child_protection: z.boolean(),
  bidder_question: z.boolean(),
})

export const evaluate: CliCommand = {
  usage: 'DATEI… [--json]',
  summary: 'misst die Einordnung an Briefen, die auch ihre richtigen Angaben tragen',
  options: [
    ['DATEI', 'JSON-Zeilen mit Briefen und ihren richtigen Angaben'],
    ['--json', 'das Ergebnis als JSON'],
  ],
  async run(argv, io) {
    const strange = argv.find(arg => arg.startsWith('--') && arg !== '--json')
    if (strange) throw new WrongUsage(`„${strange}“ verstehe ich hier nicht.`)
    const files = argv.filter(arg => !arg.startsWith('--'))
    if (files.length === 0) throw new WrongUsage('Bitte mindestens eine Datei angeben.')
    const { settings } = settingsFor(io)
    return evaluateFiles(programmesOf(settings.programme), files, argv.includes('--json'), io)
  },
}

interface Measured {
  stakeholder: AxisMeasure
  topic: AxisMeasure
  region: AxisMeasure
  urgent_child_protection: SignMeasure
  /** Alarm or heute_sichten: no letter with a hint may be outside both. */
  urgent_in_either_tier: SignMeasure
  bidder_question: SignMeasure
}

/** Measures on all letters of the files together. A line that does not fit is named, the others count. */
export async function evaluateFiles(
  programmeFor: ProgrammeFor,
  files: readonly string[],
  json: boolean,
  io: Pick<Io, 'stdout' | 'stderr'>,
): Promise<number> {
  const judged: ReturnType<typeof judge>[] = []
  let failed = false
  for (const file of files) {
    try {
      for await (const line of readLines(createReadStream(file, 'utf8'), labelledLine)) {
        const programme = 'input' in line ? programmeFor(line.input.programme) : null
        if ('input' in line && programme)
          judged.push(judge(classify(programme, inputOf(line.input)), line.input))
        else {
          failed = true
          io.stderr.write(`${file}, Zeile ${line.number}: Erwartet wird ein Brief mit allen Angaben.\n`)
        }
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      failed = true
      io.stderr.write(`${file}: Die Datei lässt sich nicht lesen.\n`)
    }
  }
  const measured = measure(judged)
  if (json) {
    for (const [axis, values] of Object.entries(measured))
      io.stdout.write(`${JSON.stringify({ axis, ...values })}\n`)
  } else {
    io.stdout.write(inWords(measured))
  }
  return failed ? 1 : 0
}

function judge(found: ReturnType<typeof classify>, truth: z.infer<typeof labelledLine>) {
  const urgent = found.urgentChildProtection
  return {
    stakeholder: { truth: truth.stakeholder as Stakeholder | null, answer: found.stakeholder },
    topic: { truth: truth.topic, answer: found.topic },
    region: { truth: truth.region ?? 'kein Ort', answer: found.place ?? 'kein Ort' },
    urgent: { truth: truth.urgent_child_protection, answer: urgent },
    tiers: { truth: truth.urgent_child_protection, answer: urgent || found.flags.includes('heute_sichten') },
    bidder: { truth: truth.bidder_question, answer: found.bidderQuestion },
  }
}

function measure(judged: ReturnType<typeof judge>[]): Measured {
  return {
    stakeholder: axisMeasure(judged.map(each => each.stakeholder)),
    topic: axisMeasure(judged.map(each => each.topic)),
    region: axisMeasure(judged.map(each => each.region)),
    urgent_child_protection: signMeasure(judged.map(each => each.urgent)),
    urgent_in_either_tier: signMeasure(judged.map(each => each.tiers)),
    bidder_question: signMeasure(judged.map(each => each.bidder)),
  }
}

function inWords(measured: Measured): string {
  return [
    axisTable('Absender (stakeholder)', measured.stakeholder),
    axisTable('Thema (topic)', measured.topic),
    axisTable('Ort (region)', measured.region, { confusion: false }),
    signTable({
      'Kinderschutz: Alarm': measured.urgent_child_protection,
      'Kinderschutz: Alarm oder heute sichten': measured.urgent_in_either_tier,
      Bieterfrage: measured.bidder_question,
    }),
  ].join('\n')
}
