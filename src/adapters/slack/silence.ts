import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { SocketModeReceiver } from '@slack/bolt'

/** Frames that nobody sees otherwise: undici tells of them on these channels, with the web socket they came on. */
const frames = ['undici:websocket:ping', 'undici:websocket:pong']

/**
 * Calls back when a connection has given no sign of life (a message, a ping, an answer to our ping) for so many milliseconds: a line
 * that broke without a word looks open for ever. Returns how to end the watch.
 */
export function watchForSilence(
  client: SocketModeReceiver['client'],
  milliseconds: number,
  onSilence: () => void,
): () => void {
  let url: string | null = null
  let timer: NodeJS.Timeout | undefined

  function alive() {
    clearTimeout(timer)
    timer = setTimeout(onSilence, milliseconds)
    timer.unref()
  }
  function onFrame(message: unknown) {
    if ((message as { websocket?: { url?: string } }).websocket?.url === url) alive()
  }

  // Each connection has an address of its own, with a ticket in it.
  client.once('authenticated', (opened: { url?: string }) => {
    url = opened.url ? new URL(opened.url).href : null
  })
  client.on('ws_message', alive)
  for (const frame of frames) subscribe(frame, onFrame)
  return () => {
    clearTimeout(timer)
    client.off('ws_message', alive)
    for (const frame of frames) unsubscribe(frame, onFrame)
  }
}
