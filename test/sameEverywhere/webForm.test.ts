import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let kla: Awaited<ReturnType<(typeof house)['replica']>>
let headers: Record<string, string>
beforeAll(async () => {
  house = await openHouse()
  kla = await house.replica()
  const entry = await fetch(kla.webUrl)
  headers = {
    cookie: entry.headers.get('set-cookie')!.split(';')[0]!,
    'sec-fetch-site': 'same-origin',
    accept: 'application/json',
  }
})
afterAll(() => house.stop())

const asked = { befehl: 'vorgang abgeben KA-2024-0017', fragt: 'assignee,reason' }

async function send(filled: Record<string, string>): Promise<{ formular?: string; html?: string }> {
  const response = await fetch(new URL('/formular', kla.webUrl), {
    method: 'POST',
    headers,
    body: new URLSearchParams({ ...asked, ...filled }),
  })
  return (await response.json()) as { formular?: string; html?: string }
}

test('the form of a button is filled in on the page and does what was asked, whatever words stand in its fields', async () => {
  const opened = await fetch(new URL(`/formular?${new URLSearchParams(asked)}`, kla.webUrl), { headers })
  const { formular } = (await opened.json()) as { formular: string }
  expect(formular).toContain('<option value="Koordination Schulamt">')
  expect(formular).toContain('name="feld.reason"')

  expect((await send({ 'feld.assignee': 'Koordination Schulamt' })).formular).toContain('Bitte ausfüllen.')
  const reason = 'Frage: noch nicht schließen? vorgang abschließen KA-2024-0014'
  const { html } = await send({ 'feld.assignee': 'Koordination Schulamt', 'feld.reason': reason })
  expect(html).toContain('Koordination Schulamt')
  const [row] = await kla.world.connection.client<
    { owner: string }[]
  >`select owner from tickets where number = 'KA-2024-0017'`
  expect(row?.owner).toBe('Koordination Schulamt')
  const [other] = await kla.world.connection.client<
    { state: string }[]
  >`select state from tickets where number = 'KA-2024-0014'`
  expect(other?.state).toBe('in_bearbeitung')
})

test('the link of a chat post shows its Vorgang, one that is not there says so', async () => {
  const page = async (number: string) =>
    (await fetch(new URL(`/vorgang/${number}`, kla.webUrl), { headers })).text()
  expect(await page('KA-2024-0014')).toContain('Schulträger')
  expect(await page('KA-2024-0999')).toMatch(/keinen Vorgang|gibt es nicht/)
})
