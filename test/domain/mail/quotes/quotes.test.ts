import { describe, expect, test } from 'vitest'
import { visibleText } from '../../../../src/domain/mail/quotes/visibleText.ts'
import { marked, question, quotedBy, unmarked } from './programs.ts'

const answer = 'Guten Tag,\n\ner geht in die 2b der Grundschule Uetersen.\n\nGruß\nUwe Thiessen'

const device = /^(?:Von meinem|Outlook für).*\n+/m

function filled(text: string): string[] {
  return text.split('\n').filter(line => line.trim() !== '')
}

describe.each([...unmarked, ...marked])('an answer written with $name', program => {
  test('above the old letter is the newest text', () => {
    const old = `${program.head}\n\n${quotedBy(program, question)}`
    const { newest, quoted } = visibleText(`${answer}\n\n${old}`)
    expect(filled(newest)).toEqual(filled(`${answer}\n${device.exec(old)?.[0] ?? ''}`))
    expect(filled(quoted)).toEqual(filled(old.replace(device, '')))
  })

  test('is the newest text also with Windows line ends and no blank line above the head', () => {
    const { newest } = visibleText(
      `${answer}\n${program.head}\n${quotedBy(program, question)}`.replaceAll('\n', '\r\n'),
    )
    expect(newest).toMatch(/^Guten Tag,\n\ner geht[^>]+Uwe Thiessen(?:\n(?:Von meinem|Outlook für).*)?$/)
  })
})

describe.each(marked)('an answer written with $name', program => {
  test('below the old letter is the newest text', () => {
    const { newest } = visibleText(`${program.head}\n\n${quotedBy(program, question)}\n\n${answer}`)
    expect(newest.replace(device, '')).toBe(answer)
  })

  test('between the lines of the old letter is the newest text', () => {
    const between = [
      'Moin,\n',
      program.head,
      '> Guten Tag Herr Thiessen,\n>\n> an welcher Schule ist Ihr Kind,',
      'In Uetersen.\n',
      '> und in welcher Klasse?\n',
      'In der 2b.',
    ]
    const { newest, quoted } = visibleText(between.join('\n'))
    expect(newest.replace(device, '')).toMatch(/^Moin,\n+In Uetersen\.\n+In der 2b\.$/)
    expect(quoted).toContain('und in welcher Klasse?')
  })
})
