import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { isConnectionFault } from '../../../src/db/connectionFault.ts'
import { startEmbedded } from '../../../src/db/embedded/start.ts'
import { ask, isRunning, killServer, serverDirectory } from '../../peers/embeddedServer.ts'
import { talkTo } from '../../peers/processes.ts'

test('a server that is killed while letters are written loses no acknowledged one and comes back by itself', async () => {
  const directory = serverDirectory()
  const log: string[] = []
  const server = await startEmbedded({ directory, log: line => log.push(line) })
  await ask(server.url, 'create table letters (n int primary key)')
  const pool = postgres(server.url, { max: 4, fetch_types: false, onnotice: () => {} })
  onTestFinished(() => pool.end({ timeout: 1 }))
  const acknowledged: number[] = []
  const faults: unknown[] = []
  let next = 0
  let writing = true
  const write = async () => {
    while (writing) {
      const n = next++
      try {
        await pool`insert into letters values (${n})`
        acknowledged.push(n)
      } catch (error) {
        faults.push(error)
        await sleep(20)
      }
    }
  }
  const writers = [write(), write(), write(), write()]
  for (let round = 1; round <= 3; round += 1) {
    const before = acknowledged.length
    while (acknowledged.length < before + 200) await sleep(5)
    await killServer(directory)
  }
  const before = acknowledged.length
  while (acknowledged.length < before + 200) await sleep(5)
  writing = false
  await Promise.all(writers)

  const stored = new Set((await pool`select n from letters`).map(row => row.n))
  expect(acknowledged.filter(n => !stored.has(n))).toEqual([])
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.filter(fault => !isConnectionFault(fault))).toEqual([])
  expect(log.filter(line => line.includes('abgebrochen'))).toHaveLength(3)
  await pool.end({ timeout: 1 })
  await server.stop()
  expect(isRunning(directory)).toBe(false)
})

test('a server that dies under two processes is started once and serves both at the old address', async () => {
  const directory = serverDirectory()
  const other = talkTo('embeddedUser.ts', [directory])
  const { url } = JSON.parse(await other.line())
  const ours = await startEmbedded({ directory, durable: false })
  await killServer(directory)
  while (!isRunning(directory)) await sleep(5)
  other.say('stop')
  expect(await other.ended).toBe(0)
  expect(ours.url).toBe(url)
  await expect
    .poll(() => ask(url, 'select 1 as one').catch(() => null), { timeout: 10_000 })
    .toEqual([{ one: 1 }])
  await ours.stop()
  expect(isRunning(directory)).toBe(false)
})
