import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePorts } from './freePorts.ts'

export interface Postfix {
  host: string
  /** SMTP without TLS and sign-in, on the loopback only. */
  port: number
  /** A domain of its own. It takes every letter to it and finds only then that nobody is there. */
  domain: string
  /** What Postfix wrote into its log. */
  log(): string
  stop(): Promise<void>
}

const program = '/usr/sbin/postfix'

/** null when a Postfix of our own can be run, else why not. Its parts change to accounts of their own, which takes root. */
export const missingPostfix = (): string | null =>
  !existsSync(program) ? 'Postfix' : process.getuid?.() === 0 ? null : 'Postfix as root'

/**
 * A real Postfix in a temporary directory: own configuration, queue, log and port, no network. What it sends to `reports.domain`
 * (delivery reports among it) it hands to the LMTP server at `reports.lmtpPort`. About a second.
 */
export async function startPostfix(reports: Reports): Promise<Postfix> {
  // Between being found free and being bound a port can be taken by another test.
  for (let tries = 1; ; tries++) {
    try {
      return await startOnce(reports)
    } catch (error) {
      if (tries >= 5 || !String(error).includes('Address already in use')) throw error
    }
  }
}

interface Reports {
  domain: string
  lmtpPort: number
}

async function startOnce(reports: Reports): Promise<Postfix> {
  const directory = mkdtempSync('/tmp/kla-postfix-')
  chmodSync(directory, 0o755)
  const [port = 0] = await freePorts(1)
  const domain = 'unbekannt.example'
  const config = join(directory, 'config')
  const logFile = join(directory, 'postfix.log')
  for (const name of ['config', 'queue', 'data']) mkdirSync(join(directory, name), { mode: 0o755 })
  // postfix-script makes the queue, but wants this one to belong to its account.
  execFileSync('chown', ['postfix', join(directory, 'data')])
  writeFileSync(join(config, 'main.cf'), mainConfig({ directory, logFile, domain, reports }))
  writeFileSync(join(config, 'master.cf'), masterConfig(port))

  const child = spawn(program, ['-c', config, 'start-fg'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (complaint += chunk))
  // The daemon makes a group of its own; its number is the first thing it writes down.
  const pidFile = join(directory, 'queue', 'pid', 'master.pid')
  const end = async () => {
    const daemon = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0
    if (daemon > 0) await endGroup(daemon)
    if (child.pid) await endGroup(child.pid)
  }
  const log = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '')
  for (let waited = 0; !(await greets(port)); waited += 50) {
    if (child.exitCode !== null || waited > 30_000) {
      await end()
      const said = log()
      rmSync(directory, { recursive: true, force: true })
      throw new Error(`Postfix did not start: ${complaint}${said}`)
    }
    await pause(50)
  }
  return {
    host: '127.0.0.1',
    port,
    domain,
    log,
    async stop() {
      await end()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function mainConfig(place: { directory: string; logFile: string; domain: string; reports: Reports }): string {
  const { directory, logFile, domain, reports } = place
  return `
compatibility_level = 3.6
queue_directory = ${directory}/queue
data_directory = ${directory}/data
maillog_file = ${logFile}
maillog_file_prefixes = ${directory}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.${domain}
mydomain = ${domain}
myorigin = ${domain}
mynetworks = 127.0.0.0/8
mydestination = ${domain}
# Empty: every address is taken, and whoever is unknown comes back as a report and not as a refusal.
local_recipient_maps =
alias_maps =
alias_database =
biff = no
relay_domains = ${reports.domain}
transport_maps = inline:{ ${reports.domain}=lmtp:inet:127.0.0.1:${reports.lmtpPort} }
# Nothing leaves this machine.
default_transport = error:5.1.2 no network in tests
smtp_dns_support_level = disabled
lmtp_tls_security_level = none
smtpd_recipient_restrictions = permit_mynetworks, reject
disable_dns_lookups = yes
`
}

/** Only what a letter passes; "n" in the fifth column: no chroot, which would want copies of the system's files. */
function masterConfig(port: number): string {
  return `
127.0.0.1:${port} inet n - n - - smtpd
pickup    unix  n - n 60    1 pickup
cleanup   unix  n - n -     0 cleanup
qmgr      unix  n - n 300   1 qmgr
rewrite   unix  - - n -     - trivial-rewrite
bounce    unix  - - n -     0 bounce
defer     unix  - - n -     0 bounce
trace     unix  - - n -     0 bounce
verify    unix  - - n -     1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n -     - proxymap
smtp      unix  - - n -     - smtp
relay     unix  - - n -     - smtp
showq     unix  n - n -     - showq
error     unix  - - n -     - error
retry     unix  - - n -     - error
discard   unix  - - n -     - discard
local     unix  - n n -     - local
lmtp      unix  - - n -     - lmtp
anvil     unix  - - n -     1 anvil
scache    unix  - - n -     1 scache
postlog   unix-dgram n - n - 1 postlogd
`
}

/** Ends every process of the group, politely first. */
async function endGroup(group: number): Promise<void> {
  for (let waited = 0; signal(group, waited < 5_000 ? 'SIGTERM' : 'SIGKILL'); waited += 50) await pause(50)
}

/** False: everybody of the group has ended. */
function signal(group: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(-group, name)
    return true
  } catch {
    return false
  }
}

/** Whether a mail server says 220 at the port of this machine. */
function greets(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = createConnection({ host: '127.0.0.1', port })
    const settle = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(2_000, () => settle(false))
    socket.once('data', chunk => settle(chunk.toString().startsWith('220')))
    socket.once('error', () => settle(false))
    socket.once('close', () => resolve(false))
  })
}
