/** States of a Vorgang, in the order of its life (wording: domain.md section 10). */
export const ticketStates = [
  'eingegangen',
  'in_bearbeitung',
  'wartet',
  'abgegeben',
  'beantwortet',
  'abgeschlossen',
] as const
export type TicketState = (typeof ticketStates)[number]

export const stateNames: Record<TicketState, string> = {
  eingegangen: 'eingegangen',
  in_bearbeitung: 'in Bearbeitung',
  wartet: 'wartet auf Dritte',
  abgegeben: 'abgegeben',
  beantwortet: 'beantwortet',
  abgeschlossen: 'abgeschlossen',
}

export type TicketAction =
  | 'zuweisen'
  /** Somebody outside the house is competent from now on. */
  | 'abgeben'
  | 'abschliessen'
  | 'wieder_oeffnen'
  | 'nachricht'
  | 'antworten'
  /** The answer certainly did not leave: refused by the mail server, or dropped at the gate. */
  | 'antwort_gescheitert'

/** What may happen in which state, and where it leads. No entry: not allowed. */
const transitions: Record<TicketState, Partial<Record<TicketAction, TicketState>>> = {
  eingegangen: {
    zuweisen: 'in_bearbeitung',
    abgeben: 'abgegeben',
    abschliessen: 'abgeschlossen',
    nachricht: 'eingegangen',
    antworten: 'beantwortet',
  },
  in_bearbeitung: {
    zuweisen: 'in_bearbeitung',
    abgeben: 'abgegeben',
    abschliessen: 'abgeschlossen',
    nachricht: 'in_bearbeitung',
    antworten: 'beantwortet',
  },
  wartet: {
    zuweisen: 'in_bearbeitung',
    abgeben: 'abgegeben',
    abschliessen: 'abgeschlossen',
    nachricht: 'in_bearbeitung',
    antworten: 'beantwortet',
  },
  abgegeben: {
    zuweisen: 'in_bearbeitung',
    abgeben: 'abgegeben',
    abschliessen: 'abgeschlossen',
    nachricht: 'in_bearbeitung',
    antworten: 'beantwortet',
  },
  beantwortet: {
    zuweisen: 'in_bearbeitung',
    abgeben: 'abgegeben',
    abschliessen: 'abgeschlossen',
    nachricht: 'in_bearbeitung',
    antworten: 'beantwortet',
    antwort_gescheitert: 'in_bearbeitung',
  },
  // A citizen's reply to a closed Vorgang opens it again; automatic mail never changes a state.
  abgeschlossen: { wieder_oeffnen: 'in_bearbeitung', nachricht: 'in_bearbeitung' },
}

/** The state after an action, or null when the action is not allowed in this state. */
export function stateAfter(state: TicketState, action: TicketAction): TicketState | null {
  return transitions[state][action] ?? null
}
