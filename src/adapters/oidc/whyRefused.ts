/** The right that a token must hold at Exchange Online: of the application itself, or of the person it stands for. */
const rights = {
  imap: ['IMAP.AccessAsApp', 'IMAP.AccessAsUser.All'],
  smtp: ['SMTP.SendAsApp', 'SMTP.Send'],
} as const

/**
 * What to say when a mail server refuses a token that the identity provider has just given out. Tokens of Exchange Online
 * can be read; those of others are a closed letter, and we only explain, never decide by it. German, part of a sentence.
 */
export function whyRefused(token: string, service: 'imap' | 'smtp'): string {
  const claims = claimsOf(token)
  if (claims === null || !/outlook\.office(365)?\.com/.test(String(claims.aud)))
    return 'der Server nimmt das Zugriffstoken nicht an'
  const held = [claims.roles ?? [], String(claims.scp ?? '').split(' ')].flat()
  const [own, delegated] = rights[service]
  if (!held.includes(own) && !held.includes(delegated))
    return `dem Zugriffstoken fehlt das Recht ${own}; in der App-Registrierung fehlt die Berechtigung oder die Administratorzustimmung`
  return 'das Zugriffstoken ist gut, aber das Postfach ist für die Anwendung nicht freigegeben (New-ServicePrincipal und Add-MailboxPermission)'
}

function claimsOf(token: string): Record<string, unknown> | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : null
  } catch {
    return null
  }
}
