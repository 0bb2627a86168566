import { Temporal } from 'temporal-polyfill'
import { findSubject } from '../src/chat/arguments/readSubject.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasCycle, openReports, reportTemplates } from '../src/domain/process/kinds/reports.ts'
import { subjectName, subjectsOf } from '../src/domain/process/subjects.ts'
import { sameSubject } from '../src/domain/process/wantedInstances.ts'
import { dayOf, germanDay } from '../src/domain/time/day.ts'
import { changeProcesses } from '../src/flows/processes/changeProcesses.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { noCycle, openReportsReply } from '../src/texts/programmes/reports.ts'
import { stepSentence } from '../src/texts/steps/stepChangeReplies.ts'
import { unknownSubject } from '../src/texts/steps/unknownSubject.ts'

export default defineCommand({
  name: 'bericht erledigt',
  aliases: ['bericht da', 'bericht eingegangen'],
  summary: 'Hält fest, dass ein Bericht da ist',
  help: 'Nennen Sie, von wem der Bericht ist: einen Bezirk oder eine Schule. Der älteste, der noch fehlt, ist dann erledigt; mit „am:“ nennen Sie den Tag.',
  intent: 'report_done',
  args: {
    who: { kind: 'name', label: 'von wem', required: true, keys: ['von'] },
    day: { kind: 'day', label: 'am Tag', keys: ['am'], keysOnly: true },
  },
  permission: staff,
  offered: ({ profile }) => reportTemplates(profile.ablaeufe).length > 0,
  changes: true,
  exampleProgramme: 'berlin',
  examples: [{ input: 'bericht erledigt Mitte', shows: 'kein Turnus festgelegt' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, { who, day }, context) {
    const { programme } = needs
    const templates = reportTemplates(programme.profile.ablaeufe)
    const now = needs.now()
    const today = dayOf(now)
    const on = day ? Temporal.PlainDate.from(day) : today
    if (Temporal.PlainDate.compare(on, today) > 0)
      return stepSentence(`Der ${germanDay(on)} liegt in der Zukunft; erledigt ist erst, was geschehen ist.`)
    const { units } = await plansToday(needs)
    const named = templates.map(template => ({
      template,
      found: findSubject(programme, units, template.je, who),
    }))
    const known = named.flatMap(({ template, found }) =>
      found.kind === 'found' ? [{ template, ...found }] : [],
    )
    if (known.length === 0) {
      const near = [...new Set(named.flatMap(({ found }) => (found.kind === 'unknown' ? found.nearest : [])))]
      const all = templates.flatMap(({ je }) =>
        subjectsOf(programme, units, je).map(each => subjectName(programme, each)),
      )
      return unknownSubject(
        'Einen Bericht von',
        who,
        near.map(name => ({ label: name, command: `bericht erledigt ${name}` })),
        [...new Set(all)],
      )
    }
    const { after, result } = await changeProcesses(needs, context.person, plans => {
      const open = known.flatMap(({ template, subject }) =>
        openReports(template, plans.all, today).filter(each =>
          sameSubject(each.plan.instance.subject, subject),
        ),
      )
      const [first] = open.sort((a, b) =>
        Temporal.PlainDate.compare(a.plan.instance.start, b.plan.instance.start),
      )
      if (!first) return { result: null }
      const { plan, step } = first
      return {
        changes: [
          { processId: plan.instance.id, change: { kind: 'done', step: step.id, on: on.toString() } },
        ],
        result: plan.title,
      }
    })
    const [first] = known
    if (result === null) {
      const withoutCycle = known.find(({ template }) => !hasCycle(template))
      return stepSentence(
        withoutCycle
          ? noCycle(withoutCycle.template, programme)
          : `Von ${first!.name} fehlt zurzeit kein Bericht.`,
      )
    }
    const shown = templates.map(template => ({ template, open: openReports(template, after.all, today) }))
    const reply = openReportsReply(shown, {
      programme,
      now,
      paging: { page: null, line: page => `bericht offen seite:${page}` },
    })
    const lead = `${result} ist erledigt.`
    return {
      ...reply,
      summary: `${lead} ${reply.summary}`,
      blocks: [{ kind: 'text', text: lead }, ...reply.blocks],
    }
  },
})
