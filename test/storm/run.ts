import { storm } from './storm.ts'

/*
 * npm run storm -- [rounds] [seed]
 * Kills the program again and again while letters come in, and counts in the end. The seed is printed: with it the same
 * letters, moments and places come again (what the machine does in between does not).
 */
const [rounds = '200', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
console.log(`storm of ${rounds} rounds, seed ${seed}`)
const { wrong, ...figures } = await storm({ rounds: Number(rounds), seed: Number(seed), say: console.log })
console.log(JSON.stringify(figures, null, 2))
for (const line of wrong) console.log(`WRONG: ${line}`)
console.log(wrong.length === 0 ? 'Everything adds up.' : `${wrong.length} things are wrong; seed ${seed}`)
process.exitCode = wrong.length === 0 ? 0 : 1
