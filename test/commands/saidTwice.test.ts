import { expect, test } from 'vitest'
import { processEvents } from '../../src/db/schema.ts'
import { exampleWorld } from './exampleWorld.ts'

test('who heard no answer and says it again adds nothing', async () => {
  const world = await exampleWorld()
  try {
    const lines = [
      'frist anlegen „Vorlage für den Ausschuss“ bis 26.04.2024 wer:Projektleitung',
      'gremium beschluss Jugendhilfeausschuss: Der Bericht wird zur Kenntnis genommen.',
      'gremium übergabe Jugendhilfeausschuss an Kreistag: Stellungnahme zum Vertrag.',
    ]
    for (const line of lines) {
      await world.said(line)
      const once = await world.db.$count(processEvents)
      await world.said(line)
      expect(await world.db.$count(processEvents), line).toBe(once)
    }
    expect(await world.shown(lines[0]!)).toContain('Die gibt es schon: Fr 26.04.2024')
    // Another day is another Frist.
    expect(await world.shown(lines[0]!.replace('26.04.', '29.04.'))).toContain('Angelegt: Mo 29.04.2024')
  } finally {
    await world.drop()
  }
})
