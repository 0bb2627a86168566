import type { types } from '@slack/bolt'
import type { Ears } from './earNeeds.ts'
import { slackWord } from './failure.ts'
import { sentence } from './message.ts'
import { type Origin, packed } from './origin.ts'
import type { Pressed } from './pressedButton.ts'
import { replyView, waitingView } from './views.ts'

/** The person closed it meanwhile. */
const closed = new Set(['not_found', 'view_not_found'])

/** Opens a modal at once, before anything is looked up; one that is open already stays. null: Slack does not open one. */
export async function openModal(
  { client, log }: Pick<Ears, 'client' | 'log'>,
  { modal, triggerId, origin }: Pressed,
): Promise<string | null> {
  if (modal) return modal
  const metadata = packed(origin)
  if (metadata === null || triggerId === null) return null
  try {
    const { view } = await client.views.open({ trigger_id: triggerId, view: waitingView(metadata) })
    return view?.id ?? null
  } catch (error) {
    log.warn({ word: slackWord(error) }, 'Slack: Fenster nicht geöffnet')
    return null
  }
}

/** Shows in an open modal what was found out; when that fails, the person hears it there. Rejects with what failed. */
export async function showInModal(
  { client }: Pick<Ears, 'client'>,
  modal: string,
  origin: Origin,
  find: () => Promise<(metadata: string) => types.ModalView>,
): Promise<void> {
  // It was opened with as much.
  const metadata = packed(origin) ?? ''
  async function show(view: types.ModalView) {
    await client.views.update({ view_id: modal, view }).catch(error => {
      if (!closed.has(slackWord(error))) throw error
    })
  }
  try {
    const view = await find()
    await show(view(metadata))
  } catch (error) {
    const again = 'Das lässt sich hier gerade nicht zeigen. Bitte versuchen Sie es noch einmal.'
    await show(replyView(sentence(again), metadata)).catch(() => {})
    throw error
  }
}
