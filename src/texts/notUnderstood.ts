import type { Action, Block, Reply } from '../reply/reply.ts'

const help: Action = { label: 'Hilfe', command: 'hilfe' }

/** A sentence for the asker alone, with buttons. */
function sentence(text: string, actions: Action[], more: Block[] = []): Reply {
  const blocks: Block[] = [{ kind: 'text', text }, ...more]
  if (actions.length > 0) blocks.push({ kind: 'actions', actions })
  return { summary: text, blocks, audience: 'asker' }
}

/** "Elmshorn", "Elmshorn oder Hemdingen", "A, B oder C". */
function either(labels: string[]): string {
  return labels.length < 2 ? (labels[0] ?? '') : `${labels.slice(0, -1).join(', ')} oder ${labels.at(-1)}`
}

function yes(near: Action[]): Action[] {
  return near.length === 1 ? [{ label: 'Ja', command: near[0]!.command }] : near
}

/** ‚…‘ around words of the asker; quotation marks inside are dropped, long ones cut. */
function cited(typed: string): string {
  const plain = typed.replace(/[‚‘’„“”"]/g, '')
  return `‚${plain.length > 80 ? `${plain.slice(0, 79)}…` : plain}‘`
}

export function nothingSaid(): Reply {
  return sentence('Darin steht kein Befehl. Schreiben Sie zum Beispiel: status', [help])
}

/** Numbers of characters. */
export function tooLong(length: number, most: number): Reply {
  return sentence(
    `Das sind ${length} Zeichen; ein Befehl hat höchstens ${most}. Bitte schreiben Sie kürzer, zum Beispiel: vorgang liste`,
    [help],
  )
}

export function unknownCommand(typed: string, near: Action[]): Reply {
  const text = near.length
    ? `${cited(typed)} kenne ich nicht. Meinten Sie ${either(near.map(each => each.label))}?`
    : `${cited(typed)} verstehe ich nicht. „hilfe“ zeigt, was ich kann.`
  return sentence(text, [...yes(near), help])
}

/** Asked for help on what is no command; `near`: names that look alike. */
export function unknownHelp(topic: string, near: readonly string[]): Reply {
  const actions = near.map(name => ({ label: `hilfe ${name}`, command: `hilfe ${name}` }))
  const text =
    near.length > 0
      ? `Einen Befehl ${cited(topic)} kenne ich nicht. Meinten Sie ${either([...near])}?`
      : `Einen Befehl ${cited(topic)} kenne ich nicht. „hilfe“ zeigt alle.`
  return sentence(text, [...actions, help])
}

export function unknownPlace(typed: string, near: Action[], regions: string): Reply {
  const text = near.length
    ? `${cited(typed)} kenne ich nicht. Meinten Sie ${either(near.map(each => each.label))}?`
    : `${cited(typed)} kenne ich nicht. Es gehört nicht zu diesem Programm. Festgelegt sind: ${regions}.`
  return sentence(text, yes(near))
}

/** `label` of the argument that was not said. */
export function missingArgument(label: string, usage: string, example: string): Reply {
  return sentence(`Es fehlt noch: ${label}.`, [], [howTo(usage, example)])
}

/** `typed` is the word at fault; `label` of the argument it stood for, null when there was none left; `possible`: the words it takes; `mayBeTitle`: it may belong to a name that was not quoted. */
export function wrongArgument(
  typed: string,
  label: string | null,
  near: Action[],
  usage: string,
  example: string,
  possible: readonly string[] = [],
  mayBeTitle = false,
): Reply {
  const start = label
    ? `${cited(typed)} verstehe ich nicht als ${label}.`
    : `${cited(typed)} verstehe ich hier nicht.`
  const meant = near.length ? ` Meinten Sie ${either(near.map(each => each.label))}?` : ''
  const words = meant === '' && possible.length > 0 ? ` Möglich: ${possible.join(', ')}.` : ''
  const title = mayBeTitle ? ' Ein Name aus mehreren Wörtern steht in Anführungszeichen.' : ''
  return sentence(start + meant + words + title, yes(near), [howTo(usage, example)])
}

/** A date that no calendar has. */
export function noSuchDay(typed: string): Reply {
  const day = typed.replace(/^[^\d]*/, '').replace(/(\.\d{1,2})$/, '$1.')
  return sentence(
    `Den Tag ${cited(day)} gibt es nicht. Bitte prüfen Sie das Datum, zum Beispiel 28.02.2025.`,
    [],
  )
}

function howTo(usage: string, example: string): Block {
  return {
    kind: 'facts',
    facts: [
      { label: 'So geht es', value: usage },
      { label: 'Beispiel', value: example },
    ],
  }
}

/** A change that was not said plainly. `line` is the command that would do it, null when it must not be offered. */
export function held(why: string, line: string | null, show: Action | null): Reply {
  if (!line) return sentence(`${why} Ich habe nichts geändert.`, show ? [show] : [])
  const { order, verb } = spokenOrder(line)
  return sentence(`${why} Meinen Sie: ${order}?`, [
    { label: verb ? `Ja, ${verb}` : 'Ja', command: line },
    ...(show ? [{ label: 'Nein', command: show.command }] : []),
  ])
}

/** "vorgang abschließen KA-2024-0017" as it is said: "KA-2024-0017 abschließen"; `verb` is null where there is no number. */
function spokenOrder(line: string): { order: string; verb: string | null } {
  const plain = line.replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, '$3.$2.$1')
  const taken = /^vorgang zuweisen (\S+) ich$/.exec(plain)
  if (taken) return { order: `${taken[1]} übernehmen`, verb: 'übernehmen' }
  const match = /^(?:vorgang|frist) (\S+) (\p{L}+-[\d-]+)(.*)$/u.exec(plain)
  if (!match) return { order: plain.replace(/^vorgang /, ''), verb: null }
  const [, verb = '', number = '', rest = ''] = match
  const word = joining[verb]
  // What has more in it than one thing stays as it is typed: "abgeben … grund: …".
  const plainly = word !== undefined && rest !== '' && !/:|wirklich/.test(rest)
  return { order: plainly ? `${number} ${word}${rest} ${verb}` : `${number} ${verb}${rest}`, verb }
}

/** "KA-2024-0017 mit KA-2024-0014 verknüpfen". */
const joining: Record<string, string> = {
  zuweisen: 'an',
  abgeben: 'an',
  verknüpfen: 'mit',
  zuordnen: 'zu',
  trennen: 'von',
  lösen: 'von',
}

/** `near`: what comes closest. */
export function notYet(near: Action[]): Reply {
  return sentence(
    'Das habe ich verstanden, aber dafür gibt es noch keinen Befehl. Ich habe nichts geändert.',
    [...near, help],
  )
}

/** `who`: functions that may. */
export function notPermitted(who: string[], isGuest: boolean): Reply {
  const guest = isGuest ? ' Ihr Konto ist noch keiner Funktion zugeordnet; „ich“ zeigt, wie das geht.' : ''
  return sentence(`Das darf nur: ${either(who)}.${guest}`, [
    ...(isGuest ? [{ label: 'Konto verknüpfen', command: 'ich' }] : []),
    help,
  ])
}

/** A command that changes something, in a channel with `befehle: lesen`. */
export function readOnlyHere(): Reply {
  return sentence(
    'In diesem Kanal zeige ich nur; ändern können Sie etwas in einer Direktnachricht an mich oder auf der Web-Seite. Ich habe nichts geändert.',
    [],
  )
}

/** The incident is in the log under its number. */
export function incident(number: string): Reply {
  return sentence(
    `Das hat nicht geklappt. Bitte nennen Sie der Administration die Nummer ${number}. Es ist nichts verloren gegangen.`,
    [],
  )
}

export function databaseAway(number: string): Reply {
  return sentence(
    `Die Datenbank ist gerade nicht erreichbar. Bitte versuchen Sie es in einer Minute noch einmal. Bleibt es dabei, nennen Sie der Administration die Nummer ${number}. Es ist nichts verloren gegangen.`,
    [],
  )
}
