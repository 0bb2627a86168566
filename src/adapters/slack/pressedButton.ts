import { type Origin, unpacked } from './origin.ts'
import { asksOf } from './renderSlack.ts'

/** A button that somebody pressed, or a choice from a menu. */
export interface Pressed {
  user: string
  /** What the person would have typed, and where. */
  origin: Origin
  /** A form comes first and asks for these, [] for all that was not said; null: none does. */
  asks: readonly string[] | null
  /** The modal on which the button stands; null: it stands on a post or on our own page. */
  modal: string | null
  responseUrl: string | null
  triggerId: string | null
}

/** What a pressed button says; null for links and for places without a conversation. */
export function pressedButton(body: object, action: object): Pressed | null {
  const { user, response_url, trigger_id, view } = body as {
    user?: { id?: string }
    response_url?: string
    trigger_id?: string
    view?: { id?: string; type?: string; private_metadata?: string }
  }
  const { action_id, value, selected_option } = action as {
    action_id?: string
    value?: string
    selected_option?: { value?: string }
  }
  const command = value ?? selected_option?.value
  if (!command || !user?.id) return null
  const origin = view ? unpacked(view.private_metadata) : onPost(body)
  if (!origin) return null
  return {
    user: user.id,
    origin: { ...origin, command },
    asks: asksOf(action_id ?? ''),
    modal: view?.type === 'modal' ? (view.id ?? null) : null,
    responseUrl: response_url ?? null,
    triggerId: trigger_id ?? null,
  }
}

function onPost(body: object): Origin | null {
  const { channel, container, message } = body as {
    channel?: { id?: string }
    container?: { channel_id?: string; message_ts?: string; thread_ts?: string; is_ephemeral?: boolean }
    message?: { ts?: string; thread_ts?: string }
  }
  const place = channel?.id ?? container?.channel_id
  if (!place) return null
  return {
    command: '',
    channel: place,
    thread: message?.thread_ts ?? container?.thread_ts ?? null,
    message: message?.ts ?? container?.message_ts ?? null,
    from: container?.is_ephemeral === true ? 'alone' : 'post',
  }
}
