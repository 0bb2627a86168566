import type { ImapFlowError } from 'imapflow'
import type { TokenFault } from '../types.ts'
import { passingRefusals, tokenProblem } from './problems.ts'
import type { AccountSettings, SignIn } from './settings.ts'

const whoMayEnter =
  'den Benutzer des Postfachs und die Rechte der Anwendung (docs/betrieb.md, Abschnitt „Exchange Online“)'

/** What imapflow signs in with. */
export type Credentials = { user: string; pass: string } | { user: string; accessToken: string }

/**
 * Connects with a password, or with an access token and, when the server refuses that, once with a fresh one: tokens are
 * withdrawn before their end when rights change. A second refusal is a refused sign-in like any other.
 */
export async function withCredentials<T>(
  { user, signIn }: Pick<AccountSettings, 'user' | 'signIn'>,
  connect: (credentials: Credentials) => Promise<T>,
): Promise<T> {
  if (signIn.kind === 'password') return connect({ user, pass: signIn.password })
  const first = await tokenFrom(signIn)
  try {
    return await connect({ user, accessToken: first })
  } catch (error) {
    if (!isRefused(error)) throw error
  }
  const fresh = await tokenFrom(signIn, first)
  try {
    return await connect({ user, accessToken: fresh })
  } catch (error) {
    if (!isRefused(error)) throw error
    throw tokenProblem(
      { kind: 'sign-in', why: signIn.whyRefused?.(fresh) ?? 'Anmeldung abgelehnt', look: whoMayEnter },
      error,
    )
  }
}

const isRefused = (thrown: unknown) => {
  const { authenticationFailed, serverResponseCode } = thrown as ImapFlowError
  return Boolean(authenticationFailed) && !passingRefusals.has(serverResponseCode ?? '')
}

async function tokenFrom(signIn: Extract<SignIn, { kind: 'token' }>, refused?: string): Promise<string> {
  try {
    return await signIn.accessToken(refused)
  } catch (error) {
    const { tokenFault } = error as { tokenFault?: TokenFault }
    throw tokenProblem(tokenFault ?? { kind: 'sign-in', why: 'kein Zugriffstoken', look: null }, error)
  }
}
