import { Temporal } from 'temporal-polyfill'
import { parseInput } from '../src/chat/parseInput.ts'
import { commands } from '../src/registry.ts'
import { pinneberg } from './domain/programme/pinneberg.ts'
const p = pinneberg()
const now = Temporal.Instant.from('2024-04-22T09:14:00+02:00')
for (const t of process.argv.slice(2)) console.log(t, '→', JSON.stringify(parseInput(commands, p, t, { now, asker: 'Koordination Jugendamt' })))
