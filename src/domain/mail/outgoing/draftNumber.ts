/** "E-5" of a draft's id. */
export const draftNumber = (id: number): string => `E-${id}`

/** The id in "E-5", "e 5" or "5"; null when it is none. */
export function readDraftNumber(typed: string): number | null {
  const match = /^#?(?:e[-\s]?)?(\d{1,15})$/i.exec(typed.trim())
  const id = match ? Number(match[1]) : 0
  return Number.isSafeInteger(id) && id > 0 ? id : null
}
