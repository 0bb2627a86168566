import { expect, test } from 'vitest'
import { diskCheck, roomFinding } from '../../src/checks/diskCheck.ts'
import { freshDatabase } from '../peers/postgres.ts'

const GB = 1024 ** 3

test.each([
  [20 * GB, 100 * GB, 'good', '20,0 GB von 100,0 GB frei (20 %)'],
  // A tenth of a large disk is much, and still the sign that something piles up.
  [9 * GB, 100 * GB, 'open', 'Bitte bald Platz schaffen'],
  [1.9 * GB, 4 * GB, 'open', '1,9 GB von 4,0 GB frei (47 %)'],
  [0.1 * GB, 100 * GB, 'bad', 'Bitte sofort Platz schaffen'],
] as const)('D25: %i bytes free of %i are called %s before the disk is full', (free, total, kind, words) => {
  const finding = roomFinding('./data', free, total)
  expect(finding.kind).toBe(kind)
  expect(finding.sentence).toContain(words)
})

test('D25: doctor measures the disk of the data folder, also before the folder is there, and the database', async () => {
  const database = await freshDatabase()
  const settings = { dataDir: './gibt-es/noch-nicht', databaseUrl: database.url }
  const found = await diskCheck({
    db: database.connection.db,
    settings: settings as Parameters<typeof diskCheck>[0]['settings'],
  }).finally(database.drop)
  expect(found.map(each => each.what)).toEqual(['Speicherplatz', 'Speicherplatz'])
  expect(found[0]?.sentence).toMatch(/^In \.\/gibt-es\/noch-nicht sind [\d,]+ [GM]B von [\d,]+ [GM]B frei/)
  expect(found[1]?.sentence).toMatch(/^Die Datenbank belegt \d+ MB\.$/)
})
