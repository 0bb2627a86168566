import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { deadlineNumbers, processEvents, processes } from '../../src/db/schema.ts'
import { commands } from '../../src/registry.ts'
import { renderText } from '../../src/reply/renderText.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { exampleWorld, office, person, yesOf } from './exampleWorld.ts'

export const vergabestelle = person('vergabestelle')

/** The answer as text, in long lines. */
export const shown = (reply: Reply) => renderText(reply, { width: 400 })

/** The example world with a clock that can be set, and a Vergabestelle that speaks. */
export async function tenderStory() {
  const world = await exampleWorld()
  let today = ''
  const now = () => Temporal.Instant.from(`${today}T09:14:00+02:00`)
  const answer = createAnswer({ ...world.needs, now }, commands)
  const ask = (text: string, by = vergabestelle, place = office) => answer({ text, person: by, place })
  const say = async (text: string, by = vergabestelle, place = office) => shown(await ask(text, by, place))
  const story = {
    world,
    ask,
    say,
    /** Monday 22.04.2024, and nothing was begun. */
    async again() {
      today = '2024-04-22'
      for (const table of [processEvents, deadlineNumbers, processes]) await world.db.delete(table)
    },
    on(day: string) {
      today = day
    },
    /** Says it and confirms the preview that it brings. */
    async make(text: string, by = vergabestelle): Promise<string> {
      const preview = await ask(text, by)
      const yes = yesOf(preview)
      expect(yes, shown(preview)).toBeDefined()
      return say(yes!, by)
    },
    events: async () => (await world.db.select().from(processEvents)).map(each => each.change),
    /** Procedures that were begun, oldest first; other Abläufe begin of themselves. */
    begun: async () =>
      (await world.db.select().from(processes).orderBy(processes.id)).filter(
        each => each.subjectKind === 'verfahren',
      ),
    /** Days on which the Vergabestelle tells of them, from the notice to the letters of § 134 GWB. */
    async untilInformation() {
      today = '2024-09-05'
      await story.make('vergabe start bekanntmachung:15.04.2024 elektronisch:ja')
      await story.make('vergabe ereignis aufforderung am 05.06.2024')
      await story.make('vergabe ereignis information am 05.09.2024 versandweg:elektronisch')
    },
    async end() {
      expect(world.logged.filter(each => each.message.includes('failed'))).toEqual([])
      await world.drop()
    },
  }
  await story.again()
  return story
}
