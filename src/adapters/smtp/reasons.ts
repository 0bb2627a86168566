import type { NodemailerError } from 'nodemailer'
import type { SendResult, TokenFault } from '../types.ts'

/** Answers to MAIL, RCPT and DATA that speak of us and not of the letter: RFC 4954 section 6, sign-in wanted or wrong. */
const aboutSignIn = new Set([530, 534, 535, 538])

/**
 * What a failure before the end mark means for the letter. Only what the server said to this letter can refuse it;
 * a 5xx as greeting or to the sign-in is a fault of the house and passes.
 */
export function beforeTheEndMark(error: NodemailerError): SendResult {
  const { responseCode: code = 0, command = '', code: kind } = error
  const aboutLetter = ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command) && !aboutSignIn.has(code)
  if (kind === 'EMESSAGE' && command === 'MAIL FROM')
    return { kind: 'refused', reason: 'der Brief ist größer, als der Mailserver erlaubt' }
  if (code >= 500 && aboutLetter)
    return {
      kind: 'refused',
      reason: reasonOf(error),
      ...(command === 'RCPT TO' && error.response ? { recipientRefused: error.response.slice(0, 1000) } : {}),
    }
  return { kind: 'later', reason: reasonOf(error) }
}

/**
 * What a failure after the end mark means. RFC 5321 4.2.5: with 4xx or 5xx the server has not taken the letter;
 * anything else, silence included, leaves it open.
 */
export function afterTheEndMark(error: NodemailerError): SendResult {
  const { responseCode: code = 0 } = error
  if (code >= 400 && code < 500) return { kind: 'later', reason: reasonOf(error) }
  if (code >= 500 && code < 600) return { kind: 'refused', reason: reasonOf(error) }
  return {
    kind: 'uncertain',
    reason: `der Brief war ganz übertragen, aber der Mailserver hat nicht geantwortet (${reasonOf(error)})`,
  }
}

/** In German, with the server's own words where it said any. Mail addresses are taken out: reasons get logged. */
export function reasonOf(error: NodemailerError): string {
  const said = error.response && withoutAddresses(error.response)
  const { tokenFault, whyRefused } = error as { tokenFault?: TokenFault; whyRefused?: string }
  if (tokenFault) return tokenFault.why
  if (error.message === 'the server takes no tokens')
    return 'der Mailserver bietet keine Anmeldung mit OAuth 2.0 an'
  if (whyRefused && said) return `Anmeldung abgelehnt: ${said} (${whyRefused})`
  if (error.code === 'EAUTH') return said ? `Anmeldung abgelehnt: ${said}` : 'Anmeldung nicht möglich'
  if (said) return `Antwort des Mailservers: ${said}`
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|certificate/i.test(`${error.code} ${error.message}`))
    return 'Zertifikat des Mailservers nicht vertrauenswürdig'
  if (error.code === 'ETLS') return 'keine sichere Verbindung'
  if (error.code === 'ETIMEDOUT') return 'keine Antwort'
  if (error.code === 'EDNS') return 'Servername nicht gefunden'
  return 'keine Verbindung'
}

export function withoutAddresses(response: string): string {
  return response
    .replace(/\s+/g, ' ')
    .replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '…')
    .slice(0, 200)
}
