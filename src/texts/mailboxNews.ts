import type { Reply } from '../reply/reply.ts'
import { type OperatorNews, operatorNews } from './proofNews.ts'

/*
 * News about watched mailboxes. `label` is how a mailbox is called without its address: "Das Postfach",
 * "Das Postfach 2 (Ordner Junk-E-Mail)".
 */

/** The mailbox cannot be reached. `sentence` is German, whole, without secrets, and says that nothing is lost. */
export function mailboxFaultNews(sentence: string, label: string): Reply {
  return {
    summary: `${label} ist gestört`,
    audience: 'everyone',
    blocks: [{ kind: 'text', text: sentence }],
  }
}

export function mailboxBackNews(label: string): Reply {
  const text = `${label} ist wieder erreichbar. Alle Briefe sind abgeholt.`
  return { summary: text, audience: 'everyone', blocks: [{ kind: 'text', text }] }
}

/** The server had renumbered the folder, and `unknown` of its letters were not known by their content. */
export function relistedNews(label: string, unknown: number): Reply {
  const found =
    unknown === 1
      ? 'Ein Brief darin war noch nicht bekannt. Er ist gespeichert und wird eingeordnet, bekommt aber keine Eingangsbestätigung und wird nicht einzeln gemeldet'
      : `${unknown} Briefe darin waren noch nicht bekannt. Sie sind gespeichert und werden eingeordnet, bekommen aber keine Eingangsbestätigung und werden nicht einzeln gemeldet`
  return {
    summary: `${label} wurde neu nummeriert`,
    audience: 'everyone',
    blocks: [
      {
        kind: 'text',
        text: `${label} wurde vom Mailserver neu nummeriert, zum Beispiel nach einer Rücksicherung oder einem Umzug. ${found}, weil es ein alter Brief sein kann. Bitte die neuen Vorgänge durchsehen und denen antworten, die auf Antwort warten.`,
      },
    ],
  }
}

/** A mailbox that is not complete: since when (said for people, "heute 09:12"), and the last fault that was met, if any. */
export interface OverdueMailbox {
  label: string
  since: string
  fault: string | null
}

/** The alarm: nobody fetches these mailboxes completely, whatever the reason. For the channel and the operators. */
export function mailboxAlarmNews(overdue: readonly OverdueMailbox[], minutes: number): OperatorNews {
  return operatorNews('Alarm: Postfach wird nicht vollständig abgeholt', [
    ...overdue.map(({ label, since, fault }) =>
      [`${label} ist zuletzt ${since} vollständig abgeholt worden.`, ...(fault ? [fault] : [])].join(' '),
    ),
    `Diese Meldung kommt, wenn das länger als ${minutes.toLocaleString('de-DE')} Minuten her ist. Bis es behoben ist, bleiben neue Briefe im Postfach liegen und werden nicht zu Vorgängen; bitte dort nachsehen, auch nach eiligen. Was zu tun ist, sagt: kla doctor.`,
  ])
}

export function mailboxAlarmOverNews(labels: readonly string[]): OperatorNews {
  return operatorNews('Entwarnung: Postfach wird wieder vollständig abgeholt', [
    ...labels.map(label => `${label} ist wieder vollständig abgeholt.`),
    'Die Briefe aus der Zwischenzeit sind gespeichert und werden bearbeitet.',
  ])
}
