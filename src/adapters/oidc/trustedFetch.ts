import { readFileSync } from 'node:fs'
import * as http from 'node:http'
import * as https from 'node:https'
import type { CustomFetch } from 'openid-client'
import { isLoopback } from '../../domain/network/isLoopback.ts'

/** Answers of an identity provider have a few kilobytes; more is an accident or an attack. */
const mostBytes = 256 * 1024

/**
 * A fetch that trusts the given authority only and speaks in plain text to nobody but this machine. Node's own fetch
 * takes no certificate authority without another package. Redirects are not followed: a secret goes where the settings
 * and the provider's own description say, nowhere else.
 */
export function trustedFetch(caFile: string | undefined): CustomFetch {
  return async (url, { method, headers, body, signal }) => {
    const { protocol, hostname } = new URL(url)
    if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname)))
      throw Object.assign(new Error('plain text is refused'), { code: 'ERR_PLAIN_TEXT' })
    // Read for each request, so that a renewed file is used without a restart.
    const ca = caFile ? { ca: readFileSync(caFile) } : {}
    return new Promise<Response>((resolve, reject) => {
      const { request } = protocol === 'https:' ? https : http
      const asked = request(url, {
        method,
        // Asked once an hour; a connection kept open until then would only be found dead.
        headers: { ...headers, connection: 'close' },
        minVersion: 'TLSv1.2',
        rejectUnauthorized: true,
        ...ca,
        ...(signal ? { signal } : {}),
      })
      const fail = (error: Error) => reject(signal?.aborted ? signal.reason : error)
      asked.on('error', fail)
      asked.on('response', answer => {
        const chunks: Buffer[] = []
        let size = 0
        answer.on('error', fail)
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > mostBytes) asked.destroy(new Error('the answer is too large'))
          else chunks.push(chunk)
        })
        answer.on('end', () => resolve(asResponse(answer, Buffer.concat(chunks))))
      })
      asked.end(body instanceof URLSearchParams ? body.toString() : body)
    })
  }
}

function asResponse(answer: http.IncomingMessage, bytes: Buffer): Response {
  const status = answer.statusCode ?? 500
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers))
    for (const each of [value ?? []].flat()) headers.append(name, each)
  // The standard forbids a body with these, even an empty one.
  return new Response([101, 204, 205, 304].includes(status) ? null : new Uint8Array(bytes), {
    status,
    headers,
  })
}
