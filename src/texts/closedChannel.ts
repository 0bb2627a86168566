import { Temporal } from 'temporal-polyfill'
import { dayOf, germanDayWithWeekday, germanTime } from '../domain/time/day.ts'
import type { Reply } from '../reply/reply.ts'
import { type OperatorNews, operatorNews } from './proofNews.ts'

/*
 * A chat channel that takes nothing from us any more: deleted, archived, closed to the app. `name` is how operators call it,
 * "Slack-Kanal „schulen“ (C012AB3CD)".
 */

/** "Der Slack-Kanal „schulen“ (C012AB3CD) nimmt seit Mo 22.04.2024, 09:14 Uhr nichts mehr an: …" For doctor and digest. */
export function closedChannelSentence(name: string, closed: { since: string; reason: string }): string {
  const since = Temporal.Instant.from(closed.since)
  return `Der ${name} nimmt seit ${germanDayWithWeekday(dayOf(since))}, ${germanTime(since)} Uhr nichts mehr an: ${closed.reason}`
}

/** What an administrator does about it. `setting` names the channels: "KLA_SLACK_CHANNELS". */
export function openChannelAgain(setting: string): string {
  return `Bitte die App dort wieder einladen oder in ${setting} einen anderen Kanal eintragen und neu starten. Jeder neue Beitrag wird dort einmal versucht; sobald einer ankommt, ist der Kanal von selbst wieder in Gebrauch.`
}

export function closedChannelNews(
  name: string,
  setting: string,
  closed: { since: string; reason: string },
): OperatorNews {
  return operatorNews('Ein Kanal nimmt nichts mehr an', [
    closedChannelSentence(name, closed),
    'Beiträge für ihn stehen bis dahin im Kanal für alles Übrige und auf der Web-Seite.',
    openChannelAgain(setting),
  ])
}

/** The same post in the channel for everything else, with the reason why it stands there. */
export function postElsewhere(reply: Reply, name: string): Reply {
  const why = `Für den ${name}, der zurzeit nichts annimmt.`
  return { ...reply, blocks: [...reply.blocks, { kind: 'note', text: why }] }
}
