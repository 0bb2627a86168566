import type { HoldReason } from '../problem.ts'
import type { Word } from '../words.ts'

const negations = words(
  'nicht nie niemals nichts kein keine keinen keinem keiner keinesfalls keineswegs ohne weder stopp halt vergiss niemand niemanden abbrechen statt anstatt bloss',
)

const conditions = words(
  'hoffentlich angeblich glaube denke wenn falls sobald sofern bevor bis erst vielleicht evtl eventuell moeglicherweise vermutlich wahrscheinlich ' +
    'koennte koennten muesste muessten sollte sollten duerfte waere waeren wuerde haette haetten oder entweder ' +
    'ausser spaeter demnaechst irgendwann ggf gegebenenfalls fast beinahe halb teilweise',
)

/** Someone tells what was, or what another said: nobody asked us to do anything. */
const reports = words(
  'hat habe haben habt hast hatte hatten wird wurde wurden worden war waren sagt sagte sagen schrieb schreibt meint meinte fragt fragte ' +
    'dass ob warum weshalb wieso wer wann wie was wo welche welcher welches',
)

const askingFirst = words(
  'ist sind wurde wurden war hat haben habt hast kann kannst koennen koennt darf duerfen soll sollen sollte muss muessen wird werden ' +
    'warum wieso weshalb wer wann wie was wo welche welcher welches ob gibt geht',
)

/** "kannst du …", "können Sie …": a request in the form of a question. */
const request =
  /^(?:bitte )?(kannst|koennt|koennen|koenntest|koennten|wuerdest|wuerden|magst|moegen) (du|ihr|sie)\b/

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** Kinds of procedure whose names (§ 14 VgV, § 8 UVgO) hold words that elsewhere deny something. */
const names = / (?:nicht(?= offenes? verfahren )|ohne(?= teilnahmewettbewerb )|ohne(?= tnw ))/g

function withoutNames(plain: readonly string[]): string[] {
  return ` ${plain.join(' ')} `
    .replace(names, '')
    .split(' ')
    .filter(word => word !== '')
}

/** Moving a date needs words that elsewhere make an order uncertain: "drei Tage später", "bis 15.05.". */
const ofMoving = words('spaeter bis')

/**
 * Why an input must not change anything, however well it is understood; null when it is a plain order.
 * `text` is cleaned. A request ("Könnten Sie bitte …?") is not held here, but it is never exact either.
 * `exact`: typed in the grammar of commands, where quotation marks only hold an argument together.
 */
export function holdReason(
  text: string,
  said: readonly Word[],
  how: { exact: boolean; moving?: boolean },
): HoldReason | null {
  if (text.startsWith('>')) return 'quoted'
  if (!how.exact && said.some(word => word.quoted)) return 'quoted'
  const plain = withoutNames(said.map(word => word.folded))
  const polite = request.test(plain.join(' '))
  const rest = polite ? plain.slice(2) : plain
  if (rest.some(word => negations.has(word))) return 'negated'
  if (rest.some(word => conditions.has(word) && !(how.moving && ofMoving.has(word)))) return 'conditional'
  if (!polite && (/[?？]/.test(text) || askingFirst.has(rest[0] ?? ''))) return 'asked'
  if (rest.some(word => reports.has(word))) return 'reported'
  return null
}
