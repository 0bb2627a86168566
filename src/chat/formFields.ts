import type { Programme } from '../domain/programme/programme.ts'
import { outsideReceivers } from '../domain/ticket/receivers.ts'
import type { FormField } from '../reply/form.ts'
import type { ArgSpec, ChoiceSpec, PersonSpec } from './arguments/args.ts'
import { functionNames, personAt } from './arguments/readPerson.ts'
import { cleanText, wordsOf } from './words.ts'

/** What the choices of a form are made of. */
export interface FieldNeeds {
  programme: Programme
  /** How the asker is called in Vorgänge. */
  asker: string
}

/** Longer lists are typed, not chosen from. */
const mostChoices = 100
/** Characters that a field for several lines takes. */
const longestClause = 600
const longestText = 3000

/** The field for an argument; null: what a person cannot be asked for. A hint says what may be typed, so a list of names has none. */
export function fieldFor(key: string, spec: ArgSpec, needs: FieldNeeds): FormField | null {
  const common = {
    key,
    label: capital(spec.label),
    hint: spec.hint ?? null,
    required: spec.required === true,
    initial: null,
  }
  switch (spec.kind) {
    case 'choice':
      return { ...common, kind: 'choice', choices: choicesOf(spec) }
    case 'person':
      return { ...common, hint: null, kind: 'choice', choices: receivers(spec, needs) }
    case 'place': {
      const names = placeNames(needs.programme)
      return names.length > mostChoices
        ? { ...common, kind: 'line' }
        : { ...common, hint: null, kind: 'choice', choices: names.map(same) }
    }
    case 'day':
      return { ...common, kind: 'day' }
    case 'clause':
      return { ...common, kind: 'lines', most: longestClause }
    case 'text':
    case 'letter':
      return { ...common, kind: 'lines', most: longestText }
    // It stands in a button.
    case 'code':
      return null
    case 'ticket':
    case 'range':
    case 'when':
    case 'shift':
    case 'deadline':
    case 'title':
    case 'name':
    case 'number':
    case 'money':
    case 'mail':
      return { ...common, kind: 'line' }
  }
}

const same = (name: string) => ({ value: name, label: name })

/** The first word of each value is the one that is shown; it reads back the same. */
function choicesOf({ choices }: ChoiceSpec): { value: string; label: string }[] {
  return Object.entries(choices).map(([value, words]) => ({
    value: words[0] ?? value,
    label: capital(words[0] ?? value),
  }))
}

/** The asker first, then every function that a person could type; a name with signs in it that nobody types is left out. */
function receivers({ outside }: PersonSpec, { programme: { profile }, asker }: FieldNeeds) {
  const more = outside ? outsideReceivers : []
  const names = [...new Set([...functionNames(profile), ...more])].filter(name => {
    const words = wordsOf(cleanText(name))
    const read = personAt(profile, asker, words, 0, more)
    return (
      name !== asker &&
      read?.length === words.length &&
      read.value.kind === 'named' &&
      read.value.name === name
    )
  })
  const myself = outside ? [] : [{ value: 'ich', label: `ich (${asker})` }]
  return [...myself, ...names.map(same)].slice(0, mostChoices)
}

function placeNames({ profile }: Programme): string[] {
  return profile.orte.map(place => place.name)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
