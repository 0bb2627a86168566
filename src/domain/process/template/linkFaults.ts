import type { ProfileFault } from '../../programme/profileFault.ts'
import { circleIn } from './circleIn.ts'
import { currentProcedureId, linkablePhases, linksOf } from './links.ts'
import type { StepTemplate } from './template.ts'
import { leadsNowhere } from './templateFaults.ts'

/** Steps that may be done with others, and where they stand in the profile. */
export interface LinkedList {
  template: string
  steps: readonly Pick<StepTemplate, 'id' | 'erledigt_mit'>[]
  path: readonly (string | number)[]
}

/** What is wrong with `erledigt_mit`: it leads nowhere, or steps are done with each other in a circle. */
export function linkFaults(
  lists: readonly LinkedList[],
  known: { templates: ReadonlyMap<string, ReadonlySet<string>>; tenders: boolean },
): ProfileFault[] {
  const steps = lists.flatMap(({ template, steps: own, path }) =>
    own.map((step, i) => ({
      key: `${template}:${step.id}`,
      links: linksOf(step),
      path: [...path, i, 'erledigt_mit'],
    })),
  )
  const nowhere = steps.flatMap(({ links, path }) =>
    links.flatMap(link => {
      const sentence = linkFault(link, known)
      return sentence ? [{ path, sentence: `${sentence}.` }] : []
    }),
  )
  const circle = circleIn(new Map(steps.map(({ key, links }) => [key, links])))
  const at = circle && steps.find(each => each.key === circle[0])
  if (!circle || !at) return nowhere
  return [
    ...nowhere,
    { path: at.path, sentence: `Diese Schritte wären im Kreis miteinander erledigt: ${circle.join(' → ')}.` },
  ]
}

function linkFault(
  link: string,
  { templates, tenders }: { templates: ReadonlyMap<string, ReadonlySet<string>>; tenders: boolean },
): string | null {
  if (!link.startsWith(`${currentProcedureId}:`)) return leadsNowhere(link, templates)
  const phase = link.slice(currentProcedureId.length + 1)
  if (!tenders) return `„${link}“ setzt eine Ausschreibung voraus (vergabe: gebraucht: ja)`
  return linkablePhases.has(phase)
    ? null
    : `Die Phase „${phase}“ gibt es hier nicht. Möglich sind: ${[...linkablePhases].join(', ')}`
}
