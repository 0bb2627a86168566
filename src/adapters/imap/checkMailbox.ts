import { openFolder } from './connection.ts'
import { movingHindered } from './moveStored.ts'
import { checkSentence, moveFault, problemOf } from './problems.ts'
import type { FolderSettings } from './settings.ts'

/**
 * null when the folder can be opened with these settings, and mails moved if that is wanted; else one German sentence
 * without secrets. Changes nothing.
 */
export async function checkMailbox(
  settings: FolderSettings & { moveTo?: string | undefined },
): Promise<string | null> {
  const { moveTo } = settings
  try {
    const { client, folder } = await openFolder(settings, new AbortController().signal, {
      writable: moveTo !== undefined,
    })
    client.close()
    const why = moveTo === undefined ? null : movingHindered(client, folder)
    return why && moveTo ? moveFault(why, moveTo, settings).sentence : null
  } catch (error) {
    return checkSentence(problemOf(error), settings)
  }
}
