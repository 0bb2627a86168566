import type { PlannedProcess } from '../../domain/process/process.ts'
import { ownTasksId } from '../../domain/process/template/templatesOf.ts'
import { tellsOfCompany } from '../../domain/tender/stepsOfCompanies.ts'
import { seesCompanies } from '../arguments/tenderArgs.ts'
import type { Context } from '../command.ts'
import { mayReadWords } from './sight.ts'

/**
 * The Abläufe whose steps may be named in a picture in this place: a procurement in no channel, own Fristen where words that
 * people typed may be read, what tells of a company for the Vergabestelle alone.
 */
export function plansSeen(
  plans: readonly PlannedProcess[],
  context: Pick<Context, 'person' | 'place' | 'viewer'>,
): PlannedProcess[] {
  const companies = seesCompanies(context)
  const words = mayReadWords(context)
  return plans
    .filter(({ template }) => !(context.viewer.inChannel && template.art === 'vergabe'))
    .filter(({ template }) => words || template.id !== ownTasksId)
    .map(process =>
      companies
        ? process
        : { ...process, steps: process.steps.filter(step => !tellsOfCompany({ process, step })) },
    )
}
