/** What a person fills in to complete a command, made from the command's own arguments; no platform knows more than this. */
export interface Form {
  /** "KA-2024-0017 abgeben". Free of personal data. */
  title: string
  /** What was chosen already, "vorgang abgeben KA-2024-0017"; comes back as the text, with what was filled in beside it. */
  command: string
  /** Label of the button that sends it, "Abgeben". */
  submit: string
  fields: FormField[]
}

export type FormField = {
  /** Key of the argument. */
  key: string
  label: string
  /** A sentence below the field; null: none. */
  hint: string | null
  required: boolean
  initial: string | null
} & (
  | { kind: 'line' }
  | { kind: 'lines'; most: number }
  /** An ISO date. */
  | { kind: 'day' }
  | { kind: 'choice'; choices: { value: string; label: string }[] }
)
