import type { webApi } from '@slack/bolt'
import { deafWords, slackWord } from './failure.ts'

/** Which of these channels we may not read; one that cannot be told now is not named. */
export async function deafChannels(client: webApi.WebClient, channels: readonly string[]): Promise<string[]> {
  const deaf: string[] = []
  for (const channel of channels)
    try {
      await client.conversations.history({ channel, limit: 1 })
    } catch (error) {
      if (deafWords.has(slackWord(error))) deaf.push(channel)
    }
  return deaf
}

/** One German sentence on channels in which we hear nothing; null when there is none. */
export function deafSentence(channels: readonly string[]): string | null {
  if (channels.length === 0) return null
  const which = channels.length === 1 ? 'Im Slack-Kanal' : 'In den Slack-Kanälen'
  return `${which} ${channels.join(', ')} hört und schreibt die App nichts. Bitte dort einladen (/invite) oder aus den Einstellungen nehmen.`
}
