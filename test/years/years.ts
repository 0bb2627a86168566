import { berlin } from './berlin.ts'
import { hannover } from './hannover.ts'
import { krefeld } from './krefeld.ts'
import { pinneberg } from './pinneberg.ts'
import { verden } from './verden.ts'
import type { Year } from './year.ts'

/** The five years that are played. */
export const years: readonly Year[] = [pinneberg, hannover, berlin, krefeld, verden]

export function yearOf(programme: string): Year {
  const year = years.find(each => each.programme === programme)
  if (!year) throw new Error(`no year is written for ${programme}`)
  return year
}
