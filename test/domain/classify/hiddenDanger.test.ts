import { describe, expect, test } from 'vitest'
import { look } from './look.ts'

const danger = 'Der Vater hat das Kind mit dem Gürtel geschlagen.'

describe('a child in danger rings', () => {
  test.each([...'\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202e\u2066\u2069\u034f'])(
    'though an invisible character stands inside the words: %j',
    mark => {
      expect(look(danger.replace(/(\p{L}{2})(?=\p{L})/gu, `$1${mark}`)).urgentChildProtection).toBe(true)
    },
  )

  test.each([
    danger.replaceAll(' ', '\n'),
    'Guten Tag,\n\nmein Papa\nschlägt mich\n\nViele Grüße',
    'Der Vater hat\ndas Kind mit\r\ndem Gürtel\r\ngeschlagen.',
  ])('though lines break between the words: %j', text => {
    expect(look(text).urgentChildProtection).toBe(true)
  })

  test.each([0.25, 0.5, 0.99])('behind and before a megabyte of other sentences, at %d of them', at => {
    let text = ''
    for (let i = 0; text.length < 1_000_000; i++) text += `Das ist der Satz ${i} über Stühle und Tische. `
    const place = text.indexOf('. ', text.length * at - 50) + 2
    expect(look(`${text.slice(0, place)}${danger} ${text.slice(place)}`).urgentChildProtection).toBe(true)
  })
})

test('lists and signatures with a name on each line ring for nobody', () => {
  expect(
    look(
      'Guten Tag,\n\nwir brauchen:\nHilfe\nStühle\nTische\n\nViele Grüße\nEva Vater\nSchlägerweg 3\nElmshorn',
    ).urgentChildProtection,
  ).toBe(false)
})
