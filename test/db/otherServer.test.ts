import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../src/db/connect.ts'
import { isConnectionFault } from '../../src/db/connectionFault.ts'
import { isAlive, startInstance } from '../../src/db/instances.ts'
import { leaseFor } from '../../src/db/leases.ts'
import { migrate } from '../../src/db/migrate.ts'
import { mailboxes } from '../../src/db/schema.ts'
import { debianBinaries, type OtherServer, startDebianPostgres } from '../peers/debianPostgres.ts'

async function debian(): Promise<OtherServer> {
  const server = await startDebianPostgres()
  if (server === null) throw new Error('asked for without Debian’s PostgreSQL')
  onTestFinished(() => server.stop())
  return server
}

test.skipIf(debianBinaries() === null)(
  'a separate server with an ordinary user takes the same path [needs the Debian package postgresql]',
  async () => {
    const { url } = await debian()
    await Promise.all(Array.from({ length: 32 }, () => migrate(url)))
    const connection = connect(url)
    onTestFinished(() => connection.close())
    const instance = await startInstance(connection)
    onTestFinished(() => instance.stop())
    expect(await isAlive(connection.db, instance.id)).toBe(true)
    const lease = await leaseFor(connection, 'mailbox')
    expect(lease).not.toBeNull()
    expect(await leaseFor(connection, 'mailbox')).toBeNull()
    await lease?.release()
    await connection.db.insert(mailboxes).values({ programmeId: 'p', id: 'Grüße' })
    expect(await connection.db.select().from(mailboxes)).toMatchObject([{ id: 'Grüße', lastUid: 0 }])
  },
)

test.skipIf(debianBinaries() === null)(
  'a server that goes away and comes back leaves pool, instance and lease usable [needs the Debian package postgresql]',
  async () => {
    const server = await debian()
    await migrate(server.url)
    const connection = connect(server.url)
    onTestFinished(() => connection.close())
    const instance = await startInstance(connection)
    onTestFinished(() => instance.stop())
    let leaseLost = 0
    await leaseFor(connection, 'mailbox', () => {
      leaseLost += 1
    })
    const faults: unknown[] = []
    let answers = 0
    let asking = true
    const ask = async () => {
      while (asking) {
        await connection.db
          .select()
          .from(mailboxes)
          .then(
            () => {
              answers += 1
            },
            error => faults.push(error),
          )
        await sleep(10)
      }
    }
    const askers = Array.from({ length: 6 }, ask)
    await expect.poll(() => answers).toBeGreaterThan(20)
    await server.pause()
    await expect.poll(() => faults.length).toBeGreaterThan(20)
    await expect.poll(() => leaseLost).toBe(1)
    await server.resume()
    const resumedAt = performance.now()
    const before = answers
    await expect.poll(() => answers, { timeout: 20_000 }).toBeGreaterThan(before + 20)
    console.log(
      `queries were answered again ${Math.round(performance.now() - resumedAt)} ms after the server was back`,
    )
    asking = false
    await Promise.all(askers)
    expect(faults.filter(fault => !isConnectionFault(fault))).toEqual([])
    await expect.poll(() => isAlive(connection.db, instance.id), { timeout: 5_000 }).toBe(true)
    const lease = await leaseFor(connection, 'mailbox')
    expect(lease).not.toBeNull()
    await lease?.release()
  },
)
