// The one gate: `npm test`. Everything that can be wrong is looked for here, and nothing is left out in silence.
import { fileURLToPath } from 'node:url'
import { onNode24 } from '../src/node24.mjs'

if (onNode24(fileURLToPath(import.meta.url))) {
  const { runGate } = await import('./gate/run.ts')
  process.exitCode = await runGate(process.argv.slice(2))
}
