import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { freePorts } from './freePorts.ts'
import { appId, type TeamsPeer, tenantId } from './teams.ts'
import { channel, coordinator, team } from './teamsActivities.ts'

const cli = fileURLToPath(
  new URL('../../node_modules/@microsoft/m365agentsplayground/cli.js', import.meta.url),
)

export interface Playground {
  /** The page that looks like Teams. */
  url: string
  /** Its connector, as activities name it. */
  serviceUrl: string
  /** Where the program listens for Teams; until then the playground hears nothing. */
  connectTo(messagesUrl: string): void
  /** Sends what its page has no button for, in the name of its connector. */
  tell(activity: object): Promise<Response>
  stop(): Promise<void>
}

/**
 * Microsoft's own playground: a page like Teams with a connector behind it. It signs nothing, so its calls pass through us and get
 * the token that Teams would give them; the program checks it as ever.
 */
export async function startPlayground(peer: TeamsPeer): Promise<Playground> {
  let target: string | null = null
  const signed = (url: string, activity: { serviceUrl?: string }) =>
    fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${peer.issuer.token({ audience: appId, serviceUrl: activity.serviceUrl ?? '' })}`,
      },
      body: JSON.stringify(activity),
    })
  const signer = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    // It asks for the head first, to see whether anybody is there.
    if (request.method !== 'POST' || target === null) return response.writeHead(200).end()
    const answer = await signed(target, JSON.parse(Buffer.concat(parts).toString()))
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  })
  await new Promise<void>(resolve => signer.listen(0, '127.0.0.1', resolve))
  const signerUrl = `http://127.0.0.1:${(signer.address() as AddressInfo).port}/api/messages`

  const folder = mkdtempSync(join(tmpdir(), 'kla-playground-'))
  writeFileSync(join(folder, '.m365agentsplayground.yml'), config())
  const [port = 0] = await freePorts(1)
  const child = spawn(
    process.execPath,
    [cli, 'start', '-e', signerUrl, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  const listening = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => {
        output += chunk
        if (/Listening on/.test(output)) resolve()
      })
    // A wrong file of settings makes it say "Listening" and end without a word.
    child.once('exit', code => reject(new Error(`the playground ended with ${code}: ${output}`)))
  })
  await listening
  return {
    url: `http://localhost:${port}`,
    serviceUrl: `http://localhost:${port}/_connector`,
    connectTo(url) {
      target = url
    },
    tell(activity) {
      if (target === null) throw new Error('nobody listens yet')
      return signed(target, activity)
    },
    async stop() {
      if (child.exitCode === null) {
        child.kill()
        await once(child, 'exit')
      }
      signer.closeAllConnections()
      await new Promise(resolve => signer.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Invented people in our organisation; the playground wants exactly five colleagues. */
function config(): string {
  const person = (id: string, aadObjectId: string, name: string) => ({
    id,
    name,
    userPrincipleName: `${id.replace(/\W/g, '')}@kreis.example`,
    aadObjectId,
    givenName: name,
    surname: 'Beispiel',
    email: `${id.replace(/\W/g, '')}@kreis.example`,
  })
  // JSON is YAML.
  return JSON.stringify({
    version: '0.1.1',
    tenantId,
    bot: { id: `28:${appId}`, name: 'Klassenassistenz' },
    currentUser: person(coordinator.id, coordinator.aadObjectId, 'Koordination'),
    users: [1, 2, 3, 4, 5].map(n =>
      person(`29:kollege-${n}`, `0a1b2c3d-0000-4000-8000-0000000000e${n}`, `Kollegin ${n}`),
    ),
    personalChat: { id: 'a:eigener-chat' },
    groupChat: { id: '19:gruppe01@thread.v2', name: 'Gruppe' },
    team: {
      id: team,
      name: 'Klassenassistenz',
      aadGroupId: '0a1b2c3d-0000-4000-8000-0000000000f1',
      channels: [{ id: channel, name: 'Koordination' }],
    },
  })
}

/** Types into the conversation that is open, and sends it. */
export async function type(page: Page, text: string): Promise<void> {
  await page.click('[role=textbox]')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}
