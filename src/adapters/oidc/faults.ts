import { ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client'
import type { TokenFault } from '../types.ts'

const newConsent = 'in der App-Registrierung unter „API-Berechtigungen“ die Administratorzustimmung'
const newSecret =
  'in der App-Registrierung ein neues Secret anlegen und KLA_OAUTH_CLIENT_SECRET und KLA_OAUTH_SECRET_ENDS ändern'
const newSignIn = 'neu anmelden und das neue Refresh-Token als KLA_OAUTH_REFRESH_TOKEN eintragen'

/** Why, and where to look: "Bitte prüfen: …". */
type Refusal = readonly [why: string, look: string]

/** Source: learn.microsoft.com, "Microsoft Entra authentication and authorization error codes". */
const microsoft: Record<string, Refusal> = {
  '7000222': ['das Client-Secret ist abgelaufen', newSecret],
  '7000215': [
    'das Client-Secret ist falsch',
    'KLA_OAUTH_CLIENT_SECRET (der Wert des Secrets, nicht seine ID)',
  ],
  '7000216': ['das Client-Secret fehlt', 'KLA_OAUTH_CLIENT_SECRET'],
  '7000112': ['die Anwendung ist im Mandanten deaktiviert', 'Unternehmensanwendung aktivieren'],
  '7000229': ['die Anwendung hat im Mandanten keinen Dienstprinzipal', newConsent],
  '700016': ['die Anwendung ist im Mandanten unbekannt', 'KLA_OAUTH_CLIENT_ID und KLA_OAUTH_ISSUER'],
  '90002': ['den Mandanten gibt es nicht', 'KLA_OAUTH_ISSUER'],
  '900023': ['den Mandanten gibt es nicht', 'KLA_OAUTH_ISSUER'],
  '65001': ['die Zustimmung der Administration fehlt', newConsent],
  '500011': ['Exchange Online ist im Mandanten nicht eingerichtet', 'KLA_OAUTH_SCOPE und KLA_OAUTH_ISSUER'],
  '70011': ['der verlangte Umfang ist ungültig', 'KLA_OAUTH_SCOPE'],
  '1002012': ['der verlangte Umfang ist ungültig', 'KLA_OAUTH_SCOPE (er endet auf /.default)'],
  '70008': ['das Refresh-Token ist abgelaufen', newSignIn],
  '70043': ['das Refresh-Token ist nach den Regeln des Mandanten abgelaufen', newSignIn],
  '700082': ['das Refresh-Token wurde zu lange nicht benutzt und ist abgelaufen', newSignIn],
  '700084': ['das Refresh-Token ist abgelaufen', newSignIn],
  '50173': ['das Refresh-Token gilt nicht mehr, weil das Passwort des Kontos geändert wurde', newSignIn],
  '50057': ['das Konto ist gesperrt', 'Konto bei der Mail-Administration'],
  '50076': ['das Konto verlangt einen zweiten Faktor', newSignIn],
  '50079': ['das Konto verlangt einen zweiten Faktor', newSignIn],
  '53003': [
    'eine Regel für den bedingten Zugriff verbietet die Anmeldung',
    'Regeln für diese Anwendung und diesen Rechner',
  ],
}

/** RFC 6749 section 5.2, and what OpenID Connect Core 3.1.2.6 adds. */
const standard: Record<string, Refusal> = {
  invalid_client: [
    'Client-ID oder Client-Secret wird nicht angenommen',
    'KLA_OAUTH_CLIENT_ID und KLA_OAUTH_CLIENT_SECRET',
  ],
  invalid_grant: ['das Refresh-Token gilt nicht mehr', newSignIn],
  invalid_scope: ['der verlangte Umfang ist ungültig', 'KLA_OAUTH_SCOPE'],
  unauthorized_client: ['die Anwendung darf sich auf diese Art nicht anmelden', 'App-Registrierung'],
  unsupported_grant_type: [
    'der Anmeldedienst kennt diese Art der Anmeldung nicht',
    'KLA_OAUTH_ISSUER und App-Registrierung',
  ],
  access_denied: ['der Zugriff wurde verweigert', newConsent],
  consent_required: ['die Zustimmung der Administration fehlt', newConsent],
  interaction_required: ['der Anmeldedienst verlangt eine Person am Bildschirm', newSignIn],
}

const network = 'KLA_OAUTH_ISSUER und den Weg durch die Firewall'

/** Codes of Node and OpenSSL, and those of openid-client. */
const unreachable: readonly [RegExp, Refusal][] = [
  [/^NotKept$/, ['das neue Zugriffstoken konnte nicht gespeichert werden', 'die Datenbank']],
  [/^(ENOENT|EACCES|EISDIR)$/, ['die Datei aus KLA_OAUTH_CA_FILE ist nicht lesbar', 'KLA_OAUTH_CA_FILE']],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/,
    ['Zertifikat des Anmeldedienstes nicht vertrauenswürdig', 'KLA_OAUTH_ISSUER und KLA_OAUTH_CA_FILE'],
  ],
  [
    /^ERR_SSL|EPROTO|PLAIN_TEXT|HTTP_REQUEST_FORBIDDEN/,
    ['keine sichere Verbindung zum Anmeldedienst', 'KLA_OAUTH_ISSUER'],
  ],
  [/^(ENOTFOUND|EAI_AGAIN)$/, ['der Name des Anmeldedienstes wurde nicht gefunden', network]],
  [/TIMEOUT|ETIMEDOUT|ABORT/, ['der Anmeldedienst antwortet nicht', network]],
  [
    /JSON_ATTRIBUTE_COMPARISON/,
    [
      'der Anmeldedienst nennt sich selbst anders',
      'KLA_OAUTH_ISSUER (genau so, wie er unter /.well-known/openid-configuration steht)',
    ],
  ],
  [/^E(CONN|HOST|NET|PIPE)/, ['der Anmeldedienst ist nicht erreichbar', network]],
]

/**
 * Why no token came, without secrets, names and the provider's own prose. 'sign-in' means that the provider said no and
 * will say so again; 'unreachable' passes.
 */
export function faultOf(thrown: unknown): TokenFault {
  if (thrown instanceof ResponseBodyError) return refusalOf(thrown)
  // A provider that sends a challenge instead of a body speaks of the client alone (RFC 6749 section 5.2).
  if (thrown instanceof WWWAuthenticateChallengeError)
    return { kind: 'sign-in', ...said(standard.invalid_client!), code: 'invalid_client' } // stands in the table above
  const codes = codesOf(thrown)
  for (const [pattern, refusal] of unreachable) {
    const code = codes.find(each => pattern.test(each))
    if (code) return { kind: 'unreachable', ...said(refusal), code }
  }
  const status = thrown instanceof ClientError && thrown.cause instanceof Response ? thrown.cause.status : 0
  const why: Refusal =
    status >= 500 || status === 429
      ? ['der Anmeldedienst ist gestört', network]
      : status === 400 || status === 404
        ? ['unter der eingestellten Adresse gibt es keinen Anmeldedienst', 'KLA_OAUTH_ISSUER']
        : thrown instanceof ClientError && codes.length > 0
          ? ['der Anmeldedienst antwortet nicht so, wie er soll', 'KLA_OAUTH_ISSUER']
          : ['der Anmeldedienst ist nicht erreichbar', network]
  return { kind: 'unreachable', ...said(why), code: status ? `HTTP ${status}` : (codes[0] ?? null) }
}

function refusalOf({ error, error_description, status }: ResponseBodyError): TokenFault {
  const number = /^AADSTS(\d{4,8})\b/.exec(error_description ?? '')?.[1]
  const code = number ? `AADSTS${number}` : /^[a-z_]{1,40}$/.test(error) ? error : 'error'
  if (status >= 500 || status === 429 || /^(server_error|temporarily_unavailable)$/.test(error))
    return { kind: 'unreachable', ...said(['der Anmeldedienst ist gestört', network]), code }
  const known =
    (number && microsoft[number]) || (Object.hasOwn(standard, error) ? standard[error] : undefined)
  return { kind: 'sign-in', ...said(known ?? ['der Anmeldedienst lehnt ab', 'App-Registrierung']), code }
}

const said = ([why, look]: Refusal) => ({ why, look })

/** The codes of an error and its causes, outermost first. */
function codesOf(thrown: unknown): string[] {
  const codes: string[] = []
  for (let at: unknown = thrown, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const { code, name } = at as Error & { code?: unknown }
    if (typeof code === 'string') codes.push(code)
    else if (name === 'TimeoutError') codes.push('TIMEOUT')
    // Several addresses of one name were tried: each has its own reason.
    if (at instanceof AggregateError) codes.push(...at.errors.flatMap(codesOf))
  }
  return codes
}

/** The error that callers get; `code` is what the log may hold. */
export function tokenError(thrown: unknown): Error & { tokenFault: TokenFault } {
  const tokenFault = faultOf(thrown)
  return Object.assign(new Error('no access token', { cause: thrown }), {
    tokenFault,
    ...(tokenFault.code === null ? {} : { code: tokenFault.code }),
  })
}
