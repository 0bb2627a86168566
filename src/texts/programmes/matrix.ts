import type { Temporal } from 'temporal-polyfill'
import type { MatrixCell } from '../../domain/process/kinds/matrixCells.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import type { Block, Reply } from '../../reply/reply.ts'
import { onPage, type Paging, pageBlocks } from '../listPages.ts'
import { standNote } from '../standNote.ts'
import { wordsElsewhere } from '../steps/wordsElsewhere.ts'

type Matrix = NonNullable<Profile['matrix']>

/**
 * The answer to "matrix …". Names of providers are no matter for a channel: there `names` is false and cells are only counted.
 */
export function matrixReply(
  matrix: Matrix,
  cells: readonly MatrixCell[],
  lead: string,
  names: boolean,
  profile: Profile,
  now: Temporal.Instant,
  paging: Paging = { page: null, line: page => `matrix zeigen seite:${page}` },
): Reply {
  const open = cells.filter(cell => !cell.settled)
  const count =
    cells.length === 0
      ? 'Noch ist keine Konstellation eingetragen.'
      : `${cells.length} eingetragen, davon ${cells.length - open.length} geklärt und ${open.length} offen.`
  const shown = onPage([...open, ...cells.filter(cell => cell.settled)], paging)
  const table: Block[] = !names
    ? [
        {
          kind: 'text',
          text: wordsElsewhere,
        },
      ]
    : [
        {
          kind: 'table',
          columns: ['Nr.', ...matrix.achsen, 'Stand'],
          rows: shown.map(cell => [
            String(cell.number),
            ...matrix.achsen.map(axis => cell.fields[axis] ?? 'offen'),
            cell.settled ? 'geklärt' : 'offen',
          ]),
        },
      ]
  return {
    summary: [lead, count].filter(Boolean).join(' '),
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `Matrix: ${matrix.achsen.join(' × ')}` },
      ...(lead ? [{ kind: 'text', text: lead } satisfies Block] : []),
      { kind: 'text', text: matrix.frage },
      { kind: 'text', text: count },
      ...(cells.length > 0 ? table : []),
      ...(names ? pageBlocks([{ total: cells.length }], paging) : []),
      standNote({ ...profile, quelle: matrix.quelle }, now),
    ],
  }
}

/** While a tender runs nobody may learn from us which providers are interested (§ 5 VgV). */
export const matrixRests =
  'Während ein Vergabeverfahren läuft, zeigt und ändert dieser Befehl nichts: Wer interessiert ist, ist dann vertraulich (§ 5 VgV).'
