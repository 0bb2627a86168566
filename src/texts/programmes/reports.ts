import type { Temporal } from 'temporal-polyfill'
import type { OpenReport } from '../../domain/process/kinds/reports.ts'
import { subjectName } from '../../domain/process/subjects.ts'
import type { ProcessTemplate, SubjectKind } from '../../domain/process/template/template.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Block, Reply, Row } from '../../reply/reply.ts'
import { onPage, type Paging, pageBlocks } from '../listPages.ts'
import { standNote } from '../standNote.ts'
import { whenWords } from '../steps/stepWords.ts'

interface Around {
  programme: Programme
  now: Temporal.Instant
  paging: Paging
}

/** What the reports of a template are still to come from; null: nobody has said how often they come. */
export interface ReportsShown {
  template: ProcessTemplate
  open: readonly OpenReport[] | null
}

/** The answer to "bericht offen". */
export function openReportsReply(shown: readonly ReportsShown[], { programme, now, paging }: Around): Reply {
  const { profile } = programme
  const sources = [...new Set(shown.map(each => each.template.quelle))].join('; ')
  return {
    summary: shown.map(each => sentenceOf(each)).join(' '),
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: 'Berichte, die noch fehlen' },
      ...shown.flatMap(each => blocksOf(each, programme, paging)),
      ...pageBlocks(
        shown.map(({ open }) => ({ total: open?.length ?? 0 })),
        paging,
      ),
      standNote({ stand: profile.stand, quelle: sources }, now),
    ],
  }
}

/** How an office says how often a report comes. */
export function noCycle({ name, id, quelle }: ProcessTemplate, programme: Programme): string {
  return (
    `Für „${name}“ ist kein Turnus festgelegt, deshalb wird noch kein Bericht erwartet (${quelle}). ` +
    `Festlegen kann ihn die Administration: in profiles/${programme.id}.yaml beim Ablauf „${id}“ eintragen „beginnt: zyklus“, ` +
    '„wiederholung: { jedes: jahr }“ (oder halbjahr, schuljahr) und beim Schritt „termin: { nach: beginn, monate: 12 }“; ' +
    'danach das Programm neu starten.'
  )
}

function blocksOf({ template, open }: ReportsShown, programme: Programme, paging: Paging): Block[] {
  if (open === null) return [{ kind: 'text', text: noCycle(template, programme) }]
  if (open.length === 0) return [{ kind: 'text', text: sentenceOf({ template, open }) }]
  const rows = onPage(open, paging).map(({ plan, step, overdue }): Row => {
    const { subject, cycle } = plan.instance
    return {
      sign: overdue ? 'urgent' : 'planned',
      state: overdue ? 'überfällig' : 'offen',
      text: [subjectName(programme, subject), cycle].filter(part => part !== '').join(' · '),
      detail: step.when ? `bis ${whenWords(step.when)}` : 'Termin noch nicht festgelegt',
    }
  })
  return [
    { kind: 'text', text: sentenceOf({ template, open }) },
    { kind: 'rows', title: `${template.name} je ${unitWord(template.je, programme)}`, rows },
  ]
}

function sentenceOf({ template, open }: ReportsShown): string {
  if (open === null) return `${template.name}: kein Turnus festgelegt.`
  if (open.length === 0) return `${template.name}: Es fehlt keiner.`
  const overdue = open.filter(each => each.overdue).length
  const late = overdue > 0 ? `, davon ${overdue} überfällig` : ''
  return `${template.name}: ${open.length === 1 ? '1 fehlt' : `${open.length} fehlen`}${late}.`
}

function unitWord(kind: SubjectKind, { profile }: Programme): string {
  if (kind === 'region') return profile.gebietseinheit
  return kind === 'schule' ? 'Schule' : kind === 'gremium' ? 'Gremium' : 'Standort'
}
