import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readAt } from '../../src/chat/arguments/readArg.ts'
import { formFor } from '../../src/chat/form.ts'
import { fieldFor } from '../../src/chat/formFields.ts'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { cleanText, wordsOf } from '../../src/chat/words.ts'
import { commands } from '../../src/registry.ts'
import type { Form } from '../../src/reply/form.ts'
import type { Person } from '../../src/reply/incoming.ts'
import { profileNames, programmeNamed } from '../domain/programme/profiles.ts'

const coordinator: Person = {
  id: 'web',
  name: 'Koordination Jugendamt',
  roles: ['koordination_jugendamt'],
}
const place = { platform: 'slack', shared: true, channel: 'C1', thread: null }

function asked(text: string, asks?: readonly string[], by = coordinator, name = 'pinneberg') {
  const programme = programmeNamed(name)
  const now = () => Temporal.Instant.from('2024-04-22T09:14:00+02:00')
  const needs = { programme, now, commands: offeredCommands(programme, commands) }
  return formFor(needs, { text, person: by, place }, asks)
}

describe('a form is made from what a command takes', () => {
  test('it asks for what was not said, with the words of its arguments', () => {
    const form = asked('vorgang abgeben KA-2024-0017') as Form
    expect(form).toMatchObject({
      title: 'KA-2024-0017 abgeben',
      command: 'vorgang abgeben KA-2024-0017',
      submit: 'Abgeben',
    })
    expect(form.fields.map(({ key, kind, required, label }) => [key, kind, required, label])).toEqual([
      ['assignee', 'choice', true, 'Neue zuständige Stelle'],
      ['reason', 'lines', true, 'Grund'],
    ])
    const [assignee] = form.fields
    const names = assignee?.kind === 'choice' ? assignee.choices.map(each => each.value) : []
    expect(names).toContain('Koordination Schulamt')
    expect(names).toContain('anderes Jugendamt')
    expect(names).not.toContain('Koordination Jugendamt')
  })

  test('what was said already is not asked for again', () => {
    const form = asked('vorgang abgeben KA-2024-0017 an Schulamt') as Form
    expect(form.fields.map(field => field.key)).toEqual(['reason'])
  })

  test('a button can ask for some of it only; confirmations are never asked for', () => {
    const form = asked('vorgang einordnen KA-17', ['stakeholder', 'topic', 'region', 'urgent']) as Form
    expect(form.fields.map(field => field.key)).toEqual(['stakeholder', 'topic', 'region', 'urgent'])
    expect(form.fields.every(field => !field.required)).toBe(true)
    const [stakeholder, , region] = form.fields
    expect(stakeholder).toMatchObject({ kind: 'choice', label: 'Typ' })
    expect(JSON.stringify(stakeholder)).toContain('{"value":"schulträger","label":"Schulträger"}')
    expect(JSON.stringify(region)).toContain('"Elmshorn"')
    const all = asked('vorgang einordnen KA-17') as Form
    expect(all.fields.map(field => field.key)).toEqual([
      'stakeholder',
      'topic',
      'region',
      'urgent',
      'protection',
    ])
  })

  test('a day is a day, a letter has lines', () => {
    expect(asked('vorgang schlummern KA-17')).toMatchObject({ fields: [{ key: 'until', kind: 'day' }] })
    expect(asked('vorgang antworten KA-17')).toMatchObject({ fields: [{ key: 'text', kind: 'lines' }] })
  })

  test.each(profileNames)('every choice of every command of %s reads back as what it says', name => {
    const programme = programmeNamed(name)
    const today = Temporal.PlainDate.from('2024-04-22')
    const reading = { programme, today, asker: coordinator.name }
    let choices = 0
    for (const { args } of offeredCommands(programme, commands))
      for (const [key, spec] of Object.entries(args)) {
        const field = fieldFor(key, spec, { programme, asker: coordinator.name })
        if (field?.kind !== 'choice') continue
        for (const { value } of field.choices) {
          const words = wordsOf(cleanText(value))
          expect({ value, length: readAt(spec, words, 0, reading)?.length }).toEqual({
            value,
            length: words.length,
          })
          choices++
        }
      }
    expect(choices).toBeGreaterThan(20)
  })
})

describe('a form is not shown', () => {
  test('to who may not use the command', () => {
    const guest: Person = { id: 'slack:U1', name: 'Gast', roles: ['gast'] }
    expect(asked('vorgang abgeben KA-17', undefined, guest)).toMatchObject({ audience: 'asker' })
    expect(asked('vorgang abgeben KA-17', undefined, guest)).not.toHaveProperty('fields')
  })

  test('for what is no command', () => {
    expect(asked('xyz abgeben')).not.toHaveProperty('fields')
  })
})
