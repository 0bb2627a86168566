import type { Logger } from 'pino'
import type { Incoming, Place } from '../../reply/incoming.ts'
import { renderTeamsForm } from '../../reply/renderTeamsForm.ts'
import type { Reply } from '../../reply/reply.ts'
import type { ChatCore } from '../chatTypes.ts'
import { accountOf, eventIdOf, filesOf, mentionsUs, type TeamsActivity } from './activity.ts'
import { type Answering, isSilent } from './answering.ts'
import { chosenMessage, instantOf } from './chosenMessage.ts'
import { closed, formDialog, type InvokeAnswer, isForm, replyDialog, saidInDialog } from './dialogs.ts'
import { messagesFor } from './message.ts'
import { placeOf } from './place.ts'
import { plainText } from './plainText.ts'
import { type Pressed, pressed, pressedExecute, pressedInDialog } from './pressed.ts'
import { addsUs, type References } from './references.ts'
import { within } from './within.ts'

export interface EarsNeeds {
  core: ChatCore
  answering: Answering
  references: References
  log: Logger
}

export interface Ears {
  /** What Teams is answered. Never rejects; 500 means: tell us again. */
  hear(activity: TeamsActivity): Promise<InvokeAnswer>
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>
}

/** Teams repeats an activity after 15 s without an answer, and shows an error where a dialog takes longer than that. Milliseconds. */
const patience = { hear: 10_000, dialog: 8_000 }

const ok: InvokeAnswer = { status: 200 }
const again: InvokeAnswer = { status: 500 }
const failedSentence = 'Das hat nicht geklappt. Bitte noch einmal versuchen.'

/** Everything that a person can say to us in Teams, on its way to the core. */
export function listen(needs: EarsNeeds): Ears {
  const { core, answering, references, log } = needs
  const underWay = new Set<Promise<void>>()

  /** Answering happens behind the acknowledgement. */
  function later(work: () => Promise<void>): void {
    const task = work().catch(error => log.error({ err: error }, 'Teams: Antwort nicht zugestellt'))
    underWay.add(task)
    task.finally(() => underWay.delete(task))
  }

  function placeFor(activity: TeamsActivity): Place {
    const { shared, channel, thread } = placeOf(activity)
    return { platform: 'teams', shared, channel, thread, level: core.level }
  }

  async function incoming(
    activity: TeamsActivity,
    text: string,
    of: Pressed | null = null,
  ): Promise<Incoming> {
    return {
      text,
      person: await core.personOf(accountOf(activity)),
      place: placeFor(activity),
      ...(of?.filled ? { filled: of.filled } : {}),
    }
  }

  /** A mention or a line in a chat of one's own. What is no order may be a question to the office, where one is taken in. */
  async function asked(activity: TeamsActivity): Promise<void> {
    const text = plainText(activity)
    const reply = await core.answer(await incoming(activity, text))
    if (!isSilent(reply)) return answering.answer(activity, reply)
    if (placeOf(activity).shared) await hint(activity, await core.hear(await said(activity)))
  }

  async function said(activity: TeamsActivity) {
    const { channel, thread } = placeOf(activity)
    return {
      address: activity.id,
      channel,
      thread,
      author: await core.personOf(accountOf(activity)),
      text: plainText(activity),
      at: instantOf(activity.timestamp) ?? new Date().toISOString(),
      files: filesOf(activity),
    }
  }

  /** For its writer alone, or not at all: a word about personal data must not stand in the channel. */
  async function hint(activity: TeamsActivity, reply: Reply | null): Promise<void> {
    if (reply && !isSilent(reply)) await answering.whisper(activity, messagesFor(reply, new Map()))
  }

  /** Acknowledged only when it is kept: Teams tells it again otherwise. */
  async function overheard(activity: TeamsActivity): Promise<InvokeAnswer> {
    const kept = said(activity).then(core.hear)
    const reply = await within(kept, patience.hear, 'late' as const)
    if (reply === 'late') return again
    later(() => hint(activity, reply))
    return ok
  }

  /** Where there is no dialog (a client that knows none sends the button as a message), the form goes to the person alone. */
  async function answerPressed(activity: TeamsActivity, press: Pressed): Promise<void> {
    const heard = await incoming(activity, press.command, press)
    if (!press.asks) return answering.answer(activity, await core.answer(heard))
    const form = await core.form(heard)
    if (isForm(form)) await answering.card(activity, form.title, renderTeamsForm(form))
    else await answering.answer(activity, form)
  }

  async function message(activity: TeamsActivity): Promise<InvokeAnswer> {
    if (activity.from.role === 'bot' || activity.from.id.startsWith('28:')) return ok
    const press = pressed(activity.value)
    if (!press && placeOf(activity).shared && !mentionsUs(activity)) return overheard(activity)
    later(async () => {
      if (!(await isFirst(needs, activity))) return
      await (press ? answerPressed(activity, press) : asked(activity))
    })
    return ok
  }

  async function openDialog(activity: TeamsActivity): Promise<InvokeAnswer> {
    const press = pressedInDialog(activity.value)
    if (!press) return saidInDialog(failedSentence)
    const given = await core.form(await incoming(activity, press.command, press))
    return isForm(given) ? formDialog(given) : replyDialog(given)
  }

  /** What is for all goes where the button stands; what is for the asker alone stays in the dialog, which nobody else sees. */
  function submitDialog(activity: TeamsActivity): Promise<InvokeAnswer> {
    const press = pressedInDialog(activity.value)
    if (!press) return Promise.resolve(saidInDialog(failedSentence))
    const answered = incoming(activity, press.command, press).then(core.answer)
    const shown = answered.then(reply => {
      if (placeOf(activity).shared && reply.audience === 'asker') return replyDialog(reply)
      later(() => answering.answer(activity, reply))
      return closed
    })
    return inTime(shown, 'Das dauert noch einen Augenblick. Ob es geklappt hat, zeigt der Vorgang.')
  }

  async function takeIn(activity: TeamsActivity): Promise<InvokeAnswer> {
    const chosen = await chosenMessage(activity, core.personOf)
    if (!chosen) return saidInDialog('Aus dieser Nachricht lässt sich kein Vorgang machen.')
    const reply = core.takeIn(chosen, await core.personOf(accountOf(activity)))
    return inTime(
      reply.then(replyDialog),
      'Das dauert noch einen Augenblick. Der Vorgang erscheint im Kanal.',
    )
  }

  /** Action.Execute, should one of ours ever be sent so: acknowledged, then answered like any button. */
  async function execute(activity: TeamsActivity): Promise<InvokeAnswer> {
    const press = pressedExecute(activity.value)
    if (press) later(() => answerPressed(activity, press))
    const body = {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Ist angekommen.',
    }
    return { status: 200, body }
  }

  async function invoke(activity: TeamsActivity): Promise<InvokeAnswer> {
    const answers: Record<string, (activity: TeamsActivity) => Promise<InvokeAnswer>> = {
      'task/fetch': each => inTime(openDialog(each), failedSentence),
      'task/submit': submitDialog,
      'composeExtension/fetchTask': takeIn,
      'composeExtension/submitAction': takeIn,
      'adaptiveCard/action': execute,
    }
    const name = activity.name ?? ''
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
    if (!answer) return { status: 501 }
    if (!(await isFirst(needs, activity))) return saidInDialog('Das ist schon angekommen.')
    return answer(activity).catch(error => {
      log.error({ err: error }, 'Teams: Dialog nicht beantwortet')
      return saidInDialog(failedSentence)
    })
  }

  return {
    async hear(activity) {
      const noted = references.note(activity)
      underWay.add(noted)
      noted.finally(() => underWay.delete(noted))
      try {
        if (activity.type === 'message') return await message(activity)
        if (activity.type === 'invoke') return await invoke(activity)
        if (activity.type === 'installationUpdate' && addsUs(activity) && !placeOf(activity).shared)
          later(() => welcome(activity))
        return ok
      } catch (error) {
        log.error({ err: error }, 'Teams: Ereignis nicht verarbeitet')
        return again
      }
    },
    async settled() {
      await Promise.allSettled([...underWay])
    },
  }

  /** Whoever adds the app for himself sees at once what it is for. */
  async function welcome(activity: TeamsActivity): Promise<void> {
    if (!(await isFirst(needs, activity))) return
    const person = await core.personOf(accountOf(activity))
    await answering.answer(activity, await core.home(person, placeFor(activity)))
  }
}

function inTime(work: Promise<InvokeAnswer>, late: string): Promise<InvokeAnswer> {
  return within(work, patience.dialog, saidInDialog(late))
}

/** When the database cannot say, we answer: twice is better than never. */
async function isFirst({ core }: EarsNeeds, activity: TeamsActivity): Promise<boolean> {
  if (activity.id === '') return true
  try {
    return await core.firstTime(eventIdOf(activity))
  } catch {
    return true
  }
}
