import { PassThrough, Readable } from 'node:stream'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { renderSlack } from '../../src/adapters/slack/renderSlack.ts'
import { programmeNamed } from '../../src/buildWorld.ts'
import { leavingFor, previewLines } from '../../src/cli/preview.ts'
import { renderHtml } from '../../src/reply/renderHtml.ts'
import { renderText } from '../../src/reply/renderText.ts'
import { plantedLetters } from './plantedLetters.ts'

const programme = programmeNamed('pinneberg')
const now = Temporal.Instant.from('2024-04-22T09:00:00+02:00')

async function run(lines: (object | string)[]) {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const texts = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line)))
  const status = await previewLines(programme, now, {
    stdin: Readable.from([texts.join('\n')]),
    stdout,
    stderr,
  })
  const results = String(stdout.read() ?? '')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as { id: unknown; posts: string[]; acknowledgement: string | null })
  return { status, results, errors: String(stderr.read() ?? '') }
}

describe('kla preview', () => {
  test('shows the post and the acknowledgement of a general question', async () => {
    const { status, results } = await run([
      {
        id: 1,
        text: 'als Schulleiterin der Grundschule frage ich: Wann startet die Klassenassistenz in Elmshorn?',
      },
    ])
    expect(status).toBe(0)
    expect(results[0]!.posts[0]).toContain('Neue Anfrage KA-2024-0001 · Schule · Zeitplan · Elmshorn')
    expect(results[0]!.acknowledgement).toContain('KA-2024-0001')
  })

  test('a hint at danger reaches no channel, and its answer is the ordinary one', async () => {
    const { results } = await run([
      { id: 1, text: 'Der Vater hat das Kind mit dem Gürtel geschlagen.' },
      { id: 2, text: 'Ist das so richtig?' },
    ])
    expect(results[0]!.posts).toEqual([])
    expect(results[0]!.acknowledgement).toBe(results[1]!.acknowledgement)
  })

  test('a bidder reaches no channel', async () => {
    const { results } = await run([
      { id: 1, text: 'Wir planen einen Teilnahmeantrag für Los 2. Hilfen gGmbH' },
    ])
    expect(results[0]!.posts).toEqual([])
    expect(results[0]!.acknowledgement).toContain('Vergabestelle')
  })

  test('an automatic letter gets no answer and no post', async () => {
    const { results } = await run([
      {
        id: 1,
        from_address: 'mailer-daemon@post.example',
        subject: 'Undelivered Mail',
        text: 'could not be delivered',
      },
    ])
    expect(results[0]).toEqual({ id: 1, posts: [], acknowledgement: null })
  })

  test('each level shows what would stand in the channels at it', async () => {
    const text =
      'Guten Tag, wann startet die Klassenassistenz in Elmshorn? Frau Quastenberg weiß es auch nicht.\nGruß Katja Brandt'
    const levels = ['metadaten', 'auszug', 'voll']
    const { results } = await run(levels.map(level => ({ id: 1, from_name: 'Katja Brandt', text, level })))
    const [metadaten, auszug, voll] = results.map(each => each.posts.join('\n'))
    expect(metadaten).not.toMatch(/weiß es auch nicht|Quastenberg|Brandt/)
    expect(auszug).toContain(
      'Auszug (Namen entfernt):\nwann startet die Klassenassistenz in Elmshorn? Frau [Name] weiß es auch nicht.',
    )
    expect(auszug).not.toMatch(/Quastenberg|Brandt/)
    expect(voll).toContain('Frau Quastenberg')
    expect(new Set(results.map(each => each.acknowledgement)).size).toBe(1)
  })

  test('a single child is no more to be seen at voll than at metadaten', async () => {
    const text =
      'Unser Sohn Jonte hat Epilepsie. Wir haben einen Bescheid, aber seine Schulbegleiterin ist krank.'
    const { results } = await run(['metadaten', 'auszug', 'voll'].map(level => ({ id: 1, text, level })))
    expect(results[0]!.posts[0]).toContain('Einzelfall')
    expect(results[1]).toEqual(results[0])
    expect(results[2]).toEqual(results[0])
  })

  test('a line that does not fit is named, the others go on', async () => {
    const { status, results, errors } = await run([
      { id: 1, text: 'x', level: 'alles' },
      '[',
      { id: 2, text: 'x' },
    ])
    expect(status).toBe(1)
    expect(results.map(each => each.id)).toEqual([2])
    expect(errors).toMatch(/^Zeile 1: .*\nZeile 2: /)
  })
})

describe('nothing of a person leaves the house', () => {
  const letters = plantedLetters()

  test('there are at least 200 letters, each with many planted details', () => {
    expect(letters.length).toBeGreaterThanOrEqual(200)
    for (const letter of letters) expect(letter.planted.length).toBeGreaterThanOrEqual(5)
  })

  test('no planted name, diagnosis, account, phone, address, school and class is in any rendering', () => {
    const leaks: string[] = []
    let posts = 0
    for (const letter of letters) {
      const leaving = leavingFor(programme, now, letter)
      posts += leaving.posts.length
      const everything = [
        ...leaving.posts.flatMap(post => [
          renderText(post),
          renderText(post, { actions: 'labels', width: 40 }),
          renderHtml(post),
          JSON.stringify(renderSlack(post)),
          JSON.stringify(post),
        ]),
        leaving.acknowledgement ? Object.values(leaving.acknowledgement).join('\n') : '',
      ].join('\n')
      for (const planted of letter.planted)
        if (everything.toLowerCase().includes(planted.toLowerCase())) leaks.push(`${letter.id}: ${planted}`)
    }
    expect(leaks).toEqual([])
    // The control: something did leave, so the search had where to look.
    expect(posts).toBeGreaterThan(100)
  })
})
