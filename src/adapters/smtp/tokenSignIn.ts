import type { NodemailerError } from 'nodemailer'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { TokenFault } from '../types.ts'
import type { SignIn } from './settings.ts'

/*
 * nodemailer's own XOAUTH2 asks again by itself with the same token, and it does not know OAUTHBEARER. Both mechanisms are
 * one line: the token goes with AUTH, and a 334 is the explanation of a refusal that has to be acknowledged.
 */

/** XOAUTH2 where it is offered, as Exchange Online and Gmail do; else the standard one, RFC 7628. */
const mechanisms = {
  XOAUTH2: {
    // developers.google.com/gmail/imap/xoauth2-protocol; Exchange Online takes the same.
    initial: (user: string, token: string) => `user=${user}\x01auth=Bearer ${token}\x01\x01`,
    acknowledge: '',
  },
  OAUTHBEARER: {
    initial: (user: string, token: string) => `n,a=${saslName(user)},\x01auth=Bearer ${token}\x01\x01`,
    acknowledge: 'AQ==',
  },
} as const

/** RFC 5801 section 4: these two would end the field. */
const saslName = (user: string) => user.replace(/=/g, '=3D').replace(/,/g, '=2C')

export type TokenMechanism = keyof typeof mechanisms

/** The mechanism to use, by what the server said to EHLO; null: it takes no tokens. */
export function offeredMechanism(smtp: SMTPConnection): TokenMechanism | null {
  const offered =
    /^250[ -]AUTH[ =](.*)$/im
      .exec(smtp.lastServerResponse || '')?.[1]
      ?.toUpperCase()
      .split(/\s+/) ?? []
  return offered.includes('XOAUTH2') ? 'XOAUTH2' : offered.includes('OAUTHBEARER') ? 'OAUTHBEARER' : null
}

/** Under the real name nodemailer would take its own way, or another mechanism. */
const ours = 'TOKEN'

/** One try with one token. Rejects with code EAUTH and the server's answer. */
export function signInWithToken(
  smtp: SMTPConnection,
  method: TokenMechanism,
  user: string,
  token: string,
): Promise<void> {
  const { initial, acknowledge } = mechanisms[method]
  smtp.customAuth.set(ours, async ({ sendCommand }) => {
    const line = Buffer.from(initial(user, token)).toString('base64')
    let answer = await sendCommand(`AUTH ${method} ${line}`)
    if (answer.status === 334) answer = await sendCommand(acknowledge)
    if (answer.status < 200 || answer.status >= 300) throw new Error('the token was refused')
  })
  return new Promise((resolve, reject) => {
    smtp.once('error', reject)
    smtp.once('end', () =>
      reject(Object.assign(new Error('connection closed') as NodemailerError, { code: 'ECONNECTION' })),
    )
    smtp.login({ user, method: ours }, error => (error ? reject(error) : resolve()))
  })
}

/**
 * Connects with an access token and, when the server refuses that, once with a fresh one: tokens are withdrawn before their
 * end when rights change. A second refusal is a refused sign-in like any other.
 */
export async function withToken<T>(
  signIn: Extract<SignIn, { kind: 'token' }>,
  connect: (token: string) => Promise<T>,
): Promise<T> {
  const first = await tokenFrom(signIn)
  try {
    return await connect(first)
  } catch (error) {
    if (!isRefused(error)) throw error
  }
  const fresh = await tokenFrom(signIn, first)
  try {
    return await connect(fresh)
  } catch (error) {
    if (isRefused(error)) Object.assign(error as Error, { whyRefused: signIn.whyRefused?.(fresh) })
    throw error
  }
}

/** RFC 4954 section 6: 454 says that the sign-in failed for a passing reason. */
const isRefused = (thrown: unknown) => {
  const { code, responseCode = 0 } = thrown as NodemailerError
  return code === 'EAUTH' && responseCode >= 500
}

async function tokenFrom(signIn: Extract<SignIn, { kind: 'token' }>, refused?: string): Promise<string> {
  try {
    return await signIn.accessToken(refused)
  } catch (cause) {
    const { tokenFault } = cause as { tokenFault?: TokenFault }
    // Only a refusal makes the next letters wait; an identity provider that cannot be reached is asked again.
    const code = tokenFault?.kind === 'unreachable' ? 'ETOKEN' : 'EAUTH'
    throw Object.assign(new Error('no access token', { cause }), { code, tokenFault })
  }
}
