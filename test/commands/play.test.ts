import { test } from 'vitest'
import { exampleWorld, person } from './exampleWorld.ts'
test('play', async () => {
  const world = await exampleWorld()
  const by = person('vergabestelle')
  const go = async (text: string) => {
    const { renderText } = await import('../../src/reply/renderText.ts')
    const reply = await world.said(text, by)
    console.log(`>>> ${text}\n${renderText(reply, { width: 180 })}`)
    const yes = reply.blocks.flatMap(b => (b.kind === 'actions' ? b.actions : [])).find(a => a.command.includes('wirklich:'))
    if (yes) { const r2 = await world.said(yes.command, by); console.log(`>>> ${yes.command}\n${renderText(r2, { width: 180 })}`) }
  }
  for (const line of (process.env.PLAY ?? '').split('|')) await go(line)
  if (world.logged.length) console.log(JSON.stringify(world.logged, null, 1))
  await world.drop()
}, 120000)
