import type { Action } from '../reply/reply.ts'

/** The page of a Vorgang in the workplace, "https://kla.example/vorgang/KA-2024-0017". */
export function ticketUrl(workplaceUrl: string, number: string): string {
  return `${workplaceUrl.replace(/\/+$/, '')}/vorgang/${encodeURIComponent(number)}`
}

/** Leads to the Vorgang: into the workplace where there is one, otherwise it is shown in the chat. */
export function openAction(number: string, workplaceUrl: string | null): Action {
  return workplaceUrl
    ? { label: 'Im Arbeitsplatz öffnen', command: '', url: ticketUrl(workplaceUrl, number) }
    : { label: 'Anzeigen', command: `vorgang zeige ${number}` }
}

/** The way into the workplace; [] where there is none. */
export function openIn(workplaceUrl: string | null, number: string): Action[] {
  return workplaceUrl ? [openAction(number, workplaceUrl)] : []
}

/** Asks for type, topic, place and urgency. */
export function relabelAction(number: string): Action {
  return {
    label: 'Typ ändern',
    command: `vorgang einordnen ${number}`,
    asks: ['stakeholder', 'topic', 'region', 'urgent'],
  }
}

/** Asks for the text; a draft is made of it. */
export function answerAction(number: string): Action {
  return { label: 'Antworten …', command: `vorgang antworten ${number}`, asks: ['text'] }
}

/** Asks who gets it, and why. */
export function handoverAction(number: string): Action {
  return { label: 'Abgeben …', command: `vorgang abgeben ${number}`, asks: ['assignee', 'reason'] }
}

export function undoAction(number: string): Action {
  return { label: 'Rückgängig', command: `vorgang rückgängig ${number}` }
}
