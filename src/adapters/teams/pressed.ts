import { z } from 'zod'
import { filledIn } from './renderTeamsForm.ts'
import { teamsLimits } from './teamsLimits.ts'

/** A button that somebody pressed, or a form that was sent. */
export interface Pressed {
  /** What the person would have typed. */
  command: string
  /** Keys of the arguments that are to be asked for first; null: none. */
  asks: readonly string[] | null
  /** What a form gave; null: it was none. */
  filled: Record<string, string> | null
}

const button = z.looseObject({
  kla: z.object({
    command: z.string().min(1).max(teamsLimits.command),
    asks: z.array(z.string()).optional(),
  }),
})

/** What the data of a button of ours say; null for those of others. */
export function pressed(data: unknown): Pressed | null {
  const read = button.safeParse(data)
  if (!read.success) return null
  const { kla, ...rest } = read.data
  const asks = kla.asks?.length ? kla.asks : null
  const filled = filledIn(rest)
  return { command: kla.command, asks, filled: !asks && Object.keys(filled).length > 0 ? filled : null }
}

const dialogValue = z.looseObject({ data: z.unknown().optional() })

/** The same out of task/fetch and task/submit. */
export function pressedInDialog(value: unknown): Pressed | null {
  const read = dialogValue.safeParse(value)
  return read.success ? pressed(read.data.data) : null
}

const linkValue = z.looseObject({ url: z.string().max(2000) })

/** The address out of composeExtension/queryLink. */
export function linkIn(value: unknown): string | null {
  const read = linkValue.safeParse(value)
  return read.success ? read.data.url : null
}

const executeValue = z.looseObject({ action: z.looseObject({ data: z.unknown().optional() }) })

/** The same out of adaptiveCard/action. */
export function pressedExecute(value: unknown): Pressed | null {
  const read = executeValue.safeParse(value)
  return read.success ? pressed(read.data.action.data) : null
}
