import { pageArg, pagingOf } from '../src/chat/arguments/pageArg.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasPools, namedPool, poolContext, poolsIn } from '../src/chat/seen/poolsSeen.ts'
import { resolvePlace } from '../src/domain/programme/resolvePlace.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { poolListReply, poolReply } from '../src/texts/programmes/pools.ts'

const name = 'pool status'
// The name takes the rest of the line, so the page stands before it.
const args = {
  page: pageArg,
  what: { kind: 'text', label: 'Schule oder Ort', keys: ['schule', 'ort'] },
} as const

export default defineCommand({
  name,
  aliases: ['pool', 'pools', 'pool liste'],
  summary: 'Zeigt, welche Bedingungen der Pools erfüllt sind',
  help: 'Ohne Angabe: alle Pools. Mit einem Ort: die Pools dort. Mit einer Schule: ihre Bedingungen und die nächste Verlängerung.',
  intent: 'pool_show',
  args,
  permission: staff,
  offered: hasPools,
  changes: false,
  examples: [
    { input: 'pool status', shows: '1 Pool, davon 0 eingerichtet' },
    { input: 'pool status Beispielschule', shows: '0 von 8 erfüllt' },
  ],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, said) {
    const { what } = said
    const paging = pagingOf({ name, args }, said)
    const { programme } = needs
    const plans = await plansToday(needs)
    const pools = poolsIn(programme, plans)
    if (what === null) return poolListReply(pools, null, poolContext(needs), paging)
    const pool = namedPool(programme, plans, what, school => `pool status ${school}`)
    if (!('refusal' in pool)) return poolReply(pool, '', poolContext(needs))
    const place = resolvePlace(programme, what)
    if (place.kind === 'unknown') return pool.refusal
    if (place.kind === 'area') return poolListReply(pools, null, poolContext(needs), paging)
    const names =
      place.kind === 'place'
        ? [place.place.name]
        : place.kind === 'region'
          ? place.region.orte
          : place.places.map(each => each.name)
    const there = pools.filter(each => each.place !== null && names.includes(each.place))
    return poolListReply(there, names.join(', '), poolContext(needs), paging)
  },
})
