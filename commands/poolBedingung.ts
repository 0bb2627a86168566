import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasPools, namedPool, poolContext, poolsIn } from '../src/chat/seen/poolsSeen.ts'
import { poolTemplate } from '../src/domain/process/kinds/pools.ts'
import { folded } from '../src/domain/programme/spelling.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { changeStep } from '../src/flows/processes/changeStep.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { poolReply } from '../src/texts/programmes/pools.ts'
import { stepSentence } from '../src/texts/steps/stepChangeReplies.ts'
import { refusalSentence } from '../src/texts/steps/stepRefusals.ts'

/** "C1" … "C9" for conditions, "P1" … for what follows; which of them there are, the profile says. */
const conditions = Object.fromEntries(
  ['C', 'P'].flatMap(letter =>
    Array.from({ length: 9 }, (_, i) => [`${letter}${i + 1}`, [`${letter}${i + 1}`]]),
  ),
) as Record<string, readonly string[]>

export default defineCommand({
  name: 'pool bedingung',
  aliases: ['pool schritt'],
  summary: 'Hält fest, ob eine Bedingung eines Pools erfüllt ist',
  help: 'Nennen Sie die Bedingung (C1 bis C6, danach P1 und P2), „erfüllt“ oder „offen“ und die Schule; gibt es nur einen Pool, ist er gemeint. Mit „am“ nennen Sie einen früheren Tag. Eingerichtet (P2) ist ein Pool erst, wenn alles davor erfüllt ist.',
  intent: 'pool_condition',
  args: {
    condition: {
      kind: 'choice',
      label: 'Bedingung',
      required: true,
      choices: conditions,
      hint: 'C1 bis C6, P1, P2',
    },
    state: {
      kind: 'choice',
      label: 'Stand',
      required: true,
      choices: { erledigt: ['erfüllt', 'erledigt', 'ja'], offen: ['offen', 'wieder offen'] },
    },
    day: { kind: 'day', label: 'Tag', keys: ['am'], keysOnly: true },
    school: { kind: 'name', label: 'Schule', keys: ['schule'] },
  },
  permission: staff,
  offered: hasPools,
  changes: true,
  examples: [
    { input: 'pool bedingung C3 erfüllt', shows: 'C3 ist erfüllt.' },
    { input: 'pool bedingung C3 erfüllt schule:Beispielschule', shows: '1 von 8 erfüllt' },
    { input: 'pool bedingung P2 erfüllt', shows: 'Vorher fehlt noch: C1' },
  ],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { condition, state, day, school },
    context,
  ) {
    const { programme } = needs
    const today = dayOf(needs.now()).toString()
    const template = poolTemplate(programme.profile)! // offered only where there is one
    const step = template.schritte.find(each => folded(each.id) === folded(condition))
    if (!step) {
      const known = template.schritte.map(each => `${each.id} ${each.titel}`).join('; ')
      return stepSentence(`Eine Bedingung ${condition} gibt es nicht. Es gibt: ${known}.`)
    }
    const plans = await plansToday(needs)
    const word = state === 'erledigt' ? 'erfüllt' : 'offen'
    const line = (name: string) => `pool bedingung ${step.id} ${word} schule:"${name}"`
    const pool = namedPool(programme, plans, school, line)
    if ('refusal' in pool) return pool.refusal
    const waiting = pool.plan.steps.find(each => each.id === step.id)?.waitsFor ?? []
    if (state === 'erledigt' && waiting.length > 0)
      return stepSentence(`Vorher fehlt noch: ${waiting.join(', ')}.`)
    const result = await changeStep(needs, context.person, {
      processId: pool.plan.instance.id,
      change:
        state === 'erledigt'
          ? { kind: 'done', step: step.id, on: day ?? today }
          : { kind: 'reopened', step: step.id },
      reason: null,
      decidedBy: null,
      confirmed: null,
    })
    if (result.kind === 'refused') return poolReply(pool, refused(result.why, step.id), poolContext(needs))
    const now = poolsIn(programme, result.plans).find(each => each.school === pool.school)!
    return poolReply(now, `${step.id} ist ${word === 'offen' ? 'wieder offen' : word}.`, poolContext(needs))
  },
})

function refused(why: Parameters<typeof refusalSentence>[0], step: string): string {
  if (why.kind === 'already') return `${step} war schon erfüllt.`
  return why.kind === 'open-anyway' ? `${step} war schon offen.` : refusalSentence(why, step, '')
}
