import type { App } from '@slack/bolt'
import type { Place } from '../../reply/incoming.ts'
import type { Reply } from '../../reply/reply.ts'
import { answerAt, answerIn } from './answering.ts'
import type { Ears } from './earNeeds.ts'
import { publishHome } from './home.ts'
import { openModal, showInModal } from './modals.ts'
import type { Origin } from './origin.ts'
import { type Pressed, pressedButton } from './pressedButton.ts'
import { recentWords } from './recent.ts'
import { formView, replyView } from './views.ts'

/** So many presses are remembered, so that a doubled one opens no second modal. */
const remembered = 1_000

/** Buttons: those that say something are answered, those that ask open a form, links only want to be acknowledged. */
export function hearButtons(app: App, ears: Ears): void {
  const presses = recentWords(remembered)
  app.action(/.*/, async ({ ack, body, action }) => {
    await ack()
    const pressed = pressedButton(body, action)
    if (!pressed || (pressed.triggerId && !presses.add(pressed.triggerId))) return
    // A modal cannot wait until the database has said whether this press is new.
    if (pressed.asks || pressed.modal || pressed.origin.from === 'home')
      ears.later(null, () => answerInModal(ears, pressed))
    else ears.later(pressed.triggerId, () => answerPressed(ears, pressed))
  })
}

async function answerPressed(ears: Ears, pressed: Pressed): Promise<void> {
  const { origin, user, responseUrl } = pressed
  const place = await placeOfOrigin(ears, origin)
  const reply = await ears.core.answer({ text: origin.command, person: await ears.person(user), place })
  // Nothing can hang below an ephemeral message, and what only one person sees is answered the same way.
  const alone = origin.from === 'alone' || (place.shared && reply.audience === 'asker')
  if (alone && responseUrl) return answerAt(ears, responseUrl, { ...reply, audience: 'asker' }, origin)
  await answerWhereItWasAsked(ears, origin, user, reply)
}

/** Under the post that was asked from, or to the person alone. */
export async function answerWhereItWasAsked(
  ears: Ears,
  origin: Origin,
  user: string,
  reply: Reply,
): Promise<void> {
  const { shared, channel } = await placeOfOrigin(ears, origin)
  const thread = shared ? (origin.thread ?? origin.message) : origin.thread
  if (origin.from === 'alone')
    return answerIn(ears, { channel, thread: origin.thread, user, shared }, { ...reply, audience: 'asker' })
  await answerIn(ears, { channel, thread, user, shared }, reply)
}

/** Our own page is nobody else's, wherever Slack says that it is. */
export async function placeOfOrigin(ears: Ears, { channel, thread, from }: Origin): Promise<Place> {
  const place = await ears.placeOf(channel, thread)
  return from === 'home' ? { ...place, shared: false } : place
}

/** The form of a command that asks first, or the answer to a button that stands where no message can be hung below. */
async function answerInModal(ears: Ears, pressed: Pressed): Promise<void> {
  const { origin, user } = pressed
  const modal = await openModal(ears, pressed)
  // Without a modal there is no form: the command is answered as it stands, with what it still needs.
  if (modal === null) return answerPressed(ears, pressed)
  await showInModal(ears, modal, origin, async () => {
    const incoming = {
      text: origin.command,
      person: await ears.person(user),
      place: await placeOfOrigin(ears, origin),
    }
    const answer = await (pressed.asks
      ? ears.core.form(incoming, pressed.asks.length > 0 ? pressed.asks : undefined)
      : ears.core.answer(incoming))
    return 'fields' in answer
      ? metadata => formView(answer, metadata)
      : metadata => replyView(answer, metadata)
  })
  if (!pressed.asks && origin.from === 'home') await publishHome(ears, user, origin.channel)
}
