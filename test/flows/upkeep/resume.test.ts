import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { glean, resume } from '../../../src/flows/upkeep/resume.ts'
import { openJobs } from '../../../src/jobs/queue.ts'
import { type Handling, mail, openHandling } from '../handling.ts'

let world: Handling
beforeEach(async () => {
  world = await openHandling()
})
afterEach(() => world.close())

const needs = () => ({ db: world.needs.db, enqueue: world.needs.enqueue, programmeId: 'pinneberg' })
const later = Temporal.Instant.from('2024-04-22T10:00:00+02:00')

test('a process that starts takes up mails, letters and posts that a killed one left', async () => {
  await world.arrive([mail()])
  await world.keep([mail()])
  world.jobs.length = 0
  expect(await resume(needs())).toBe(3)
  expect(world.jobs.map(job => job.kind).sort()).toEqual(['handleMails', 'postToChat', 'sendLetter'])
})

test('mails that somebody kept and never handled are handed out again when they come a second time', async () => {
  const letter = mail({ id: '<abgebrochen@post.example>' })
  const [first] = await world.keep([letter])
  expect(await world.keep([letter], { uidValidity: 2n })).toEqual([first])
})

test('the safety net finds what no job waits for, and leaves alone what one does', async () => {
  const jobs = await openJobs(world.database.url, () => {})
  try {
    await world.arrive([mail()])
    const real = { ...needs(), enqueue: jobs.enqueue }
    expect(await glean(real, later)).toBe(2)
    expect(await glean(real, later)).toBe(0)
    // Younger than ten minutes: somebody may just be at it.
    await world.keep([mail()])
    expect(await glean(real, Temporal.Instant.from('2024-04-22T09:05:00+02:00'))).toBe(0)
    expect(await glean(real, later)).toBe(1)
  } finally {
    await jobs.stop()
  }
})
