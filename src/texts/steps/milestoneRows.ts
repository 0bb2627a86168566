import type { MilestoneAt, MilestoneState } from '../../domain/programme/statusAt.ts'
import { germanPointInTime } from '../../domain/time/pointInTime.ts'
import type { Row, Sign } from '../../reply/reply.ts'

/** Sign and word of each state. */
export const milestoneWords: Record<MilestoneState, { sign: Sign; state: string }> = {
  erledigt: { sign: 'done', state: 'erledigt' },
  geplant: { sign: 'planned', state: 'geplant' },
  neu: { sign: 'new', state: 'neu' },
  verschoben: { sign: 'moved', state: 'verschoben' },
  fest: { sign: 'fixed', state: 'fest' },
  in_abstimmung: { sign: 'planned', state: 'in Abstimmung' },
  in_vorbereitung: { sign: 'planned', state: 'in Vorbereitung' },
  open: { sign: 'question', state: 'Ausgang offen' },
  ausgesetzt: { sign: 'question', state: 'ausgesetzt' },
}

/** Milestones as rows: what moved keeps its earlier date and the reason; „voraussichtlich“ stays. */
export function milestoneRows(milestones: readonly MilestoneAt[]): Row[] {
  return milestones.map(({ milestone, state }) => {
    const remark = remarkOf({ milestone, state })
    const time = milestone.jetzt
      ? germanPointInTime(milestone.jetzt)
      : milestone.status === 'erledigt'
        ? ''
        : 'Zeitpunkt nicht genannt'
    return {
      ...milestoneWords[state],
      text: milestone.titel,
      detail: state === 'ausgesetzt' && milestone.jetzt ? `war geplant: ${time}` : time,
      ...(remark && { remark }),
    }
  })
}

function remarkOf({ milestone, state }: MilestoneAt): string {
  const moves = milestone.verschiebungen.map(each => `bisher ${germanPointInTime(each.von)}: ${each.grund}`)
  const open = state === 'open' ? ['Der Termin ist vorbei; ob er gehalten wurde, sagt keine Quelle.'] : []
  const noTime =
    milestone.jetzt === null && milestone.hinweis && milestone.status !== 'erledigt'
      ? [milestone.hinweis]
      : []
  const done = milestone.doneWith === undefined ? [] : [`erledigt mit „${milestone.doneWith}“`]
  return [...done, ...moves, ...open, ...noTime].join(' · ')
}
