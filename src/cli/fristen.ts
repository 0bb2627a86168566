import { z } from 'zod'
import { procedureRules } from '../build/ruleSets.ts'
import { weekday } from '../domain/time/day.ts'
import { notesOn, type Period, periodsOf, type RuleSets } from '../domain/time/periods/periodsOf.ts'
import { isInputName, readCase, unknownInput } from '../domain/time/periods/readCase.ts'
import { type CliCommand, type Io, WrongUsage } from './command.ts'
import { answerLines } from './jsonLines.ts'

export const fristen: CliCommand = {
  usage: '< VERFAHREN.jsonl',
  summary: 'liest Zeilen {id, land, regime, procedure, inputs} und rechnet die Fristen des Vergaberechts aus',
  options: [
    [
      'VERFAHREN.jsonl',
      'Zeilen {"id": …, "land": "SH", "regime": "EU_VgV", "procedure": "offenes_verfahren", "inputs": {…}} auf der Standardeingabe',
    ],
  ],
  async run(argv, io) {
    if (argv.length > 0) throw new WrongUsage(`„${argv[0]}“ verstehe ich hier nicht.`)
    return periodLines(procedureRules(), io)
  },
}

const line = z.object({
  id: z.union([z.string(), z.number()]),
  land: z.unknown().optional(),
  regime: z.unknown().optional(),
  procedure: z.unknown().optional(),
  inputs: z.unknown().optional(),
})

const givenInputs = z.record(z.string(), z.unknown())
const noInputs =
  '„inputs“ fehlt. Erwartet wird ein Objekt wie {"auftragsbekanntmachung_abgesendet": "2024-04-19"}.'

/** A line may hold a hundred thousand wrong names; a few tell enough. */
const mostNotes = 10

/**
 * One answer a line, in order (contract `kla fristen`). A line that asks for what cannot be gets `error` with one German
 * sentence in place of `periods`; a name that is not known is told in `hinweise`, and the rest is counted.
 */
export async function periodLines(
  rules: RuleSets,
  io: Pick<Io, 'stdin' | 'stdout' | 'stderr'>,
): Promise<number> {
  return answerLines(io, {
    schema: line,
    expected:
      'Erwartet wird ein JSON-Objekt mit „id“, „land“, „regime“, „procedure“ und dem Objekt „inputs“.',
    answer({ id, inputs, ...typed }) {
      const said = givenInputs.safeParse(inputs)
      if (!said.success) return { problem: noInputs, instead: { id, error: noInputs } }
      const known = Object.entries(said.data).filter(([name]) => isInputName(name))
      const unknown = Object.keys(said.data).filter(name => !isInputName(name))
      // Where nothing at all is known, the case is read as it stands and refused.
      const counted = known.length > 0 ? Object.fromEntries(known) : said.data
      const read = readCase({ ...typed, inputs: counted }, rules)
      if ('problem' in read) return { ...read, instead: { id, error: read.problem } }
      const periods = periodsOf(read.case, rules)
      const unread = unknown.slice(0, mostNotes).map(unknownInput)
      const notes = [...unread, ...notesOn(read.case, rules, periods)]
      const answer = { id, periods: periods.map(jsonOf), ...(notes.length > 0 ? { hinweise: notes } : {}) }
      // What hangs on the known ones is right all the same; the status tells that something was not understood.
      return unread[0] === undefined ? answer : { problem: unread[0], instead: answer }
    },
  })
}

/** A period as the contract names its parts. */
function jsonOf(period: Period): object {
  const { key, norm, certainty, why } = period
  switch (period.kind) {
    case 'date':
      return {
        key,
        norm,
        unrolled: period.unrolled.toString(),
        date: period.date.toString(),
        weekday: weekday(period.date),
        shifted: period.shifted,
        certainty,
        why,
      }
    case 'datetime': {
      const datetime = period.datetime.toString({ timeZoneName: 'never' })
      const day = weekday(period.datetime.toPlainDate())
      return { key, norm, unrolled: datetime, datetime, weekday: day, shifted: false, certainty, why }
    }
    case 'value':
      return { key, norm, unrolled: null, value: period.value, weekday: null, shifted: false, certainty, why }
  }
}
