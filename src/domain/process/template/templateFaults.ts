import type { ProfileFault } from '../../programme/profileFault.ts'
import { circleIn } from './circleIn.ts'
import { anchors, type ProcessTemplate } from './template.ts'
import { ownTemplateIds } from './templatesOf.ts'

/** What zod cannot see: steps and Abläufe that do not exist, names given twice, steps that wait for each other in a circle. */
export function templateFaults(
  templates: readonly ProcessTemplate[],
  known: {
    roles: ReadonlySet<string>
    regions: ReadonlySet<string>
    /** Steps of each Ablauf, by its id. */
    templates: ReadonlyMap<string, ReadonlySet<string>>
  },
): ProfileFault[] {
  return templates.flatMap((template, i) => {
    const ids = new Set(template.schritte.map(step => step.id))
    const faults: ProfileFault[] = []
    const say = (path: (string | number)[], sentence: string) =>
      faults.push({ path: [i, ...path], sentence: `${sentence}.` })
    if (templates.findIndex(each => each.id === template.id) < i)
      say(['id'], `Der Ablauf „${template.id}“ steht schon weiter oben; jeder braucht einen eigenen Namen`)
    if (ownTemplateIds.includes(template.id))
      say(['id'], `„${template.id}“ ist dem Programm vorbehalten; bitte einen anderen Namen wählen`)
    if (template.beginnt === 'zyklus' && !(template.wiederholung && 'jedes' in template.wiederholung))
      say(['beginnt'], 'Zu „zyklus“ gehört unter wiederholung: jedes (jahr, halbjahr oder schuljahr)')
    const nowhere =
      typeof template.beginnt === 'object' && leadsNowhere(template.beginnt.mit, known.templates)
    if (nowhere) say(['beginnt', 'mit'], nowhere)
    if (template.wiederholung && 'nach' in template.wiederholung && !ids.has(template.wiederholung.nach))
      say(
        ['wiederholung', 'nach'],
        `Den Schritt „${template.wiederholung.nach}“ gibt es in diesem Ablauf nicht`,
      )
    template.schritte.forEach((step, j) => {
      if (template.schritte.findIndex(each => each.id === step.id) < j)
        say(['schritte', j, 'id'], `Der Schritt „${step.id}“ steht schon weiter oben`)
      step.nach.forEach((id, k) => {
        if (!ids.has(id))
          say(['schritte', j, 'nach', k], `Den Schritt „${id}“ gibt es in diesem Ablauf nicht`)
      })
      const from = countedFrom(step.termin)
      if (from !== null && !ids.has(from) && !(anchors as readonly string[]).includes(from))
        say(
          ['schritte', j, 'termin'],
          `„${from}“ ist weder ein Schritt dieses Ablaufs noch ${anchors.join(', ')}`,
        )
      if (step.wer !== null && !known.roles.has(step.wer))
        say(['schritte', j, 'wer'], `„${step.wer}“ steht nicht unter beteiligte`)
      if (step.sperre && !ids.has(step.sperre.bis))
        say(
          ['schritte', j, 'sperre', 'bis'],
          `Den Schritt „${step.sperre.bis}“ gibt es in diesem Ablauf nicht`,
        )
      step.regionen.forEach((id, k) => {
        if (!known.regions.has(id)) say(['schritte', j, 'regionen', k], `Die Region „${id}“ gibt es nicht`)
      })
      const gate = step.tor && leadsNowhere(step.tor.braucht, known.templates)
      if (gate) say(['schritte', j, 'tor', 'braucht'], gate)
    })
    const circle = circleIn(waitsFor(template))
    if (circle) say(['schritte'], `Diese Schritte warten im Kreis aufeinander: ${circle.join(' → ')}`)
    return faults
  })
}

/** What is wrong with "<Ablauf>:<Schritt>"; null: both are there. */
export function leadsNowhere(
  needed: string,
  templates: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  const [template, step] = needed.split(':') as [string, string]
  const steps = templates.get(template)
  if (!steps) return `Den Ablauf „${template}“ gibt es nicht`
  return steps.has(step) ? null : `Den Schritt „${step}“ hat der Ablauf „${template}“ nicht`
}

function waitsFor(template: ProcessTemplate): ReadonlyMap<string, readonly string[]> {
  return new Map(
    template.schritte.map(step => {
      const from = countedFrom(step.termin)
      return [step.id, from === null ? step.nach : [...step.nach, from]]
    }),
  )
}

/** The step or anchor that a date is counted from; null: from none. */
export function countedFrom(termin: ProcessTemplate['schritte'][number]['termin']): string | null {
  if (!termin) return null
  if ('nach' in termin) return termin.nach
  if ('vor' in termin) return termin.vor
  return 'wie' in termin ? termin.wie : null
}
