import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { domainToASCII } from 'node:url'
import { domainOf } from '../../domain/mail/addresses.ts'
import { type Authenticity, isAligned } from '../../domain/mail/sender/authenticity.ts'
import { clientAddresses } from '../../domain/mail/sender/clientAddresses.ts'
import type { OwnServers } from '../../domain/mail/sender/ownServers.ts'
import { type Ask, dnsOf, remembered } from './resolver.ts'
import { withOwnSignatures } from './signatures.ts'
import { type CheckedLetter, type Mailauth, type SpfView, spfView } from './spfView.ts'

export interface SenderCheckOptions {
  own: OwnServers
  /** Addresses of name servers; null: those of the machine. */
  servers?: readonly string[] | null
  /** In place of them; for tests. */
  ask?: Ask
  /** Milliseconds one letter may take. Default 3000. */
  timeoutMs?: number
}

export interface SenderCheck {
  /** Never rejects, never takes longer than its time limit; what cannot be found out is 'unknown'. */
  check(raw: Buffer, letter: CheckedLetter): Promise<Authenticity>
  /** null when the name servers answer, else one German sentence. */
  test(): Promise<string | null>
}

/** Asks the DNS whether a letter is from the domain in From (DKIM, SPF, DMARC: RFC 6376, 7208, 9989), by mailauth. */
export function createSenderCheck(options: SenderCheckOptions): SenderCheck {
  const ask = remembered(options.ask ?? dnsOf(options.servers ?? null), () => performance.now())
  const timeoutMs = options.timeoutMs ?? 3_000
  return {
    async check(raw, letter) {
      const over = new AbortController()
      const timer = setTimeout(() => over.abort(), timeoutMs)
      const late = new Promise<Authenticity>(resolve =>
        over.signal.addEventListener('abort', () => resolve('unknown'), { once: true }),
      )
      try {
        return await Promise.race([
          verdict(raw, letter, options.own, until(ask, over.signal), over.signal),
          late,
        ])
      } catch {
        // A mail that mailauth cannot read proves nothing, and is no reason to lose it.
        return 'unknown'
      } finally {
        clearTimeout(timer)
        // What is still under way stops at its next question or piece.
        over.abort()
      }
    },
    async test() {
      const started = ask('_dmarc.example.com', 'TXT')
      const code = await started.then(
        () => null,
        (error: { code?: string }) => error.code ?? 'unbekannt',
      )
      return code === null || code === 'ENOTFOUND' || code === 'ENODATA'
        ? null
        : `Der Namensserver antwortet nicht (${code}). Absender lassen sich nicht prüfen und gelten als unbestätigt; Briefe werden trotzdem aufgenommen. Bitte KLA_DNS_SERVERS oder die Netzfreigabe prüfen.`
    },
  }
}

/** mailauth takes 30 MB; it is loaded for the first letter that is checked. */
async function load(): Promise<Mailauth> {
  const [{ dkimVerify }, { spf }, { evaluateDmarc }] = await Promise.all([
    import('mailauth/lib/dkim/verify.js'),
    import('mailauth/lib/spf/index.js'),
    import('mailauth/lib/dmarc/index.js'),
  ])
  return { dkimVerify, spf, evaluateDmarc }
}

async function verdict(
  raw: Buffer,
  letter: CheckedLetter,
  own: OwnServers,
  resolver: Ask,
  stopped: AbortSignal,
): Promise<Authenticity> {
  const fromDomain = domainToASCII(domainOf(letter.from.address))
  if (!fromDomain.includes('.')) return 'unknown'
  const mailauth = await load()
  const asked = resolver as NonNullable<Parameters<Mailauth['spf']>[0]['resolver']>
  const signed = await mailauth.dkimVerify(
    Readable.from(pieces(raw, fromDomain, stopped), { objectMode: false }),
    { resolver: asked, minBitLength: 1024, rejectRsaSha1: true },
  )
  const view = await spfView(mailauth, letter, clientAddresses(letter.trace ?? [], own), fromDomain, asked)
  // A signature that leaves the end of the text open (l=) lets anybody write there.
  const passing = signed.results.flatMap(({ status, signingDomain }) =>
    status.result === 'pass' && !status.underSized && signingDomain ? [signingDomain] : [],
  )
  const inDoubt = signed.results.some(each => each.status.result === 'temperror')
  const { response } = await mailauth.evaluateDmarc({
    headerFrom: [letter.from.address],
    fromFields: 1,
    spfDomains: view.kind === 'pass' ? [view.domain] : [],
    dkimDomains: passing.map(domain => ({ domain })),
    resolver: asked,
  })
  const result = response === false ? 'none' : response.status.result
  if (result === 'pass') return 'pass'
  if (result === 'fail')
    return response !== false && response.policy !== 'none' && !inDoubt && excluded(view) ? 'fail' : 'unknown'
  if (result === 'temperror') return 'unknown'
  return withoutPolicy(passing, view, fromDomain, inDoubt)
}

/** The domain publishes no policy: then its own DKIM and SPF speak for it, and an express "-all" against. */
function withoutPolicy(
  passing: readonly string[],
  view: SpfView,
  fromDomain: string,
  inDoubt: boolean,
): Authenticity {
  if (passing.some(domain => isAligned(domainToASCII(domain), fromDomain))) return 'pass'
  if (view.kind === 'pass') return isAligned(view.domain, fromDomain) ? 'pass' : 'unknown'
  return view.kind === 'fail' && isAligned(view.domain, fromDomain) && !inDoubt ? 'fail' : 'unknown'
}

/** Whether SPF certainly does not speak for the sender. */
function excluded(view: SpfView): boolean {
  return view.kind === 'fail' || view.kind === 'none'
}

/** Between two pieces others have their turn: hashing 50 MB takes a quarter of a second, a body made to be slow more. */
async function* pieces(raw: Buffer, fromDomain: string, stopped: AbortSignal): AsyncGenerator<Buffer> {
  for (const piece of withOwnSignatures(raw, fromDomain)) {
    if (stopped.aborted) throw new Error('out of time')
    yield piece
    await nextTurn()
  }
}

function until(ask: Ask, stopped: AbortSignal): Ask {
  return (name, type) =>
    stopped.aborted
      ? Promise.reject(Object.assign(new Error('out of time'), { code: 'ETIMEOUT' }))
      : ask(name, type)
}
