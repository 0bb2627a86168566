import type { PlannedProcess } from '../../domain/process/process.ts'
import { milestoneTemplateId } from '../../domain/process/template/milestoneTemplate.ts'
import { type Context, staff } from '../command.ts'
import { mayUse } from '../permission.ts'

/**
 * When something was last entered of what this person may know (ISO instant); null: nothing was. A guest hears of the milestones alone: that
 * the office entered a deputy or a Frist of its own this morning is nobody else's concern.
 */
export function lastEntrySeen(
  plans: readonly PlannedProcess[],
  { person }: Pick<Context, 'person'>,
): string | null {
  const told = mayUse(staff, person) ? plans : plans.filter(each => each.template.id === milestoneTemplateId)
  const entered = told.flatMap(each => each.changedAt ?? []).sort()
  return entered.at(-1) ?? null
}
