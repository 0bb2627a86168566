import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import { makeCertificate } from './certificate.ts'
import { type DovecotOAuth, dovecotConfig, oauthConfig } from './dovecotConfig.ts'
import { freePorts } from './freePorts.ts'

export interface Dovecot {
  host: string
  imapPort: number
  imapsPort: number
  lmtpPort: number
  /** PEM file that makes the server's certificate trusted. */
  caFile: string
  user: string
  password: string
  /** Where the mails lie, for tests that look or meddle. */
  maildir: string
  /** Delivers one mail by LMTP as a mail server would; resolves when Dovecot has taken it. */
  deliver(raw: string | Buffer): Promise<void>
  /** Writes `count` mails straight into the Maildir: fast, for many. Their order by UID is that of `makeRaw`. */
  fill(count: number, makeRaw: (index: number) => string | Buffer): void
  /** Like a power cut: every process at once, sessions included. The port is closed afterwards. */
  killGroup(): Promise<void>
  /** Starts it again on the same ports and mails, after killGroup or instead of the running one. */
  restart(): Promise<void>
  /** Gives every mail another UID under another UIDVALIDITY, as after a restored backup. The server restarts. */
  changeUidValidity(): Promise<void>
  /** What Dovecot wrote into its log. */
  log(): string
  stop(): Promise<void>
}

/** Where Debian puts it: /usr/sbin is often not in the PATH of ordinary users. */
const program = '/usr/sbin/dovecot'

/** null when Dovecot with LMTP is there, else what is missing, as a package name. */
export const missingDovecot = (): string | null =>
  !existsSync(program)
    ? 'dovecot-imapd'
    : existsSync('/usr/lib/dovecot/lmtp') || existsSync('/usr/libexec/dovecot/lmtp')
      ? null
      : 'dovecot-lmtpd'

/** A real Dovecot of our own in a temporary directory: no root, no system service, nothing shared. About 100 ms. */
export async function startDovecot(
  options: {
    oauth?: DovecotOAuth
    /** Whose mailbox it is; a second one beside the usual needs another name. */
    user?: string
    certificateFor?: string
    /** Further lines of the configuration, in the words of 2.3. */
    extra?: string
  } = {},
): Promise<Dovecot> {
  const { oauth, extra } = options
  const missing = missingDovecot()
  if (missing) throw new Error(`${missing} is not installed; run: npm test, or node test/peers/install.ts`)
  // Not os.tmpdir(): that may lie below a closed home directory, and its path may be too long for sockets.
  const directory = mkdtempSync('/tmp/kla-dovecot-')
  const account = ordinaryAccount()
  const [imap = 0, imaps = 0, lmtp = 0] = await freePorts(3)
  const { certFile } = makeCertificate(join(directory, 'tls'), options.certificateFor)
  const user = options.user ?? 'postfach@kreis.example'
  const password = 'geheim'
  const maildir = join(directory, 'mail', user, 'Maildir')
  mkdirSync(join(maildir, 'new'), { recursive: true })
  mkdirSync(join(maildir, 'cur'))
  mkdirSync(join(maildir, 'tmp'))
  const configFile = join(directory, 'dovecot.conf')
  const version = execFileSync(program, ['--version'], { encoding: 'utf8' })
  const place = { directory, ...account, ports: { imap, imaps, lmtp }, oauth, extra }
  writeFileSync(configFile, dovecotConfig(version, place))
  if (oauth) {
    // A copy that Dovecot's account may read.
    const caFile = join(directory, 'identity-provider.pem')
    copyFileSync(oauth.caFile, caFile)
    writeFileSync(join(directory, 'oauth2.conf'), oauthConfig(oauth, caFile))
  }
  writeFileSync(join(directory, 'users'), `${user}:{PLAIN}${password}\n`)
  giveTo(directory, account)

  let running: ChildProcess | null = null
  const log = () =>
    existsSync(join(directory, 'dovecot.log')) ? readFileSync(join(directory, 'dovecot.log'), 'utf8') : ''

  async function start(): Promise<void> {
    const child = spawn(program, ['-F', '-c', configFile], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(process.getuid?.() === 0 ? { uid: account.uid, gid: account.gid } : {}),
    })
    let complaint = ''
    child.stderr?.on('data', chunk => {
      complaint += chunk
    })
    running = child
    for (let waited = 0; waited < 10_000; waited += 10) {
      if (child.exitCode !== null) throw new Error(`Dovecot did not start: ${complaint}${log()}`)
      if ((await accepts(imap)) && (await accepts(lmtp))) return
      await pause(10)
    }
    throw new Error(`Dovecot opens no port: ${complaint}${log()}`)
  }

  async function killGroup(): Promise<void> {
    const child = running
    running = null
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise(resolve => child.once('exit', resolve))
    // The negative number: the whole group. Killing only the master leaves the sessions working.
    process.kill(-child.pid, 'SIGKILL')
    await gone
    while (await accepts(imap)) await pause(5)
    // A killed session may leave its lock file behind, for whose end the next one waits up to two minutes.
    for (const file of readdirSync(maildir).filter(name => name.endsWith('.lock')))
      rmSync(join(maildir, file), { force: true })
  }

  async function restart(): Promise<void> {
    await killGroup()
    await start()
  }

  await start()
  let filled = 0
  return {
    host: 'localhost',
    imapPort: imap,
    imapsPort: imaps,
    lmtpPort: lmtp,
    caFile: certFile,
    user,
    password,
    maildir,
    log,
    async deliver(raw) {
      const transport = nodemailer.createTransport({
        host: '127.0.0.1',
        port: lmtp,
        lmtp: true,
        tls: { ca: readFileSync(certFile) },
      } as Parameters<typeof nodemailer.createTransport>[0])
      try {
        await transport.sendMail({ envelope: { from: 'absender@post.example', to: [user] }, raw })
      } finally {
        transport.close()
      }
    },
    fill(count, makeRaw) {
      for (let index = 0; index < count; index++) {
        // Dovecot gives UIDs in the order of the file names: the part before the first dot has a fixed width.
        const name = `${(1_700_000_000 + filled++).toString()}.M${index}.kla`
        const waiting = join(maildir, 'tmp', name)
        writeFileSync(waiting, makeRaw(index))
        if (process.getuid?.() === 0) chownSync(waiting, account.uid, account.gid)
        renameSync(waiting, join(maildir, 'new', name))
      }
    },
    killGroup,
    restart,
    async changeUidValidity() {
      await killGroup()
      for (const file of [
        'dovecot-uidlist',
        'dovecot-uidvalidity',
        'dovecot.index',
        'dovecot.index.log',
        'dovecot.index.cache',
      ])
        rmSync(join(maildir, file), { force: true })
      // Without its lists Dovecot takes the present second as the new UIDVALIDITY: it must be another one.
      await pause(1100)
      await start()
    },
    async stop() {
      await killGroup()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** The account Dovecot runs as: ourselves, and for root the account without rights. */
function ordinaryAccount(): { user: string; group: string; uid: number; gid: number } {
  const own = userInfo()
  const name = own.uid === 0 ? 'nobody' : own.username
  const id = (...flags: string[]) => execFileSync('id', [...flags, name], { encoding: 'utf8' }).trim()
  return { user: name, group: id('-gn'), uid: Number(id('-u')), gid: Number(id('-g')) }
}

function giveTo(directory: string, { uid, gid }: { uid: number; gid: number }): void {
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', `${uid}:${gid}`, directory])
}

/** Whether somebody listens on the port of this machine. */
function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' })
    const settle = (open: boolean) => {
      socket.destroy()
      resolve(open)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
  })
}
