// Plain JavaScript that any Node since 14 can read: it runs before anybody knows which Node this is.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'

/** Node reads TypeScript by itself from this version on, and PostgreSQL, mail and chat packages are tried with it. */
const needed = 24

/** npm packages that carry Node itself; `npm ci` installs the one of this machine (package.json, optionalDependencies). */
const carried = ['linux-x64', 'linux-arm64', 'win-x64']

/**
 * Says whether this process may go on. When its Node is too old, the same command line is run again by the Node
 * that came with `npm ci`, with its signals and its exit status; when there is none, one German line says what to do.
 * @param {string} script the file that was started
 * @returns {boolean} true: go on. false: somebody else does, or nobody can.
 */
export function onNode24(script) {
  if (major(process.versions.node) >= needed) return true
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const found = carriedNode(platform)
  if (found) {
    runAgain(found, script)
  } else {
    console.error(
      `Benötigt wird Node ${needed} oder neuer, gefunden wurde Node ${process.versions.node}. ` +
        (carried.includes(platform)
          ? `Die mitgelieferte Fassung (node-${platform}) fehlt: bitte \`npm ci\` ausführen.`
          : `Für ${platform} wird keine Fassung mitgeliefert: bitte Node ${needed} installieren, siehe https://nodejs.org.`),
    )
    process.exitCode = 1
  }
  return false
}

/**
 * @param {string} platform "linux-x64"
 * @returns {string | null} path of the binary; null when the package is missing, incomplete or too old itself
 */
function carriedNode(platform) {
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-${platform}/package.json`)
    // A carried Node that is too old would start itself for ever.
    if (major(JSON.parse(readFileSync(manifest, 'utf8')).version) < needed) return null
    const binary = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

/** @param {string} binary @param {string} script */
function runAgain(binary, script) {
  const child = spawn(binary, [...process.execArgv, script, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // Ctrl-C reaches both of us from the terminal; sent on, it would arrive twice and cut the clean stop short.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    })
  }
  child.on('error', error => {
    console.error(
      `Die mitgelieferte Fassung von Node lässt sich nicht starten (${error.message}). ` +
        `Bitte Node ${needed} installieren, siehe https://nodejs.org, oder \`npm ci\` wiederholen.`,
    )
    process.exitCode = 1
  })
  // A shell expects 128 + n after signal n.
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
}

/** @param {string} version "20.20.2" */
function major(version) {
  return Number(version.split('.')[0])
}
