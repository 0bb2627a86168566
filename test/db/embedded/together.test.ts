import { expect, test } from 'vitest'
import { startEmbedded } from '../../../src/db/embedded/start.ts'
import { ask, isRunning, serverDirectory } from '../../peers/embeddedServer.ts'
import { talkTo } from '../../peers/processes.ts'

test('processes that start at once on one empty directory share one server, and the last one stops it', async () => {
  const directory = serverDirectory()
  const users = [1, 2, 3].map(() => talkTo('embeddedUser.ts', [directory]))
  const answers = (await Promise.all(users.map(user => user.line()))).map(line => JSON.parse(line))
  expect(new Set(answers.map(answer => answer.url)).size).toBe(1)
  expect(answers.filter(answer => !answer.reused)).toHaveLength(1)

  const { url } = answers[0]
  for (const user of users) {
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    user.say('stop')
    expect(await user.ended).toBe(0)
  }
  expect(isRunning(directory)).toBe(false)
})

test('a user that was killed does not keep the server running for ever', async () => {
  const directory = serverDirectory()
  const [one, two] = [talkTo('embeddedUser.ts', [directory]), talkTo('embeddedUser.ts', [directory])]
  const { url } = JSON.parse((await Promise.all([one.line(), two.line()]))[0])
  const users = () => ask(url, `select from pg_stat_activity where application_name = 'kla presence'`)
  expect(await users()).toHaveLength(2)
  await one.kill()
  // The server hears of it from the kernel a few milliseconds later.
  await expect.poll(users).toHaveLength(1)
  expect(isRunning(directory)).toBe(true)
  two.say('stop')
  await two.ended
  expect(isRunning(directory)).toBe(false)
})

test('whoever enters while the last one leaves gets a server that works', async () => {
  const directory = serverDirectory()
  const comeAndGo = async () => {
    for (let round = 0; round < 12; round += 1) {
      const server = await startEmbedded({ directory, durable: false })
      expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
      await server.stop()
    }
  }
  await Promise.all([comeAndGo(), comeAndGo(), comeAndGo()])
  expect(isRunning(directory)).toBe(false)
}, 60_000)
