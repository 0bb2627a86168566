import { accountOf, type TeamsActivity } from './activity.ts'
import { chosenMessage } from './chosenMessage.ts'
import {
  closed,
  formDialog,
  type InvokeAnswer,
  isForm,
  linkCard,
  replyDialog,
  saidInDialog,
} from './dialogs.ts'
import type { Ear } from './ear.ts'
import { placeOf } from './place.ts'
import { linkIn, pressedExecute, pressedInDialog } from './pressed.ts'
import { within } from './within.ts'

/** Teams shows an error where a dialog is not answered in some 10 s. Milliseconds. */
const patience = 8_000

const failed = 'Das hat nicht geklappt. Bitte noch einmal versuchen.'

type Invoke = (activity: TeamsActivity) => Promise<InvokeAnswer>

/** What Teams wants an answer to at once: dialogs, the menu of a message, links. */
export function invokes(ear: Ear): Invoke {
  const { core, answering, log } = ear

  async function openDialog(activity: TeamsActivity): Promise<InvokeAnswer> {
    const press = pressedInDialog(activity.value)
    if (!press) return saidInDialog(failed)
    const heard = await ear.incoming(activity, press.command, press)
    const given = await core.form(heard, press.asks ?? undefined)
    return isForm(given) ? formDialog(given) : replyDialog(given)
  }

  /** What is for all goes where the button stands; what is for the asker alone stays in the dialog, which nobody else sees. */
  async function submitDialog(activity: TeamsActivity): Promise<InvokeAnswer> {
    const press = pressedInDialog(activity.value)
    if (!press) return saidInDialog(failed)
    const shown = async () => {
      const reply = await core.answer(await ear.incoming(activity, press.command, press))
      if (placeOf(activity).shared && reply.audience === 'asker') return replyDialog(reply)
      ear.later(() => answering.answer(activity, reply))
      return closed
    }
    return inTime(shown(), 'Das dauert noch einen Augenblick. Ob es geklappt hat, zeigt der Vorgang.')
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

  /** Action.Execute, should a button ever be sent so: acknowledged, then answered like any other. */
  async function execute(activity: TeamsActivity): Promise<InvokeAnswer> {
    const press = pressedExecute(activity.value)
    if (press) ear.later(() => ear.answerPressed(activity, press))
    const body = {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Ist angekommen.',
    }
    return { status: 200, body }
  }

  /** A link to the workplace that somebody is writing; the preview will stand there for all who read along. */
  async function unfurl(activity: TeamsActivity): Promise<InvokeAnswer> {
    const link = linkIn(activity.value)
    const reply = link === null ? null : await core.unfurl(link, ear.placeFor(activity))
    return reply ? linkCard(reply) : { status: 200 }
  }

  const answers: Record<string, Invoke> = {
    'task/fetch': activity => inTime(openDialog(activity), failed),
    'task/submit': submitDialog,
    'composeExtension/fetchTask': takeIn,
    'composeExtension/submitAction': takeIn,
    'composeExtension/queryLink': unfurl,
    'adaptiveCard/action': execute,
  }

  return async activity => {
    const name = activity.name ?? ''
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
    if (!answer) return { status: 501 }
    if (!(await ear.isFirst(activity))) return saidInDialog('Das ist schon angekommen.')
    return answer(activity).catch(error => {
      log.error({ err: error }, 'Teams: Dialog nicht beantwortet')
      return saidInDialog(failed)
    })
  }
}

function inTime(work: Promise<InvokeAnswer>, late: string): Promise<InvokeAnswer> {
  return within(work, patience, saidInDialog(late))
}
