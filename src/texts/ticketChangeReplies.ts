import { Temporal } from 'temporal-polyfill'
import type { NoSnooze } from '../domain/ticket/snooze.ts'
import { germanDay, germanDayWithWeekday } from '../domain/time/day.ts'
import type { Reply } from '../reply/reply.ts'

/** Why a Vorgang was not put off; each one sentence. */
export function noSnoozeText(why: NoSnooze): string {
  switch (why.kind) {
    case 'closed':
      return 'Der Vorgang ist abgeschlossen. Zum Zurückstellen bitte zuerst wieder öffnen.'
    case 'past':
      return 'Bitte nennen Sie einen Tag nach heute.'
    case 'too-far':
      return 'Länger als ein Jahr lässt sich ein Vorgang nicht zurückstellen.'
    case 'legal':
      return `Bei diesem Vorgang läuft eine Frist, die das Gesetz setzt. Er lässt sich höchstens bis ${germanDayWithWeekday(Temporal.PlainDate.from(why.dueOn))} zurückstellen.`
    case 'urgent':
      return 'Dieser Vorgang lässt sich nicht zurückstellen.'
  }
}

export function snoozedText(until: string): string {
  return `Zurückgestellt bis ${germanDay(Temporal.PlainDate.from(until))}. Bis dahin wird nicht erinnert; ein neuer Brief weckt den Vorgang.`
}

/** Whoever gets it could not read it. `readers`: functions of which one can. */
export function notForThem(name: string, readers: readonly string[]): string {
  const instead = readers.length > 0 ? ` Möglich ist: ${readers.join(', ')}.` : ''
  return `Der Vorgang ist geschützt, und ${name} darf ihn nicht lesen.${instead}`
}

/** Given to somebody outside, a Vorgang needs the order that asks for the reason. */
export function outsideNeedsReason(name: string): string {
  return `${name} gehört nicht zur eigenen Verwaltung. Zum Abgeben bitte den Grund nennen.`
}

/** Asks before a Vorgang is closed that may be about a child in danger (K6). */
export function closeQuestion(number: string, command: string): Reply {
  const text = `Mit dem Abschluss von ${number} bestätigen Sie als Fachkraft, dass der Hinweis eingeschätzt ist und nichts mehr zu tun bleibt. Wirklich?`
  return question(text, command, 'Abschließen', number)
}

/** Asks before others may see what was protected. `gaining`: their functions; named in the house only. */
export function lowerQuestion(number: string, command: string, gaining: readonly string[]): Reply {
  const who = gaining.length > 0 ? ` Lesen dürfen ihn dann auch: ${gaining.join(', ')}.` : ''
  return question(`Damit sinkt der Schutz von ${number}.${who} Wirklich?`, command, 'Einordnen', number)
}

function question(text: string, command: string, yes: string, number: string): Reply {
  return {
    summary: text,
    audience: 'asker',
    blocks: [
      { kind: 'text', text },
      { kind: 'note', text: `Ja: ${command}` },
      {
        kind: 'actions',
        actions: [
          { label: yes, command },
          { label: 'Nein', command: `vorgang zeige ${number}` },
        ],
      },
    ],
  }
}

/** What is said of orders about what a Vorgang is. */
export const relabelTexts = {
  done: 'Neu eingeordnet.',
  same: 'So ist der Vorgang schon eingeordnet.',
  nothingSaid: (number: string) =>
    `Bitte sagen Sie, was anders ist: Typ, Thema, Ort, Dringlichkeit oder Schutz, zum Beispiel „vorgang einordnen ${number} typ:Schule“.`,
  onePlace: 'Bitte nennen Sie einen einzelnen Ort, oder „alle“ für den ganzen Kreis.',
  gone: (number: string) =>
    `${number} ist jetzt geschützt. Wer ihn lesen darf, ist benachrichtigt; hier wird er nicht mehr gezeigt.`,
  notAllowed: (number: string) =>
    `Weniger Schutz entscheidet nur, wer ${number} ganz lesen darf. Mehr Schutz ist immer möglich.`,
  topicProtects:
    'Mit diesem Typ oder Thema bleibt der Vorgang geschützt. Bitte ändern Sie auch den Typ oder das Thema.',
} as const

/** What was taken back, as a sentence. */
const undoneWords: Readonly<Record<string, string>> = {
  zuweisen: 'Die Zuweisung ist zurückgenommen.',
  abgeben: 'Die Abgabe ist zurückgenommen.',
  abschliessen: 'Der Abschluss ist zurückgenommen.',
  wieder_oeffnen: 'Das Öffnen ist zurückgenommen; der Vorgang ist wieder abgeschlossen.',
  schlummern: 'Das Zurückstellen ist zurückgenommen.',
  eingeordnet: 'Die Einordnung ist zurückgenommen.',
  zugeordnet: 'Das Zusammenführen ist zurückgenommen; jeder Vorgang hat wieder seine Briefe.',
  verknuepft: 'Die Verknüpfung ist zurückgenommen.',
  geloest: 'Die Verknüpfung ist wiederhergestellt.',
}

export function undoneText(action: string): string {
  return undoneWords[action] ?? 'Zurückgenommen.'
}

/** Why a change was not taken back; each one sentence. */
export const notUndone = {
  nothing: 'Von Ihnen gibt es keine Änderung der letzten zehn Minuten, die sich zurücknehmen ließe.',
  left: 'Die Antwort ist schon auf dem Weg; ein Brief lässt sich nicht zurückholen.',
  already: 'Diese Änderung ist schon zurückgenommen.',
  'not-yours':
    'Die letzte Änderung hat jemand anders gemacht; zurücknehmen kann sie nur, wer sie gemacht hat.',
  late: 'Die Änderung ist länger als zehn Minuten her. Bitte ändern Sie den Vorgang neu.',
  since: 'Seit Ihrer Änderung hat sich der Vorgang weiter verändert; sie lässt sich nicht mehr zurücknehmen.',
  protected: 'Den Schutz wieder senken kann nur, wer den Vorgang ganz lesen darf.',
} as const
