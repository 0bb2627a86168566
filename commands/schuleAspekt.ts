import { namedSubject } from '../src/chat/arguments/namedSubject.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasSchoolChecklist, schoolShown } from '../src/chat/seen/schoolsSeen.ts'
import { checklistItem, schoolChecklist } from '../src/domain/process/kinds/schoolChecklist.ts'
import { planFor } from '../src/domain/process/planFor.ts'
import type { ProcessChange } from '../src/domain/process/process.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { changeProcesses } from '../src/flows/processes/changeProcesses.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { schoolReply } from '../src/texts/programmes/schools.ts'
import { unknownSubject } from '../src/texts/steps/unknownSubject.ts'

const states = { erledigt: 'erfüllt', offen: 'wieder offen', entfallen: 'entfällt' } as const

export default defineCommand({
  name: 'schule aspekt',
  aliases: ['aspekt'],
  summary: 'Sagt, dass ein Aspekt an einer Schule geregelt ist',
  help: 'Nennen Sie die Nummer des Aspekts, was gilt (erfüllt, offen, entfällt) und die Schule.',
  intent: 'school_item',
  args: {
    item: { kind: 'number', label: 'Nummer', required: true, keys: ['nr', 'nummer'] },
    state: {
      kind: 'choice',
      label: 'Stand',
      required: true,
      choices: {
        erledigt: ['erfüllt', 'erledigt', 'geregelt', 'fertig'],
        offen: ['offen', 'wieder offen'],
        entfallen: ['entfällt', 'entfallen'],
      },
    },
    school: { kind: 'text', label: 'Name der Schule', required: true, keys: ['schule'] },
  },
  permission: staff,
  offered: hasSchoolChecklist,
  changes: true,
  exampleProgramme: 'krefeld',
  examples: [
    { input: 'schule aspekt 4 erfüllt schule:Beispielschule', shows: 'A4 Datenschutz ist erfüllt.' },
  ],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { item, state, school: typed },
    context,
  ) {
    const { programme } = needs
    const now = needs.now()
    const today = dayOf(now)
    const plans = await plansToday(needs)
    const found = namedSubject(
      programme,
      plans.units,
      'schule',
      typed,
      name => `schule aspekt ${item} ${state} schule:${name}`,
    )
    if ('refusal' in found) return found.refusal
    const template = schoolChecklist(programme.profile)! // offered only where there is one
    const step = checklistItem(template.schritte, item)
    if (!step) {
      const known = template.schritte.map(each => `${each.id} ${each.titel}`)
      return unknownSubject('Einen Aspekt', String(item), [], known)
    }
    const { after, result } = await changeProcesses(needs, context.person, before => {
      const plan = planFor(before.all, template.id, found.subject, today)
      const same = plan?.steps.find(each => each.id === step.id)?.state === state
      const changes =
        plan && !same
          ? [{ processId: plan.instance.id, change: changeTo(state, step.id, today.toString()) }]
          : []
      return { changes, result: same }
    })
    const shown = schoolShown(programme, after, found.subject, today)
    const lead = `${step.id} ${step.titel} ${result ? 'war schon so eingetragen' : state === 'entfallen' ? 'entfällt' : `ist ${states[state]}`}.`
    return shown
      ? schoolReply(shown, lead, programme.profile, now)
      : unknownSubject('Eine Schule', typed, [], [])
  },
})

function changeTo(state: keyof typeof states, step: string, on: string): ProcessChange {
  switch (state) {
    case 'erledigt':
      return { kind: 'done', step, on }
    case 'offen':
      return { kind: 'reopened', step }
    case 'entfallen':
      return { kind: 'dropped', step }
  }
}
