import { spawn } from 'node:child_process'

export interface Ran {
  /** null when the command could not be started or was ended by a signal. */
  status: number | null
  /** Standard output and error in the order in which they came; empty when shown directly. */
  output: string
  seconds: number
}

/** Runs a command to its end. `show` lets it write to our own output. */
export function run(
  [command, ...args]: string[],
  env: NodeJS.ProcessEnv,
  options: { show?: boolean } = {},
): Promise<Ran> {
  const start = performance.now()
  return new Promise(done => {
    const child = spawn(command!, args, {
      env,
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    child.stdout?.on('data', piece => {
      output += piece
    })
    child.stderr?.on('data', piece => {
      output += piece
    })
    child.on('error', error => {
      output += `${error.message}\n`
    })
    child.on('close', status => done({ status, output, seconds: (performance.now() - start) / 1000 }))
  })
}
