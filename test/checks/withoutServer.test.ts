import { afterEach, beforeEach, expect, test } from 'vitest'
import { withoutServer } from '../../src/checks/withoutServer.ts'
import { type Handling, mail, openHandling } from '../flows/handling.ts'

let house: Handling
beforeEach(async () => {
  house = await openHandling()
})
afterEach(() => house.close())

const said = async () => (await withoutServer(house.needs.db, 'pinneberg')).map(each => each.sentence)

test('letters that were written and have no mail server to go to are counted', async () => {
  expect(await said()).toEqual(['Kein Versand eingestellt (KLA_SMTP_HOST).'])
  await house.arrive([mail()])
  expect(await said()).toEqual(['Kein Versand eingestellt (KLA_SMTP_HOST). 1 Brief wartet darauf.'])
  await house.arrive([mail({ from: 'Jan Ohlsen <jan@post.example>' })])
  expect(await said()).toEqual(['Kein Versand eingestellt (KLA_SMTP_HOST). 2 Briefe warten darauf.'])
})
