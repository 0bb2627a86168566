import { expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import { storm } from '../storm/storm.ts'

const missing = missingDovecot()
const rounds = 12
/** Another storm each time; the seed is named when it fails, and brings the same letters and places again: npm run storm -- 12 <seed> */
const seed = Date.now() % 1_000_000

// The long one, 200 rounds: npm run storm -- 200
test.skipIf(missing)(
  `whatever order letters, copies, answers, broken lines and kills come in (${rounds} kills of one to three processes): each letter has one effect, each of ours leaves at most once, nothing waits for ever [needs Dovecot]`,
  { timeout: 300_000 },
  async () => {
    const said: string[] = []
    const figures = await storm({ rounds, seed, say: line => said.push(line) }).catch(error => {
      throw new Error(`seed ${seed}\n${said.join('\n')}`, { cause: error })
    })
    expect(figures.wrong, `seed ${seed}\n${said.join('\n')}`).toEqual([])
    // Controls: letters came in, processes were killed, and letters of ours left.
    expect(figures.kills).toBeGreaterThanOrEqual(rounds)
    expect(figures.letters).toBeGreaterThan(rounds)
    expect(figures.tickets).toBeGreaterThan(0)
    expect(figures.lettersOut + figures.uncertain).toBeGreaterThan(0)
    expect(figures.tickets + figures.followups + figures.automatic + figures.copies).toBeLessThanOrEqual(
      figures.letters + figures.copies,
    )
  },
)
