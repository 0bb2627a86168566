/**
 * Words that Slack keeps for itself. An app manifest with one of them is refused as a whole, not only that command;
 * Slack publishes no list, this one was put together by several projects that ran into it.
 */
export const reservedBySlack = [
  'status',
  'me',
  'join',
  'away',
  'dnd',
  'shrug',
  'remind',
  'msg',
  'feed',
  'who',
  'collapse',
  'expand',
  'leave',
  'open',
  'search',
  'topic',
  'mute',
  'pro',
  'shortcuts',
] as const

/** "Kla", "/kla" and "kla" are all the command "/kla". */
export function commandName(typed: string): string {
  return `/${typed.trim().replace(/^\/+/, '').toLowerCase()}`
}

/** One German sentence on why Slack would refuse this slash command, null when it is fine. */
export function commandNameFault(typed: string): string | null {
  const name = commandName(typed)
  const word = name.slice(1)
  if ((reservedBySlack as readonly string[]).includes(word))
    return `${name} gehört Slack selbst; eine App mit diesem Befehl wird als Ganzes abgelehnt. Bitte einen anderen Namen wählen, zum Beispiel /kla.`
  // Slack: starts with a slash, at most 32 characters, no spaces, no special characters.
  if (!/^[\p{Ll}\p{Nd}_-]{1,31}$/u.test(word))
    return `„${typed}“ ist kein Name für einen Slack-Befehl: höchstens 31 Kleinbuchstaben, Ziffern, „-“ oder „_“ nach dem Schrägstrich.`
  return null
}
