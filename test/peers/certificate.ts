import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A self-signed certificate for localhost and 127.0.0.1 in `directory`; it is its own authority. */
export function makeCertificate(directory: string): { certFile: string; keyFile: string } {
  mkdirSync(directory, { recursive: true })
  const certFile = join(directory, 'cert.pem')
  const keyFile = join(directory, 'key.pem')
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30']
  execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', keyFile, '-out', certFile], {
    stdio: 'pipe',
  })
  return { certFile, keyFile }
}
