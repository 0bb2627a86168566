import type { Profile } from '../../domain/programme/profile.ts'
import type { Block, Reply, Row } from '../../reply/reply.ts'
import { standNote } from '../standNote.ts'

/** The answer to "grundlagen": what the programme works on, what it rests on, its figures and public facts, each with its source. */
export function foundationsReply(profile: Profile): Reply {
  const { kernbereiche, rechtsgrundlagen, grundsaetze, kennzahlen, oeffentliche_angaben } = profile
  const row = (state: string, text: string, detail: string): Row => ({ sign: 'none', state, text, detail })
  const lists: [string, Row[]][] = [
    ['Kernbereiche', kernbereiche.map((each, i) => row(String(i + 1), each.name, ''))],
    ['Rechtsgrundlagen', rechtsgrundlagen.map(each => row(each.norm, each.wofuer, ''))],
    ['Grundsätze', grundsaetze.map(each => row('·', each.text, ''))],
    [
      'Kennzahlen',
      kennzahlen.map(each =>
        row(
          [figure(each.wert), each.einheit].filter(part => part !== null).join(' '),
          each.name,
          `Stand ${each.stand}`,
        ),
      ),
    ],
    [
      'Öffentliche Angaben',
      oeffentliche_angaben.map(each => row('·', each.aussage, `${each.quelle}, Stand ${each.stand}`)),
    ],
  ]
  const blocks = lists.flatMap(([title, rows]): Block[] =>
    rows.length > 0 ? [{ kind: 'rows', title, rows }] : [],
  )
  return {
    summary: `Grundlagen: ${profile.name}, ${profile.traeger}`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `Grundlagen: ${profile.name}, ${profile.traeger}` },
      ...blocks,
      standNote(profile, null),
    ],
  }
}

/** "5.104"; years and words stay as they are. */
function figure(value: number | string): string {
  return typeof value === 'number' ? value.toLocaleString('de-DE') : value
}
