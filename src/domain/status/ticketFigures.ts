import type { Stakeholder, Topic } from '../classify/labels.ts'

/** A Vorgang as far as a list of figures shows it: nothing of its letter. */
export interface DueTicket {
  /** "KA-2024-0017". */
  number: string
  stakeholder: Stakeholder | null
  topic: Topic | null
  place: string | null
  /** ISO day. */
  dueOn: string
  /** Function that has it, null: nobody. */
  owner: string | null
}

/** What is open, of all that the asker may know of in this place. */
export interface TicketFigures {
  open: number
  /** Most first; null is ungeklärt. */
  byStakeholder: { stakeholder: Stakeholder | null; n: number }[]
  /** Past their due date and not answered. */
  overdue: number
  /** `arrived`: ISO instant. */
  oldest: { number: string; arrived: string } | null
  /** Due from today on within the next days, earliest first. */
  due: DueTicket[]
}
