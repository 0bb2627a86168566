import type { PlannedProcess } from '../../domain/process/process.ts'
import { ownTasksId } from '../../domain/process/template/templatesOf.ts'
import { tellsOfCompany } from '../../domain/tender/stepsOfCompanies.ts'
import { withTenderSight } from '../../domain/tender/tenderSight.ts'
import { seesCompanies } from '../arguments/tenderArgs.ts'
import type { Context } from '../command.ts'
import { mayReadWords } from './sight.ts'
import { tenderSight } from './tenderSeen.ts'

/**
 * The Abläufe whose steps may be named in a picture in this place: of a procurement what `tenderSight` says, own Fristen where words that
 * people typed may be read, what tells of a company for the Vergabestelle alone.
 */
export function plansSeen(
  plans: readonly PlannedProcess[],
  context: Pick<Context, 'person' | 'place' | 'viewer'>,
): PlannedProcess[] {
  const companies = seesCompanies(context)
  const words = mayReadWords(context)
  return withTenderSight(plans, tenderSight(context))
    .filter(({ template }) => words || template.id !== ownTasksId)
    .map(process =>
      companies
        ? process
        : { ...process, steps: process.steps.filter(step => !tellsOfCompany({ process, step })) },
    )
}
