import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface MissingPeer {
  /** "Dovecot". */
  peer: string
  reason: string
}

/** Installs the real peers that tests talk to (Dovecot, Chromium) where they are missing; says which could not be. */
export async function preparePeers(): Promise<MissingPeer[]> {
  const installer = ['ts', 'mjs'].map(ending => resolve(`test/peers/install.${ending}`)).find(existsSync)
  if (!installer) return []
  const { installPeers } = (await import(pathToFileURL(installer).href)) as {
    installPeers(): Promise<MissingPeer[]>
  }
  return installPeers()
}
