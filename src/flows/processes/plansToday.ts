import { dayOf } from '../../domain/time/day.ts'
import { beginWhatIsDue, type ChangeNeeds } from './changeProcesses.ts'
import { loadPlans, missingInstances, type Plans } from './plans.ts'

/** All Abläufe as they stand today. What the calendar or the profile wants to exist by now begins with the first look. */
export async function plansToday(needs: ChangeNeeds): Promise<Plans> {
  const plans = await loadPlans(needs, needs.db)
  const missing = missingInstances(needs, plans, dayOf(needs.now()))
  return missing.length > 0 ? beginWhatIsDue(needs) : plans
}
