import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { memoryFolder } from './test/peers/memoryFolder.ts'

// Inherited by the processes of the tests and by all that they start.
// Compiled once and not at each of some hundred starts: half a second less for each `kla start`.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/compiled')
const inMemory = memoryFolder()
if (inMemory) process.env.TMPDIR ??= inMemory

/** Tests that only calculate: they leave nothing behind that the next file could meet. */
const pure = ['test/{domain,reply,settings,texts}/**/*.test.ts']

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: pure, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'world',
          include: ['test/**/*.test.ts'],
          exclude: pure,
          globalSetup: ['test/peers/globalSetup.ts'],
        },
      },
    ],
    // Processes, not threads: tests start servers, send signals and watch what is left when a process ends.
    pool: 'forks',
    // One more than there are processors: tests wait for peers much of the time.
    maxWorkers: availableParallelism() + 1,
    // What is waited for comes when it comes; a busy machine must not make it a failure.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A `.only` that was forgotten would hide every other test.
    allowOnly: false,
  },
})
