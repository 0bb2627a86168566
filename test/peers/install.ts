import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A program that tests talk to and that npm does not bring. */
interface Peer {
  /** "Dovecot (IMAP)". */
  peer: string
  /** Debian package. */
  debian: string
  isThere: () => boolean
}

export interface MissingPeer {
  peer: string
  /** One German sentence: why it is missing, and what to do. */
  reason: string
}

const anyOf = (...paths: string[]) => paths.some(path => existsSync(path))

const inPath = (name: string) =>
  (process.env.PATH ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

const peers: readonly Peer[] = [
  {
    peer: 'Dovecot (IMAP)',
    debian: 'dovecot-imapd',
    isThere: () => anyOf('/usr/lib/dovecot/imap', '/usr/libexec/dovecot/imap'),
  },
  {
    peer: 'Dovecot (LMTP)',
    debian: 'dovecot-lmtpd',
    isThere: () => anyOf('/usr/lib/dovecot/lmtp', '/usr/libexec/dovecot/lmtp'),
  },
  { peer: 'Chromium', debian: 'chromium', isThere: () => inPath('chromium') },
  {
    peer: 'PostgreSQL (zweiter Server)',
    debian: 'postgresql',
    isThere: () => inPath('postgres') || existsSync('/usr/lib/postgresql'),
  },
  {
    peer: 'ClamAV (clamd)',
    debian: 'clamav-daemon',
    isThere: () => inPath('clamd') || anyOf('/usr/sbin/clamd'),
  },
  // In Debian it lies where ordinary users have no path to.
  { peer: 'Postfix (Zustellberichte)', debian: 'postfix', isThere: () => existsSync('/usr/sbin/postfix') },
  { peer: 'OpenSSL', debian: 'openssl', isThere: () => inPath('openssl') },
]

/** What is missing on this machine now. Tests that need it skip themselves and name it. */
export function missingPeers(): MissingPeer[] {
  return absent().map(({ peer, debian }) => ({
    peer,
    reason: `Das Debian-Paket ${debian} ist nicht installiert.`,
  }))
}

/**
 * Installs what is missing, when this machine lets us: Debian or a relative of it, as root. Never asks, never fails;
 * returns what is missing afterwards, each with the reason. Nothing missing: nothing is run.
 */
export async function installPeers(): Promise<MissingPeer[]> {
  const wanted = absent()
  if (wanted.length === 0) return []
  const because = (reason: string) => absent().map(({ peer }) => ({ peer, reason }))
  const packages = wanted.map(({ debian }) => debian)
  const byHand = `Von Hand: apt-get install ${packages.join(' ')}`
  if (!inPath('apt-get'))
    return because(`Kein apt-get auf diesem System; nötig sind die Programme aus ${packages.join(', ')}.`)
  if (process.getuid?.() !== 0) return because(`Zum Installieren fehlen Root-Rechte. ${byHand}`)
  process.stdout.write(`Installiere für die Tests: ${packages.join(', ')} …\n`)
  const fault = aptGet(['install', ...packages]) && (aptGet(['update']) ?? aptGet(['install', ...packages]))
  return because(`Die Installation ist nicht gelungen (${fault ?? 'unbekannter Grund'}). ${byHand}`)
}

const absent = () => peers.filter(({ isThere }) => !isThere())

/** null when it worked, else the first error line of apt. */
function aptGet(action: string[]): string | null {
  const quietly = [
    '-y',
    '-qq',
    '--no-install-recommends',
    '-o',
    'Acquire::Retries=1',
    '-o',
    'DPkg::Lock::Timeout=120',
  ]
  // Packages must not start services of their own: the tests start private ones, and a port may be taken.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  try {
    execFileSync('apt-get', [...quietly, ...action], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 600_000,
    })
    return null
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? '')
    return (
      said
        .split('\n')
        .find(line => line.startsWith('E:'))
        ?.slice(3, 200) ?? 'apt-get ist gescheitert oder kam nicht ins Netz'
    )
  }
}

// Also on its own: node test/peers/install.ts
if (import.meta.main) {
  const missing = await installPeers()
  for (const { peer, reason } of missing) process.stdout.write(`${peer} fehlt: ${reason}\n`)
  if (missing.length === 0) process.stdout.write('Alle Programme für die Tests sind da.\n')
}
