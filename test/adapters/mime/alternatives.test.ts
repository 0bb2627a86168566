import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../src/adapters/mime/readLetter.ts'
import { programmeNamed } from '../../../src/buildWorld.ts'
import { classifyLetter } from '../../../src/domain/classify/classifyLetter.ts'

const programme = programmeNamed('pinneberg')

/** A mail with the same letter as plain text and as HTML, or so it says. */
function both(plain: string, html: string): Buffer {
  return Buffer.from(
    [
      'From: Eva <eva@mail.example>',
      'Subject: Frage',
      'Content-Type: multipart/alternative; boundary=g',
      '',
      '--g\nContent-Type: text/plain; charset=utf-8',
      '',
      plain,
      '--g\nContent-Type: text/html; charset=utf-8',
      '',
      html,
      '--g--',
      '',
    ].join('\n'),
  )
}

const request =
  'Guten Tag, unsere Schule in Elmshorn sucht für die Klasse 3b eine Assistenz. Wann geht es los?'
const stub = 'Diese Nachricht kann nur in HTML angezeigt werden.'

describe('of a letter in two forms', () => {
  test('the plain one is shown when both say the same, and nothing is read twice', async () => {
    const letter = await readLetter(both(request, `<p>${request.replace('. ', '.<br><b>')}</b></p>`))
    expect(letter.newestText).toBe(request)
    expect(letter.aside).toBeUndefined()
  })

  test('the HTML is shown when the plain one is a stub', async () => {
    const letter = await readLetter(both(stub, `<p>${request}</p>`))
    expect(letter.newestText).toBe(request)
    expect(letter.text).not.toContain(stub)
    expect(classifyLetter(programme, letter)).toMatchObject({ place: 'Elmshorn' })
  })

  test('the HTML is shown when the plain one breaks off', async () => {
    const letter = await readLetter(both('Guten Tag, unsere Schule', `<p>${request}</p>`))
    expect(letter.newestText).toBe(request)
    expect(letter.aside).toBeUndefined()
  })

  test('the plain one stays when it says more than the HTML', async () => {
    expect((await readLetter(both(request, `<p>${stub}</p>`))).newestText).toBe(request)
  })

  test('a child in danger rings from the form that is not shown too', async () => {
    const danger = 'Papa schlägt mich.'
    const letter = await readLetter(both(`${request}\n${request}`, `<p>${request}</p><p>${danger}</p>`))
    expect(letter.newestText).not.toContain(danger)
    const found = classifyLetter(programme, letter)
    expect(found.urgentChildProtection).toBe(true)
    expect(found.because.find(each => each.axis === 'urgent_child_protection')?.kind).toContain(
      'in der nicht gezeigten Fassung des Textes',
    )
    const turned = await readLetter(both(`${stub} ${danger}`, `<p>${request}</p>`))
    expect(turned.newestText).toBe(request)
    expect(classifyLetter(programme, turned).urgentChildProtection).toBe(true)
  })
})
