import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/peers/globalSetup.ts'],
    // Processes, not threads: tests start servers, send signals and watch what is left when a process ends.
    pool: 'forks',
    // vitest leaves one core free, on two cores half the machine; tests wait for peers much of the time.
    maxWorkers: Math.max(2, availableParallelism()),
    // What is waited for comes when it comes; a busy machine must not make it a failure.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A `.only` that was forgotten would hide every other test.
    allowOnly: false,
  },
})
