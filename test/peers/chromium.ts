import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const path = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Why there is no browser here, null when there is one. Debian: apt-get install chromium. */
export const chromiumMissing: string | null = existsSync(path)
  ? null
  : `Chromium fehlt (${path}); Debian: apt-get install chromium, sonst Pfad in CHROMIUM`

/** Debian's Chromium without a window, and without its own calls into the internet. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    headless: true,
    args: [
      // As root, as in containers, Chromium refuses to start with its sandbox. It only ever loads our own page.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
