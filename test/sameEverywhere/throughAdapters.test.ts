import { PassThrough, Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTerminal } from '../../src/adapters/terminal/startTerminal.ts'
import { askedUsage } from '../../src/chat/commandLine.ts'
import { localPerson } from '../../src/people.ts'
import { commands } from '../../src/registry.ts'
import { eventually } from '../peers/slack.ts'
import { slashCommand } from '../peers/slackPayloads.ts'
import { toBot } from '../peers/teamsActivities.ts'
import { openHouse } from './house.ts'
import { type Read, readBlocks, readCard, readHtml, readText } from './reading.ts'

/*
 * The same through the real ways in: a signed slash command, an activity with a token, a form of the page, a line of the terminal. One
 * process, one web server, one database.
 */
let house: Awaited<ReturnType<typeof openHouse>>
let kla: Awaited<ReturnType<(typeof house)['replica']>>
beforeAll(async () => {
  house = await openHouse()
  kla = await house.replica()
})
afterAll(() => house.stop())

const ways: Record<string, (text: string) => Promise<Read>> = {
  async terminal(text) {
    const input = new PassThrough()
    let written = ''
    const output = Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          written += String(chunk)
          done()
        },
      }),
      { columns: 110 },
    )
    const ended = Promise.withResolvers<void>()
    startTerminal({
      input,
      output,
      core: kla,
      usage: action => askedUsage(commands, action),
      person: localPerson(kla.world.people, 'terminal'),
      onEnd: ended.resolve,
    })
    input.end(`${text}\n`)
    await ended.promise
    return readText(written)
  },
  async web(text) {
    const entry = await fetch(kla.webUrl)
    const response = await fetch(new URL('/frage', kla.webUrl), {
      method: 'POST',
      headers: {
        cookie: entry.headers.get('set-cookie')!.split(';')[0]!,
        'sec-fetch-site': 'same-origin',
        accept: 'application/json',
      },
      body: new URLSearchParams({ text }),
    })
    const { html } = (await response.json()) as { html: string }
    return readHtml(html.slice(html.indexOf('<div class="reply">')))
  },
  async slack(text) {
    const { slack } = house
    const responseUrl = slack.responseUrl()
    const body = slashCommand({ text, channel: 'D0COORD', responseUrl })
    expect((await kla.fromSlack({ kind: 'command', body })).status).toBe(200)
    const said = await eventually(() => slack.responses.find(each => responseUrl.endsWith(each.path)))
    return readBlocks(said.body.blocks as never)
  },
  async teams(text) {
    const { teams } = house
    const before = teams.posted.length
    await kla.fromTeams(toBot(teams, text))
    const said = await eventually(() => teams.posted[before])
    return readCard(said.body.attachments[0].content.body)
  },
}

/** Each is asked in one of the house's ways and in both clouds. */
test.each([
  { text: 'status region Elmshorn', shows: 'Region 1' },
  { text: 'fristen diese Woche', shows: 'KA-2024-0017' },
  { text: 'vorgang liste', shows: 'KA-2024-0014' },
  { text: 'vorgang zeige 17', shows: 'Zeitplan' },
  { text: 'stauts region elmshron', shows: 'Elmshorn' },
  { text: 'status region Bremen', shows: 'Bremen' },
])(
  '„$text“ reads the same on Slack and Teams, and the same in terminal and page',
  async ({ text, shows }) => {
    const [terminal, web] = [await ways.terminal!(text), await ways.web!(text)]
    const [onSlack, onTeams] = [await ways.slack!(text), await ways.teams!(text)]
    // The terminal is narrow, its tables may be lists; what stands in it is the same.
    expect([...new Set(terminal.words)].sort()).toEqual([...new Set(web.words)].sort())
    expect(onTeams).toEqual(onSlack)
    expect(web.words.join(' ')).toContain(shows)
    expect(onSlack.words.join(' ')).toContain(shows)
  },
)

test.each(['hilfe status', 'meilensteine', 'status region Bremen'])(
  '„%s“, which holds nothing protected, reads the same in all four',
  async text => {
    const web = await ways.web!(text)
    expect(await ways.slack!(text)).toEqual(web)
    expect(await ways.teams!(text)).toEqual(web)
    expect([...new Set((await ways.terminal!(text)).words)].sort()).toEqual([...new Set(web.words)].sort())
  },
)
