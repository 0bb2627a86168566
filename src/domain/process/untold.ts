import type { PlannedProcess, PlannedStep } from './process.ts'
import { ownTasksId } from './template/templatesOf.ts'

/** What stands for the title of a Frist that a person wrote, where words that people typed may not be read (D08). */
export const untoldTitle = 'eigene Frist (Wortlaut im Arbeitsplatz)'

/** An Ablauf without titles that people typed; all others are those of documents. */
export function untold(process: PlannedProcess): PlannedProcess {
  return process.template.id === ownTasksId
    ? { ...process, steps: process.steps.map(step => ({ ...step, title: untoldTitle })) }
    : process
}

/** The same for one of its steps, with all else that is known of it. */
export function untoldStep<At extends { process: PlannedProcess; step: PlannedStep }>(at: At): At {
  const process = untold(at.process)
  return { ...at, process, step: process === at.process ? at.step : { ...at.step, title: untoldTitle } }
}
