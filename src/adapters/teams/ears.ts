import { isSilent } from '../../reply/reply.ts'
import type { ChatCore } from '../chatTypes.ts'
import { accountOf, eventIdOf, mentionsUs, type TeamsActivity } from './activity.ts'
import { type InvokeAnswer, isForm } from './dialogs.ts'
import type { Ear, EarNeeds } from './ear.ts'
import { hearing } from './hearing.ts'
import { invokes } from './invokes.ts'
import { placeOf } from './place.ts'
import { plainText } from './plainText.ts'
import { pressed } from './pressed.ts'
import { addsUs } from './references.ts'
import { renderTeamsForm } from './renderTeamsForm.ts'

const ok: InvokeAnswer = { status: 200 }

/** Everything that a person can say to us in Teams, on its way to the core. */
export function listen(needs: EarNeeds): {
  /** What Teams is answered. Never rejects; 500 means: tell us again. */
  hear(activity: TeamsActivity): Promise<InvokeAnswer>
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>
} {
  const { core, answering, references, log } = needs
  const underWay = new Set<Promise<void>>()
  const track = (task: Promise<void>) => {
    underWay.add(task)
    task.finally(() => underWay.delete(task))
  }

  const ear: Ear = {
    ...needs,
    later: work => track(work().catch(error => log.error({ err: error }, 'Teams: Antwort nicht zugestellt'))),
    isFirst: activity => isFirst(core, activity),
    placeFor(activity) {
      const { shared, channel, thread } = placeOf(activity)
      return { platform: 'teams', shared, channel, thread, level: core.level }
    },
    incoming: async (activity, text, of) => ({
      text,
      person: await core.personOf(accountOf(activity)),
      place: ear.placeFor(activity),
      ...(of?.filled ? { filled: of.filled } : {}),
    }),
    /** Where there is no dialog (a client that knows none sends the button as a message), the form goes to the person alone. */
    async answerPressed(activity, press) {
      const heard = await ear.incoming(activity, press.command, press)
      if (!press.asks) return answering.answer(activity, await core.answer(heard))
      const form = await core.form(heard, press.asks)
      if (isForm(form)) await answering.card(activity, form.title, renderTeamsForm(form))
      else await answering.answer(activity, form)
    },
  }
  const { overheard, hear } = hearing(ear)
  const invoke = invokes(ear)

  /** A mention, or a line in a chat of one's own. What is no order may be a question to the office, where one is taken in. */
  async function asked(activity: TeamsActivity): Promise<void> {
    const reply = await core.answer(await ear.incoming(activity, plainText(activity)))
    if (!isSilent(reply)) await answering.answer(activity, reply)
    else if (placeOf(activity).shared) await hear(activity)
  }

  async function message(activity: TeamsActivity): Promise<InvokeAnswer> {
    if (activity.from.role === 'bot' || activity.from.id.startsWith('28:')) return ok
    const press = pressed(activity.value)
    if (!press && placeOf(activity).shared && !mentionsUs(activity)) return overheard(activity)
    ear.later(async () => {
      if (await ear.isFirst(activity)) await (press ? ear.answerPressed(activity, press) : asked(activity))
    })
    return ok
  }

  /** Whoever adds the app for himself sees at once what it is for. */
  async function welcome(activity: TeamsActivity): Promise<void> {
    if (!(await ear.isFirst(activity))) return
    const person = await core.personOf(accountOf(activity))
    await answering.answer(activity, await core.home(person, ear.placeFor(activity)))
  }

  return {
    async hear(activity) {
      track(references.note(activity))
      try {
        if (activity.type === 'message') return await message(activity)
        if (activity.type === 'invoke') return await invoke(activity)
        if (activity.type === 'installationUpdate' && addsUs(activity) && !placeOf(activity).shared)
          ear.later(() => welcome(activity))
        return ok
      } catch (error) {
        log.error({ err: error }, 'Teams: Ereignis nicht verarbeitet')
        return { status: 500 }
      }
    },
    async settled() {
      await Promise.allSettled([...underWay])
    },
  }
}

/** When the database cannot say, we answer: twice is better than never. */
async function isFirst(core: ChatCore, activity: TeamsActivity): Promise<boolean> {
  if (activity.id === '') return true
  try {
    return await core.firstTime(eventIdOf(activity))
  } catch {
    return true
  }
}
