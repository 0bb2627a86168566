/** A ticket number as people write it: prefix of the programme, year, running number, e.g. KA-2024-0017. */
export function ticketNumber(prefix: string, year: number, seq: number): string {
  return `${prefix}-${year}-${String(seq).padStart(4, '0')}`
}

/**
 * Reads what a person typed: "KA-2024-0017", "ka-17", "17", "#17" ("this year's" by contract).
 * Returns null when it is no ticket number.
 */
export function readTicketNumber(
  typed: string,
  prefix: string,
  thisYear: number,
): { year: number; seq: number } | null {
  const match = new RegExp(`^#?(?:${prefix}[-\\s]?)?(?:(\\d{4})[-/])?(\\d{1,6})$`, 'i').exec(typed.trim())
  if (!match) return null
  const seq = Number(match[2])
  if (seq === 0) return null
  return { year: match[1] ? Number(match[1]) : thisYear, seq }
}

/** All numbers of this programme that stand in a text, e.g. a subject line, in order of appearance. */
export function ticketNumbersIn(text: string, prefix: string): { year: number; seq: number }[] {
  const pattern = new RegExp(`\\b${prefix}-(\\d{4})-(\\d{4,6})\\b`, 'gi')
  return [...text.matchAll(pattern)].map(match => ({ year: Number(match[1]), seq: Number(match[2]) }))
}
