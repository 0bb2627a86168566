import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/db/embedded/start.ts'
import { startDovecot } from '../test/peers/dovecot.ts'
import { bareIntake } from './bare.ts'
import { commandTimes } from './commands.ts'
import { mixedLetter, smallLetter } from './letters.ts'
import { memoryForLarge, ourIntake } from './ours.ts'
import { reactionTimes } from './reaction.ts'
import { tenYearsOfMornings } from './ticks.ts'

/*
 * npm run bench [-- small|mixed|large|reaction|ticks|commands] [-- rounds]
 * Figures are ratios to the bare libraries in the same run on the same machine; seconds alone say nothing.
 * Memory is the most that the process ever had, in MiB; it depends on the machine less than on how busy it is.
 */
const [which = 'all', rounds = '1'] = process.argv.slice(2)

const collections = {
  small: { count: 10_000, make: smallLetter },
  mixed: { count: 1_000, make: mixedLetter },
}

if (which === 'all' || which === 'ticks') {
  const { seconds, cpuSeconds, mornings, processes, events, lines } = tenYearsOfMornings()
  console.log(
    `ticks: ${mornings} mornings of ${processes} Abläufe (50 templates) with ${events} changes and ${lines} lines said in ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of the processor)`,
  )
  // Needs no server.
  if (which === 'ticks') process.exit(0)
}

const directory = mkdtempSync(join(tmpdir(), 'kla-bench-'))
const server = await startEmbedded({ directory })
try {
  for (const [name, { count, make }] of Object.entries(collections)) {
    if (which !== 'all' && which !== name) continue
    const dovecot = await startDovecot()
    dovecot.fill(count, make)
    for (let round = 0; round < Number(rounds); round++) {
      const bare = await bareIntake(dovecot, server.url)
      const ours = await ourIntake(dovecot, server.url, count)
      console.log(
        `${name}: bare ${(count / bare).toFixed(0)}/s, kla ${(count / ours.handledSeconds).toFixed(0)}/s handled, ratio ${(bare / ours.handledSeconds).toFixed(2)}, ` +
          `all out after ${ours.outSeconds.toFixed(1)} s, peak memory ${ours.peakMiB.toFixed(0)} MiB`,
      )
    }
    await dovecot.stop()
  }
  if (which === 'all' || which === 'large') {
    const { letterMiB, smallMiB, largeMiB } = await memoryForLarge(server.url)
    console.log(
      `large: one letter of ${letterMiB.toFixed(0)} MiB, peak memory ${largeMiB.toFixed(0)} MiB, ` +
        `${(largeMiB - smallMiB).toFixed(0)} MiB more than after a small letter`,
    )
  }
  if (which === 'all' || which === 'commands') {
    const [few, many] = [
      await commandTimes(server.url, 1_000, 300),
      await commandTimes(server.url, 1_000_000, 300),
    ]
    for (const [i, { command, medianMs, p99Ms }] of many.entries())
      console.log(
        `commands: „${command}“ with a million Vorgänge: median ${medianMs.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms; ` +
          `with a thousand: ${few[i]!.medianMs.toFixed(1)} and ${few[i]!.p99Ms.toFixed(1)} ms`,
      )
  }
  if (which === 'all' || which === 'reaction') {
    const { medianMs, p95Ms } = await reactionTimes(server.url, 50)
    console.log(
      `reaction: announcement behind the notice of imapflow, median ${medianMs.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms`,
    )
  }
} finally {
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
}
