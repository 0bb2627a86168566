import { openFolder } from './connection.ts'
import { checkSentence, problemOf } from './problems.ts'
import type { MailboxSettings } from './settings.ts'

/** null when the folder can be opened with these settings, else one German sentence without secrets. Changes nothing. */
export async function checkMailbox(settings: MailboxSettings): Promise<string | null> {
  try {
    const { client } = await openFolder(settings, new AbortController().signal)
    client.close()
    return null
  } catch (error) {
    return checkSentence(problemOf(error))
  }
}
