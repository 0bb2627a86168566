import type { App, types, ViewSubmitAction } from '@slack/bolt'
import { answerWhereItWasAsked, placeOfOrigin } from './buttons.ts'
import type { Ears } from './earNeeds.ts'
import { publishHome } from './home.ts'
import { showInModal } from './modals.ts'
import { type Origin, unpacked } from './origin.ts'
import { fieldPrefix } from './renderSlackForm.ts'
import { formCallback, replyView, waitingView } from './views.ts'

type SentView = ViewSubmitAction['view']

/** A form that was filled in and sent: what is missing is said in the form, everything else is a command like any other. */
export function hearForms(app: App, ears: Ears): void {
  app.view({ callback_id: formCallback, type: 'view_submission' }, async ({ ack, view, body }) => {
    const errors = faultsOf(view)
    if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors })
    const origin = unpacked(view.private_metadata)
    // On our own page there is nothing to answer below, so the modal stays and shows the answer.
    if (origin?.from === 'home')
      await ack({ response_action: 'update', view: waitingView(view.private_metadata) })
    else await ack()
    if (origin)
      // The hash changes with every state of the modal: the same one twice is the same sending.
      ears.later(`form:${view.id}:${view.hash}`, () =>
        answerForm(ears, view.id, origin, body.user.id, filledIn(view)),
      )
  })
}

async function answerForm(
  ears: Ears,
  modal: string,
  origin: Origin,
  user: string,
  filled: Record<string, string>,
): Promise<void> {
  async function answer() {
    const person = await ears.person(user)
    const place = await placeOfOrigin(ears, origin)
    return ears.core.answer({ text: origin.command, person, place, filled })
  }
  if (origin.from !== 'home') return answerWhereItWasAsked(ears, origin, user, await answer())
  await showInModal(ears, modal, origin, async () => {
    const reply = await answer()
    return metadata => replyView(reply, metadata)
  })
  await publishHome(ears, user, origin.channel)
}

/** What was filled in, by keys of the arguments; what was left empty is not there. */
function filledIn(view: SentView): Record<string, string> {
  const entries = fieldsOf(view).map(({ key, value }) => [key, value] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** What can be told without looking anything up, by ids of blocks: Slack takes spaces for an answer. */
function faultsOf(view: SentView): Record<string, string> {
  const empty = fieldsOf(view).filter(({ required, value }) => required && value === '')
  return Object.fromEntries(empty.map(({ block }) => [block, 'Bitte ausfüllen.']))
}

function fieldsOf(view: SentView): { block: string; key: string; value: string; required: boolean }[] {
  return (view.blocks as types.InputBlock[]).flatMap(block => {
    const id = block.block_id ?? ''
    if (block.type !== 'input' || !id.startsWith(fieldPrefix)) return []
    const [state] = Object.values(view.state.values[id] ?? {})
    const value = state?.selected_option?.value ?? state?.selected_date ?? state?.value ?? ''
    return [{ block: id, key: id.slice(fieldPrefix.length), value: value.trim(), required: !block.optional }]
  })
}
