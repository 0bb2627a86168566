import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/*
 * Values that stand in the database and in its backups, but can only be read with the programme's secret: AES-256-GCM
 * (NIST SP 800-38D) with a key of its own, derived by HKDF (RFC 5869), so that it is not the one that signs letters.
 * `context` says where a value belongs; moved into another row it does not open.
 */
const version = 'v1'

const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'kla sealed values v1', 32))

/** The value as text, different at each call. */
export function sealed(secret: string, context: string, value: unknown): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(Buffer.from(context))
  const bytes = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64url')}`
}

/** The value again; null when it was sealed with another secret, for another place, or was changed. */
export function opened<T>(secret: string, context: string, text: string): T | null {
  const [head, body] = text.split('.')
  const bytes = Buffer.from(body ?? '', 'base64url')
  if (head !== version || bytes.length < 28) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(12, 28))
    return JSON.parse(decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')) as T
  } catch {
    return null
  }
}
