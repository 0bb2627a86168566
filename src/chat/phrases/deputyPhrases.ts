import type { Rule } from './phraseRule.ts'

/** What is asked about deputies in free words. Naming one takes the command: which of two functions is away is easily misread. */
export const deputyRules: readonly Rule[] = [
  {
    intent: 'deputy_list',
    cue: / wer (vertritt|ist vertretung) | (welche|alle|aktuelle|eingetragene) (vertretung|vertretungen) /,
    when: found => found.tickets.length === 0 && found.deadlines.length === 0,
  },
]
