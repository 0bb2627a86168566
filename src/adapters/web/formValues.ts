import type { Form, FormField } from '../../reply/form.ts'

/** What is wrong with a field, as far as the form itself can tell. */
export interface FieldFault {
  key: string
  /** German, whole, without what was typed. */
  sentence: string
}

/** Name of the input that asks for an argument; nothing else of the form can be called so. */
export const fieldName = (key: string) => `feld.${key}`

/** As much as the line of the chat takes. */
const longestLine = 2000

/** What was filled in, by keys of the form's own fields; line ends as people mean them. */
export function valuesOf({ fields }: Form, body: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ key }) => [key, (body.get(fieldName(key)) ?? '').replace(/\r\n?/g, '\n').trim()]),
  )
}

/** The fields that were filled in. */
export function filledIn(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

/** Whether the values mean something is asked of the command; here only what holds for every form. */
export function faultsIn({ fields }: Form, values: Readonly<Record<string, string>>): FieldFault[] {
  return fields.flatMap(field => {
    const sentence = faultOf(field, values[field.key] ?? '')
    return sentence === null ? [] : [{ key: field.key, sentence }]
  })
}

function faultOf(field: FormField, value: string): string | null {
  if (value === '') return field.required ? emptySentences[field.kind] : null
  switch (field.kind) {
    case 'choice':
      return field.choices.some(each => each.value === value) ? null : emptySentences.choice
    case 'lines':
      return tooLong(value, field.most)
    case 'line':
    case 'day':
      return tooLong(value, longestLine)
  }
}

const emptySentences: Record<FormField['kind'], string> = {
  line: 'Bitte ausfüllen.',
  lines: 'Bitte ausfüllen.',
  day: 'Bitte einen Tag angeben.',
  choice: 'Bitte auswählen.',
}

function tooLong(value: string, most: number): string | null {
  const length = [...value].length
  return length > most ? `Bitte auf ${most} Zeichen kürzen, es sind ${length}.` : null
}
