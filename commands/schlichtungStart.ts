import { Temporal } from 'temporal-polyfill'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { regionOf } from '../src/chat/seen/unitsSeen.ts'
import { arbitrationTemplate } from '../src/domain/process/kinds/arbitration.ts'
import type { Subject } from '../src/domain/process/process.ts'
import { sameSubject } from '../src/domain/process/wantedInstances.ts'
import { dayOf, germanDay } from '../src/domain/time/day.ts'
import { changeProcesses } from '../src/flows/processes/changeProcesses.ts'
import { arbitrationReply } from '../src/texts/steps/arbitration.ts'
import { stepSentence } from '../src/texts/steps/stepChangeReplies.ts'

/** A dispute that began longer ago is no slip of a day but of a year; days. */
const longestAgo = 365

export default defineCommand({
  name: 'schlichtung start',
  aliases: ['schlichtung beginnen', 'vereinbarung schlichtung start', 'vereinbarung schlichtung'],
  summary: 'Beginnt eine Schlichtung und setzt ihre Frist in Gang',
  help: 'Gezählt wird ab dem genannten Tag (ohne Angabe: heute), der selbst nicht mitzählt. Fällt das Ende auf einen Samstag, Sonntag oder Feiertag, verschiebt es sich auf den nächsten Arbeitstag (§ 193 BGB).',
  intent: 'arbitration_start',
  args: {
    region: { kind: 'place', label: 'Bezirk', required: true, keys: ['bezirk', 'region'] },
    day: { kind: 'day', label: 'am Tag', keys: ['am'] },
  },
  permission: staff,
  offered: ({ profile }) => arbitrationTemplate(profile.ablaeufe) !== undefined,
  changes: true,
  examples: [
    { input: 'schlichtung start Mitte', shows: 'Mo 06.05.2024' },
    { input: 'schlichtung start Pankow am 17.04.2024', shows: 'verschoben vom 01.05.2024' },
  ],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { region: value, day },
    context,
  ) {
    const { programme } = needs
    const template = arbitrationTemplate(programme.profile.ablaeufe)! // offered only where there is one
    const region = regionOf(programme, value)
    if (!region)
      return stepSentence(
        `Bitte nennen Sie, für welchen ${programme.profile.gebietseinheit} die Schlichtung beginnt.`,
      )
    const now = needs.now()
    const today = dayOf(now)
    const start = day ? Temporal.PlainDate.from(day) : today
    const ago = start.until(today, { largestUnit: 'days' }).days
    if (ago < 0)
      return stepSentence(
        `Der ${germanDay(start)} liegt in der Zukunft. Eine Schlichtung beginnt mit einem Tag, der schon da ist.`,
      )
    if (ago > longestAgo)
      return stepSentence(`Der ${germanDay(start)} liegt über ein Jahr zurück. Bitte prüfen Sie das Jahr.`)
    const subject: Subject = { kind: 'region', name: region.id }
    const { after, result } = await changeProcesses(needs, context.person, plans => {
      const own = plans.all.filter(
        ({ instance }) => instance.template === template.id && sameSubject(instance.subject, subject),
      )
      const running = own.find(plan => !plan.over)
      if (running) return { result: { cycle: running.instance.cycle, fresh: false } }
      const cycle = String(own.length + 1)
      return {
        begin: [{ template: template.id, subject, cycle, start, facts: {} }],
        result: { cycle, fresh: true },
      }
    })
    const plan = after.all.find(
      ({ instance }) =>
        instance.template === template.id &&
        sameSubject(instance.subject, subject) &&
        instance.cycle === result.cycle,
    )!
    const lead = result.fresh ? 'Die Frist läuft.' : 'Diese Schlichtung läuft schon.'
    return arbitrationReply(plan, lead, { programme, now, today })
  },
})
