import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { scopeOf } from '../src/chat/seen/statusOf.ts'
import { concernsRegion } from '../src/domain/process/datedSteps.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { around } from '../src/flows/processes/stepAnswers.ts'
import { agreementReply } from '../src/texts/steps/agreementReply.ts'

export default defineCommand({
  name: 'vereinbarung status',
  aliases: ['vereinbarung', 'vertrag status', 'kooperationsvertrag', 'vereinbarung stand'],
  summary: 'Zeigt, was die Vereinbarung noch braucht und wer am Zug ist',
  help:
    'Zeigt Schritt für Schritt, was erledigt ist, was worauf wartet, wer seit wann am Zug ist, und welche Tore der Ausschreibung ' +
    'die Vereinbarung öffnet. Mit einem Ort oder einer Region nur deren Vereinbarung.',
  intent: 'agreement_status',
  args: { region: { kind: 'place', label: 'Ort oder Region', keys: ['region', 'ort', 'bezirk'] } },
  permission: staff,
  offered: ({ profile }) => profile.vereinbarung !== null,
  changes: false,
  examples: [{ input: 'vereinbarung status', shows: 'Rechtsprüfung' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>, { region }, context) {
    const plans = await plansToday(needs)
    const scope = region ? scopeOf(needs, region) : null
    const shown = plans.all
      .filter(each => each.template.art === 'vereinbarung')
      .filter(
        process =>
          scope?.kind !== 'region' ||
          process.steps.some(step =>
            concernsRegion(needs.programme, plans.units, { process, step }, scope.region.id),
          ),
      )
    return agreementReply({
      ...around(needs, plans),
      profile: needs.programme.profile,
      // Whether somebody unlocked the award is a detail of the procedure (domain.md 4).
      plans: context.place.shared ? plans.all.filter(each => each.template.art !== 'vergabe') : plans.all,
      shown,
      where: scope?.kind === 'region' ? scope.region.name : null,
      today: dayOf(needs.now()),
    })
  },
})
