import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { ChangeNeeds } from './changeProcesses.ts'
import { nameIn } from './deadlineIn.ts'
import { plansToday } from './plansToday.ts'

/** The plans of today with the names of their steps, as "status" takes them. */
export async function statusPlans(needs: ChangeNeeds) {
  const plans = await plansToday(needs)
  return { all: plans.all, units: plans.units, nameOf: (at: StepOfProcess) => nameIn(plans, at) }
}
