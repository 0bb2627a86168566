import type { Sign } from './reply.ts'

/** The mark beside a word, one column wide. It repeats what the word says, so it may be left out. */
export const signs: Record<Sign, string> = {
  done: '✔',
  planned: '○',
  moved: '↷',
  new: '○',
  fixed: '○',
  urgent: '!',
  question: '?',
  none: ' ',
}
