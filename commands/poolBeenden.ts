import { actorOf } from '../src/chat/arguments/deadlineArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasPools, namedPool } from '../src/chat/seen/poolsSeen.ts'
import { changeProcesses } from '../src/flows/processes/changeProcesses.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { openSteps } from '../src/flows/processes/removeUnit.ts'
import { removeQuestion } from '../src/texts/programmes/removedUnit.ts'
import { ownStandNote } from '../src/texts/standNote.ts'
import { stepSentence } from '../src/texts/steps/stepChangeReplies.ts'

export default defineCommand({
  name: 'pool beenden',
  aliases: ['pool entfernen', 'pool auflösen'],
  summary: 'Beendet den Pool einer Schule',
  help: 'Seine Bedingungen und seine Verlängerung werden nicht mehr geführt; die Schule bleibt. Ein neuer Pool der Schule beginnt von vorn. Sie werden zuerst gefragt; „wirklich:ja“ dahinter bestätigt es.',
  intent: 'pool_end',
  args: {
    school: { kind: 'name', label: 'Name der Schule', required: true, keys: ['schule'] },
    sure: { kind: 'choice', label: 'wirklich', choices: { ja: ['ja'] }, keys: ['wirklich'], keysOnly: true },
  },
  permission: staff,
  offered: hasPools,
  changes: true,
  examples: [{ input: 'pool beenden Beispielschule', shows: 'wirklich beenden?' }],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { school: typed, sure },
    context,
  ) {
    const line = (school: string) => `pool beenden "${school}"`
    const plans = await plansToday(needs)
    const pool = namedPool(needs.programme, plans, typed, line)
    if ('refusal' in pool) return pool.refusal
    const { school } = pool
    if (sure === null) {
      const open = openSteps({ all: [pool.plan, ...pool.renewals] }, pool.plan.instance.subject).length
      return removeQuestion(`Den Pool ${school}`, 'beenden', open, `${line(school)} wirklich:ja`)
    }
    const { result: ended } = await changeProcesses(needs, actorOf(context), now => {
      // Somebody else may have ended it meanwhile.
      const again = namedPool(needs.programme, now, school, line)
      if ('refusal' in again) return { result: false }
      const changes = [again.plan, ...again.renewals].map(({ instance }) => ({
        processId: instance.id,
        change: { kind: 'ended' } as const,
      }))
      return { changes, result: true }
    })
    const reply = stepSentence(
      ended ? `Der Pool ${school} ist beendet.` : `Der Pool ${school} war schon beendet.`,
    )
    return { ...reply, blocks: [...reply.blocks, ownStandNote(needs.now())] }
  },
})
