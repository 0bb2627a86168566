import { namedSubject } from '../src/chat/arguments/namedSubject.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasModelSites, siteShown } from '../src/chat/seen/sitesSeen.ts'
import { subjectsOf } from '../src/domain/process/subjects.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { siteReply, sitesReply } from '../src/texts/programmes/modelSites.ts'

export default defineCommand({
  name: 'modell status',
  aliases: ['modell', 'modellstandorte', 'modell liste'],
  summary: 'Zeigt die Modellstandorte, was dort gelernt werden soll und die nächste Auswertung',
  help: 'Ohne Namen: alle Modellstandorte. Mit Namen: Lernziele, Erfahrungen und Auswertungen dieses Standorts.',
  intent: 'site_show',
  args: { site: { kind: 'text', label: 'Name des Standorts', keys: ['standort'] } },
  permission: staff,
  offered: hasModelSites,
  changes: false,
  exampleProgramme: 'verden',
  examples: [{ input: 'modell status', shows: 'Bedarfsfeststellung' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, { site: typed }, context) {
    const { programme } = needs
    const plans = await plansToday(needs)
    const now = needs.now()
    if (typed === null) {
      const sites = subjectsOf(programme, plans.units, 'modellstandort')
      return sitesReply(
        sites.map(each => siteShown(plans, each, context)),
        programme.profile,
        now,
      )
    }
    const found = namedSubject(
      programme,
      plans.units,
      'modellstandort',
      typed,
      name => `modell status ${name}`,
    )
    if ('refusal' in found) return found.refusal
    return siteReply(siteShown(plans, found.subject, context), '', programme.profile, now)
  },
})
