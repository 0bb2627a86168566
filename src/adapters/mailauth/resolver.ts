import { promises as dns } from 'node:dns'

/** Answers of the DNS in the shape of node:dns; rejects with its codes (ENOTFOUND, ENODATA, ETIMEOUT …). */
export type Ask = (name: string, type: string) => Promise<unknown>

/** Answers that hold for a while: the name, or that there is none. */
const goodForMs = 5 * 60_000
const absentForMs = 60_000
const mostAnswers = 2_000
/** So many questions in a row without any answer, and the DNS counts as away for a while: nobody waits for it then. */
const tooManyFailures = 3
const awayForMs = 60_000

const absent = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME'])
/** Nobody answered at all. SERVFAIL is an answer: one domain is broken, the DNS is not. */
const unanswered = new Set(['ETIMEOUT', 'ECONNREFUSED', 'ECANCELLED'])

/** Asks these name servers, or those of the machine. Two tries take some two seconds. */
export function dnsOf(servers: readonly string[] | null): Ask {
  const resolver = new dns.Resolver({ timeout: 800, tries: 2 })
  if (servers) resolver.setServers(servers)
  return (name, type) => resolver.resolve(name, type)
}

/** Remembers answers, and does not ask a DNS that is away. `now` in milliseconds, rising. */
export function remembered(ask: Ask, now: () => number): Ask {
  const answers = new Map<string, { until: number; answer: Promise<unknown> }>()
  let failures = 0
  let awayUntil = 0

  function learned(code: unknown): void {
    if (typeof code === 'string' && unanswered.has(code)) {
      failures++
      if (failures >= tooManyFailures) awayUntil = now() + awayForMs
    } else {
      failures = 0
    }
  }

  return (name, type) => {
    const key = `${type} ${name.toLowerCase()}`
    const known = answers.get(key)
    if (known && known.until > now()) return known.answer
    if (awayUntil > now()) return Promise.reject(Object.assign(new Error('DNS away'), { code: 'ETIMEOUT' }))
    const answer = ask(name, type)
    const entry = { until: now() + goodForMs, answer }
    answers.delete(key)
    answers.set(key, entry)
    // The oldest goes first; a Map keeps the order in which keys came.
    if (answers.size > mostAnswers) answers.delete(answers.keys().next().value!)
    answer.then(
      () => learned(null),
      (error: { code?: unknown }) => {
        learned(error.code)
        if (typeof error.code === 'string' && absent.has(error.code)) entry.until = now() + absentForMs
        else if (answers.get(key) === entry) answers.delete(key)
      },
    )
    return answer
  }
}
