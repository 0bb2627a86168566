import { Temporal } from 'temporal-polyfill'
import { currentProcedure, isRunning, newProcedure } from '../../domain/tender/currentProcedure.ts'
import { byValue } from '../../domain/tender/regimeByValue.ts'
import { regimeOf } from '../../domain/tender/tenderCase.ts'
import type { TenderLaw } from '../../domain/tender/tenderLaw.ts'
import { whyNoSuchProcedure } from '../../domain/tender/whyNoSuchProcedure.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { Procedure } from '../../domain/time/periods/inputs.ts'
import { tenderSentences } from '../../texts/tender/tenderSentences.ts'
import type { Actor, ChangeNeeds } from '../processes/changeProcesses.ts'
import type { Plans } from '../processes/plans.ts'
import {
  type ChangedProcedure,
  changeProcedure,
  type ReasonedChange,
  type TenderDecision,
} from './changeProcedure.ts'

/** What is said of a procedure when it begins; null: nothing was said. */
export interface WantedProcedure {
  procedure: Procedure
  /** The day on which the notice leaves. */
  notice: Temporal.PlainDate | null
  electronic: boolean | null
  urgent: boolean | null
  /** Value of the contract without value added tax, in Euro. */
  value: number | null
  reason: string | null
}

/** Begins a procedure. With a day the notice is noted as dispatched, and dates follow: then only what was shown is made. */
export function startProcedure(
  needs: ChangeNeeds,
  law: TenderLaw,
  actor: Actor,
  wanted: WantedProcedure,
  confirmed: string | null,
): Promise<ChangedProcedure> {
  const asks = wanted.notice !== null || wanted.value !== null
  return changeProcedure(needs, actor, asks ? confirmed : undefined, plans => {
    const running = currentProcedure(plans.all)
    if (running && isRunning(running)) return { refused: tenderSentences.runsAlready(running.title) }
    return beginning(needs, law, plans, wanted)
  })
}

/** A procedure that begins; `linked`: the id of the one that it follows. */
export function beginning(
  needs: ChangeNeeds,
  law: TenderLaw,
  plans: Pick<Plans, 'all'>,
  wanted: WantedProcedure,
  linked: number | null = null,
): TenderDecision | { refused: string } {
  const { procedure, notice, electronic, urgent, value, reason } = wanted
  const { profile } = needs.programme
  const today = dayOf(needs.now())
  const why = whyNoSuchProcedure(procedure, reason)
  if (why) return { refused: why }
  const social = profile.vergabe.regime === 'EU_VgV_sozial'
  const valued =
    value === null ? null : byValue(value, notice ?? today, { procedure, social }, law.thresholds)
  if (valued?.reached && !valued.fits) return { refused: tenderSentences.aboveThreshold(valued) }
  const regime = regimeOf(procedure, profile)
  const instance = newProcedure(
    procedure,
    {
      regime,
      ...(social && { soziale_dienstleistung: true }),
      ...(electronic !== null && { elektronische_angebote: electronic }),
      ...(urgent !== null && { dringlich_begruendet: urgent }),
      ...(value !== null && { auftragswert: value }),
      ...(linked !== null && { folgt_auf: linked }),
    },
    plans.all,
    today,
  )
  const changes: ReasonedChange[] = reason ? [{ change: { kind: 'noted', step: null, text: reason } }] : []
  const hints = [
    ...(valued ? [tenderSentences.byThreshold(valued)] : []),
    ...(value !== null && !valued ? [tenderSentences.noThreshold] : []),
    ...(isUncounted(procedure) ? [tenderSentences.uncounted] : []),
  ]
  if (notice === null) return { begin: { instance, changes }, hints }
  const template = needs.templates.get(instance.template)
  if (!template?.schritte.some(each => each.id === 'bekanntmachung'))
    return { refused: tenderSentences.noNotice }
  const ahead = Temporal.PlainDate.compare(notice, today) > 0
  changes.push({
    change: ahead
      ? { kind: 'moved', step: 'bekanntmachung', to: notice.toString(), tentative: false }
      : { kind: 'done', step: 'bekanntmachung', on: notice.toString() },
  })
  return {
    begin: { instance, changes },
    hints: ahead ? [...hints, tenderSentences.noticeAhead(notice)] : hints,
  }
}

/** §§ 18 and 19 VgV: its phases are kept, its periods are not counted. */
function isUncounted(procedure: Procedure): boolean {
  return procedure === 'wettbewerblicher_dialog' || procedure === 'innovationspartnerschaft'
}
