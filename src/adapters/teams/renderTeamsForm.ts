import type { Form, FormField } from '../../reply/form.ts'
import { heading, text } from './renderTeams.ts'
import { type CardElement, type CardInput, cardOf, missing, type TeamsCard } from './teamsCard.ts'
import { teamsLimits as limits } from './teamsLimits.ts'
import { teamsLine } from './teamsText.ts'

/** Ids of inputs begin so: what Teams and we put beside them into the data cannot be taken for an answer. */
const prefix = 'feld_'

/** A form as a card, for a dialog or a conversation with one person. */
export function renderTeamsForm(form: Form): TeamsCard {
  const shown = form.fields.slice(0, limits.fields)
  const title = teamsLine(form.title, limits.heading)
  return cardOf(
    title || 'Formular',
    [
      ...heading(form.title),
      ...shown.flatMap(field),
      ...(form.fields.length > shown.length ? [missing(form.fields.length - shown.length)] : []),
    ],
    [
      {
        type: 'Action.Submit',
        title: teamsLine(form.submit, limits.buttonLabel) || 'Senden',
        data: { kla: { command: form.command } },
      },
    ],
  )
}

/** What was filled in, by keys of the arguments; fields that were left empty are absent. */
export function filledIn(data: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([id, value]) =>
      id.startsWith(prefix) && typeof value === 'string' && value.trim() !== ''
        ? [[id.slice(prefix.length), value] as const]
        : [],
    ),
  )
}

function field(each: FormField): CardElement[] {
  const hint = each.hint ? teamsLine(each.hint) : ''
  return [input(each), ...(hint ? [text(hint, { isSubtle: true, size: 'Small' })] : [])]
}

function input(each: FormField): CardInput {
  const label = teamsLine(each.label, limits.heading) || each.key
  const common = {
    id: prefix + each.key,
    label,
    isRequired: each.required,
    errorMessage: `Bitte ausfüllen: ${label}`,
    ...(each.initial !== null ? { value: each.initial } : {}),
  }
  switch (each.kind) {
    case 'line':
      return { type: 'Input.Text', isMultiline: false, maxLength: 500, ...common }
    case 'lines':
      return { type: 'Input.Text', isMultiline: true, maxLength: each.most, ...common }
    case 'day':
      return { type: 'Input.Date', ...common }
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        // With more than a handful one wants to type the first letters.
        style: each.choices.length > 10 ? 'filtered' : 'compact',
        choices: each.choices
          .slice(0, limits.choices)
          .map(({ value, label }) => ({ title: teamsLine(label, limits.cell) || value, value })),
        ...common,
      }
  }
}
