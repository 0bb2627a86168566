import type { Procedure } from '../time/periods/inputs.ts'

/** § 14 Abs. 4 VgV has nine cases. */
const caseOfLaw = /\bnr\.?\s*[1-9]\b/i

/**
 * Why a kind of procedure cannot be chosen with this reason; null: it can. Negotiations without a call for competition are allowed in
 * the cases of § 14 Abs. 4 VgV alone, so the reason names which one.
 */
export function whyNoSuchProcedure(procedure: Procedure, reason: string | null): string | null {
  if (procedure !== 'verhandlungsverfahren_ohne_tnw') return null
  if (reason !== null && caseOfLaw.test(reason)) return null
  return (
    'Das Verhandlungsverfahren ohne Teilnahmewettbewerb ist nur in den Fällen des § 14 Abs. 4 VgV zulässig. Bitte nennen Sie den Fall ' +
    'mit seiner Nummer, zum Beispiel „grund: § 14 Abs. 4 Nr. 1 VgV, keine geeigneten Angebote“ oder „Nr. 3, äußerste Dringlichkeit“.'
  )
}
