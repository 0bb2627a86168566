import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A self-signed certificate in `directory`, which is its own authority: for localhost and 127.0.0.1, or for another name
 * alone, as a server has it that is not the one that was meant.
 */
export function makeCertificate(
  directory: string,
  name = 'localhost',
): { certFile: string; keyFile: string } {
  mkdirSync(directory, { recursive: true })
  const certFile = join(directory, 'cert.pem')
  const keyFile = join(directory, 'key.pem')
  const names = name === 'localhost' ? 'DNS:localhost,IP:127.0.0.1' : `DNS:${name}`
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${names}`]
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30']
  execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', keyFile, '-out', certFile], {
    stdio: 'pipe',
  })
  return { certFile, keyFile }
}
