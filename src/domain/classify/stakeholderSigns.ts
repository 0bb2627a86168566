import { officePhrases } from './officePhrases.ts'
import { personPhrases } from './personPhrases.ts'
import { signs } from './sign.ts'

/** What people say about themselves. Content beats the sender's domain, so these weigh more than the directory. */
export const stakeholderSigns = signs([...personPhrases, ...officePhrases])
