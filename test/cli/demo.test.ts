import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startDemo } from '../peers/demo.ts'

const folders = () => readdirSync(tmpdir()).filter(name => name.startsWith('kla-demo-'))

test('the demonstration tells of each letter in order, answers on the side, and leaves nothing behind', async () => {
  const before = folders()
  const demo = await startDemo()
  try {
    await demo.said('Brief 2 von 8')
    expect(demo.output()).toMatch(
      /Brief 1 von 8: Eine Schule[\s\S]*#schulen\s+Neue Anfrage KA-2024-0001 · Schule · Zeitplan · Elmshorn\n[\s\S]*✔ Eingangsbestätigung ist raus: \[KA-2024-0001\][\s\S]*Brief 2 von 8/,
    )
    // What a channel is not told, whoever runs the demonstration is.
    await demo.said('Eingangsbestätigung ist raus: [KA-2024-0002]')
    expect(demo.output()).toContain('Neue Anfrage KA-2024-0002 · Einzelfall\n')
    expect(demo.output()).toContain('Erkannt, aber geschützt: Eltern · Einzelfall · Barmstedt')

    demo.type('/status region Elmshorn')
    await demo.said('Stand 22.03.2024, Quelle: Zwischeninformation Klassenassistenz')
    expect(demo.output()).toContain('Region 1: Elmshorn, Pinneberg, Barmstedt · Mo 22.04.2024')
    expect((await fetch(demo.webUrl)).status).toBe(200)

    await demo.said('KA-2024-0003 steht in keinem Kanal')
    expect(demo.output()).not.toContain('Neue Anfrage KA-2024-0003')
  } finally {
    expect(await demo.stop()).toBe(0)
  }
  expect(demo.output()).toMatch(/Auf Wiedersehen\. .*\n$/)
  expect(folders().filter(name => !before.includes(name))).toEqual([])
})

test('whoever closes its output ends it, and nothing is left behind either', async () => {
  const before = folders()
  const kla = fileURLToPath(new URL('../../src/kla.mjs', import.meta.url))
  const demo = spawn(process.execPath, [kla, 'demo'], { stdio: ['ignore', 'pipe', 'ignore'] })
  await once(demo.stdout, 'data')
  demo.stdout.destroy()
  const [code, signal] = await once(demo, 'exit')
  expect({ code, signal }).toEqual({ code: 0, signal: null })
  expect(folders().filter(name => !before.includes(name))).toEqual([])
})
