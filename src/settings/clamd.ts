import { isLoopback } from '../domain/network/isLoopback.ts'
import type { Values } from './fields.ts'

/** Where the virus scanner listens. */
export type ClamdSettings = { socket: string } | { host: string; port: number }

/** null: no virus scanner. clamd knows neither TLS nor a sign-in, so another machine is worth a warning. */
export function readClamd(
  values: Values,
  given: Set<string>,
  faults: string[],
  warnings: string[],
): ClamdSettings | null {
  const { KLA_CLAMD_SOCKET: socket, KLA_CLAMD_HOST: host, KLA_CLAMD_PORT: port } = values
  if (given.has('KLA_CLAMD_SOCKET') && given.has('KLA_CLAMD_HOST')) {
    faults.push('KLA_CLAMD_SOCKET und KLA_CLAMD_HOST sind beide gesetzt. Bitte eines entfernen.')
    return null
  }
  if (given.has('KLA_CLAMD_PORT') && !given.has('KLA_CLAMD_HOST'))
    faults.push(
      'KLA_CLAMD_PORT ist gesetzt, aber KLA_CLAMD_HOST fehlt. Bitte ergänzen oder die Zeile entfernen.',
    )
  if (socket) return { socket }
  if (!host) return null
  if (!isLoopback(host))
    warnings.push(
      'KLA_CLAMD_HOST ist ein anderer Rechner: Briefe gehen zur Prüfung unverschlüsselt dorthin. Bitte nur im eigenen, abgeschotteten Netz.',
    )
  return { host, port: port ?? 3310 }
}
