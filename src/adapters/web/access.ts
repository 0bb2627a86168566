import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** A sign-in lasts one working day; then the start address is opened again. */
const sessionSeconds = 12 * 60 * 60

/** A sign-in of one browser. The id tells browsers apart that share one access token. */
export interface Session {
  id: string
}

/**
 * The value of a new session cookie: random id, time of issue, and a mark that only the holder of the access token can
 * make. The token is new at each start, so a restart signs everybody out.
 */
export function newSession(token: string, nowSeconds: number): string {
  const id = randomBytes(12).toString('base64url')
  return `${id}.${nowSeconds}.${mark(token, `${id}.${nowSeconds}`)}`
}

/** The session of a cookie value, null when it is forged, too old or missing. */
export function readSession(token: string, value: string | null, nowSeconds: number): Session | null {
  const [id = '', issued = '', given = ''] = (value ?? '').split('.')
  if (!same(given, mark(token, `${id}.${issued}`))) return null
  const age = nowSeconds - Number(issued)
  return age >= 0 && age <= sessionSeconds ? { id } : null
}

/** HttpOnly: no script reads it. Strict: no other site's links or forms carry it. */
export function sessionCookie(name: string, value: string, secure: boolean): string {
  return `${name}=${value}; Path=/; Max-Age=${sessionSeconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
}

export function cookieOf(request: FastifyRequest, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=')
    if (key === name) return value.join('=')
  }
  return null
}

/** Compares without telling by the time taken how much was right. */
export function same(given: string, right: string): boolean {
  const [a, b] = [digest(given), digest(right)]
  return timingSafeEqual(a, b)
}

/**
 * True when the Host header names us. Against DNS rebinding: a foreign page whose name suddenly points to 127.0.0.1
 * still sends its own name. An address in figures cannot be rebound, so it is always fine.
 */
export function hostIsOurs(hostHeader: string | undefined, names: readonly string[]): boolean {
  const name = /^(\[[^\]]+\]|[^:]*)(?::\d+)?$/.exec(hostHeader ?? '')?.[1]?.toLowerCase() ?? ''
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0 || name === 'localhost' || names.includes(name)
}

/**
 * True when a form was sent from our own page. SameSite alone is not enough: another program's page on another port of
 * this machine is the "same site". Browsers send one of the two headers with every POST.
 */
export function sentFromOurPage(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, host } = request.headers
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}

function mark(token: string, text: string): string {
  return createHmac('sha256', token).update(`kla web session ${text}`).digest('base64url')
}

function digest(text: string): Buffer {
  return createHmac('sha256', 'compare').update(text).digest()
}
