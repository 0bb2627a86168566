/** A button that somebody pressed, or a choice from a menu. */
export interface Pressed {
  /** What the person would have typed. */
  text: string
  user: string
  channel: string
  /** The post with the button; null when it was shown to one person only and has no address of its own. */
  message: string | null
  thread: string | null
  ephemeral: boolean
  responseUrl: string | null
  triggerId: string | undefined
}

/** What a pressed button says; null for links and for places without a conversation. */
export function pressedButton(body: object, action: object): Pressed | null {
  const { user, channel, container, message, response_url, trigger_id } = body as {
    user?: { id?: string }
    channel?: { id?: string }
    container?: { channel_id?: string; message_ts?: string; thread_ts?: string; is_ephemeral?: boolean }
    message?: { ts?: string; thread_ts?: string }
    response_url?: string
    trigger_id?: string
  }
  const { value, selected_option } = action as { value?: string; selected_option?: { value?: string } }
  const text = value ?? selected_option?.value
  const place = channel?.id ?? container?.channel_id
  if (!text || !place || !user?.id) return null
  return {
    text,
    user: user.id,
    channel: place,
    message: message?.ts ?? container?.message_ts ?? null,
    thread: message?.thread_ts ?? container?.thread_ts ?? null,
    ephemeral: container?.is_ephemeral === true,
    responseUrl: response_url ?? null,
    triggerId: trigger_id,
  }
}
