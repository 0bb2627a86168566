import { foldersOnServer } from '../build/buildFolders.ts'
import { openHandling } from '../build/buildHandling.ts'
import { proofNeeds } from '../build/buildProof.ts'
import type { World } from '../buildWorld.ts'
import { isConnectionFault } from '../db/connectionFault.ts'
import { ledgerFaults } from '../db/ledgerFaults.ts'
import type { LedgerFaults } from '../domain/mail/ledgerFaults.ts'
import { type Comparison, compareWithServer } from '../flows/proof/compareWithServer.ts'
import { lettersInWords } from '../texts/letters/outgoingNames.ts'
import type { Io } from './command.ts'
import { handleUntilSettled } from './handleUntilSettled.ts'

/**
 * Compares every watched folder with its mail server and handles what was missing. One line for each on standard error,
 * where the results of `--json` are not. False when something is still missing, or could not be asked.
 */
export async function compareNow(world: World, io: Io, options: { fetchAll: boolean }): Promise<boolean> {
  const folders = foldersOnServer(world)
  if (folders.length === 0) {
    io.stderr.write('Es wird kein Postfach beobachtet (KLA_IMAP_HOST); es gibt nichts zu vergleichen.\n')
    return false
  }
  const handling = await openHandling(world, { live: true })
  let good = true
  try {
    for (const folder of folders) {
      const kept: number[] = []
      const needs = proofNeeds(world, {
        ...handling,
        async onKept(mails) {
          void handling.bytes.remember(mails)
          kept.push(...mails.map(mail => mail.id))
        },
      })
      const result = await compareWithServer(needs, folder, options).catch(error => {
        if (isConnectionFault(error)) throw error
        world.log.warn({ mailbox: folder.label, err: error }, 'Vergleich nicht möglich')
        return null
      })
      await handleUntilSettled(world, handling, kept)
      io.stderr.write(
        `${folder.label}: ${result ? inWords(result) : 'nicht erreichbar; siehe kla doctor.'}\n`,
      )
      if (!result || (result.kind === 'different' && result.left > 0)) good = false
    }
  } finally {
    await handling.close()
  }
  return good
}

function inWords(result: Comparison): string {
  switch (result.kind) {
    case 'equal':
      return `${lettersInWords(result.held)} auf dem Server, alle sind hier.`
    case 'not-comparable':
      return 'noch nicht eingelesen (oder der Server hat neu nummeriert); bitte später noch einmal.'
    case 'different':
      return `${lettersInWords(result.held)} auf dem Server, ${result.missing} fehlten hier; ${result.fetched} nachgeholt, ${result.left} fehlen noch.`
  }
}

/** What does not fit together in the whole ledger. */
export async function soundness(world: World): Promise<LedgerFaults> {
  return ledgerFaults(world.db, world.programme.id, {
    since: '1970-01-01T00:00:00Z',
    before: world.now().subtract({ hours: 2 }).toString(),
  })
}
