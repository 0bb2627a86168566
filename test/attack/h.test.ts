import { afterAll, expect, test } from 'vitest'
import { connect } from '../../src/db/connect.ts'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { commands } from '../../src/registry.ts'
import { hearMessage } from '../../src/flows/talk/hearMessage.ts'
import { workWorld } from '../commands/workWorld.ts'
import { channel, office, person } from '../commands/exampleWorld.ts'
const world = await workWorld()
const other = connect(world.url)
afterAll(async () => { await other.close(); await world.drop() })
test('storm', async () => {
  const { drawNumbers } = await import('../../src/db/tickets.ts') as any; const dn = drawNumbers ?? (await import('../../src/db/counters.ts' as string).catch(() => ({}))).drawNumbers; await dn(world.db, 'pinneberg', 2024, 18)
  const errors: Record<string, number> = {}
  const log = { info() {}, error: (f: any, m: string) => { const k = `${m} ${f.command} ${f.fault ?? f.err}`; errors[k] = (errors[k] ?? 0) + 1; if (errors[k] === 1) console.log(k, f.at) } }
  const dbs = [world.db, other.db]
  const answers = dbs.map(db => createAnswer({ ...world.needs, db, log } as never, commands))
  const talk = dbs.map(db => ({ ...world.needs, db, secret: 'x'.repeat(40) }))
  let seed = 7; const rnd = (n: number) => { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return (seed >> 8) % n }
  const pick = <T,>(a: readonly T[]) => a[rnd(a.length)]!
  const nums = [3, 14, 17, 6, 9, 10, 19, 20, 21]
  const people = [person('koordination_jugendamt'), person('koordination_jugendamt', 'fachdienst', 'asd'), person('projektgruppe'), person('asd'), person('fachdienst')]
  let ts = 0
  const roots = ['1.1', '1.2', '1.3', '1.4']
  const said = (text: string, thread: string | null, address = `2.${++ts}`) => ({ address, channel: 'CF', thread, author: pick(people), text, at: world.now().toString(), files: 0 })
  for (const r of roots) await hearMessage(talk[0] as never, { ...said('Wann startet die Klassenassistenz in Elmshorn?', null, r), author: { id: 'slack:G', name: 'Gast', roles: ['gast'] } }, { platform: 'slack', intake: true })
  const told: string[] = []
  const one = async () => {
    const k = pick([0, 1]), n = `KA-${pick(nums)}`, m = `KA-${pick(nums)}`
    const x = rnd(12)
    if (x < 4) {
      const s = said(pick(['Das klären wir mit der Schule.', 'Wer zahlt das denn für Pinneberg?', 'Mein Sohn wird geschlagen, er hat blaue Flecken', 'Danke', 'Er ist in Barmstedt und hat eine Diagnose']), pick(roots))
      told.push(s.address)
      for (const i of [k, 1 - k]) await hearMessage(talk[i] as never, s, { platform: 'slack', intake: true }).catch(e => { const key = 'hear ' + (e.cause?.code ?? e.message); errors[key] = (errors[key] ?? 0) + 1; if (errors[key] === 1) console.log(e) })
      return
    }
    const text = [`vorgang zuordnen ${n} zu ${m} wirklich`, `vorgang rückgängig ${n}`, 'rückgängig', `vorgang verknüpfen ${n} mit ${m}`, `vorgang einordnen ${n} ${pick(['dringend', 'normal wirklich', 'typ:eltern', 'schutz:einzelfall'])}`, `vorgang übernehmen ${n}`, `vorgang abschließen ${n}`, `vorgang öffnen ${n}`][x - 4]!
    await answers[k]!({ text, person: pick(people), place: pick([office, channel]) })
  }
  const until = Date.now() + 20_000; let total = 0
  await Promise.all(Array.from({ length: 8 }, async () => { while (Date.now() < until) { await one(); total++ } }))
  console.log('did', total, errors)
  const sql = world.connection.client
  console.log('messages told/kept', told.length, (await sql`select count(*) from chat_messages`)[0])
  console.log('on joined', await sql`select t.number, t.state, count(*) from chat_messages m join tickets t on t.id = m.ticket_id join successors s on s.closed_ticket_id = t.id where t.state = 'abgeschlossen' group by 1, 2`)
  console.log('rings', await sql`select * from successors s join successors z on z.closed_ticket_id = s.ticket_id where z.ticket_id = s.closed_ticket_id`)
  console.log('letters on joined', await sql`select t.number, t.state, count(*) from messages m join tickets t on t.id = m.ticket_id join successors s on s.closed_ticket_id = t.id where t.state = 'abgeschlossen' group by 1, 2`)
  console.log('letters', await sql`select count(*) from messages`, 'dup numbers', await sql`select number from tickets group by 1 having count(*) > 1`)
  console.log('actions', await sql`select action, count(*) from ticket_changes group by 1`)
}, 120_000)
