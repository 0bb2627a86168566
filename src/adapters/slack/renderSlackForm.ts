import type { Form, FormField } from '../../reply/form.ts'
import { slackLimits as limits } from './slackLimits.ts'
import { mrkdwn, plain } from './slackText.ts'

type Plain = { type: 'plain_text'; text: string; emoji: false }
interface Option {
  text: Plain
  value: string
}

/** The elements that we ask with; a part of Slack's Block Kit. */
export type SlackInput =
  | {
      type: 'plain_text_input'
      action_id: string
      multiline: boolean
      max_length: number
      initial_value?: string
    }
  | { type: 'datepicker'; action_id: string; initial_date?: string }
  | { type: 'static_select'; action_id: string; options: Option[]; initial_option?: Option }
  | {
      type: 'static_select'
      action_id: string
      option_groups: { label: Plain; options: Option[] }[]
      initial_option?: Option
    }

export type SlackFormBlock =
  | { type: 'section'; text: { type: 'mrkdwn'; text: string; verbatim: true } }
  | { type: 'input'; block_id: string; label: Plain; hint?: Plain; optional: boolean; element: SlackInput }

/** Begins the id of every block that asks; the key of the argument follows. */
export const fieldPrefix = 'feld:'
const actionId = 'wert'

/** A form as the content of a modal, within all limits. A title that does not fit stands whole as the first line. */
export function renderSlackForm(form: Form): { title: Plain; submit: Plain; blocks: SlackFormBlock[] } {
  const whole: SlackFormBlock[] =
    form.title.length > limits.viewTitle
      ? [
          {
            type: 'section',
            text: { type: 'mrkdwn', text: mrkdwn(form.title, limits.sectionText), verbatim: true },
          },
        ]
      : []
  return {
    title: plainText(form.title, limits.viewTitle),
    submit: plainText(form.submit, limits.viewTitle),
    blocks: [...whole, ...form.fields.slice(0, limits.viewBlocks - 1).map(inputBlock)],
  }
}

function inputBlock(field: FormField): SlackFormBlock {
  return {
    type: 'input',
    block_id: `${fieldPrefix}${field.key}`,
    label: plainText(field.label, limits.inputLabel),
    ...(field.hint ? { hint: plainText(field.hint, limits.inputHint) } : {}),
    optional: !field.required,
    element: element(field),
  }
}

function element(field: FormField): SlackInput {
  switch (field.kind) {
    case 'line':
      return textInput(field.initial, false, limits.inputText)
    case 'lines':
      return textInput(field.initial, true, field.most)
    case 'day':
      return {
        type: 'datepicker',
        action_id: actionId,
        ...(field.initial && /^\d{4}-\d\d-\d\d$/.test(field.initial) ? { initial_date: field.initial } : {}),
      }
    case 'choice':
      return menu(field.choices, field.initial)
  }
}

function textInput(initial: string | null, multiline: boolean, most: number): SlackInput {
  const room = Math.max(1, Math.min(most, limits.inputText))
  return {
    type: 'plain_text_input',
    action_id: actionId,
    multiline,
    max_length: room,
    // Slack opens no modal whose text is longer than it may become.
    ...(initial ? { initial_value: initial.slice(0, room) } : {}),
  }
}

/**
 * A menu of up to 10,000 choices: more than 100 only fit as groups. Where Slack cannot carry the choices (none, or a value that is
 * too long) they are typed; what is typed is read in the same way.
 */
function menu(choices: { value: string; label: string }[], initial: string | null): SlackInput {
  const most = limits.options ** 2
  const carried = choices.every(({ value }) => value !== '' && value.length <= limits.optionValue)
  if (choices.length === 0 || choices.length > most || !carried)
    return textInput(initial, false, limits.inputText)
  const options = [...new Map(choices.map(each => [each.value, option(each)])).values()]
  const chosen = options.find(each => each.value === initial)
  const rest = { action_id: actionId, ...(chosen ? { initial_option: chosen } : {}) }
  if (options.length <= limits.options) return { type: 'static_select', options, ...rest }
  const groups = Array.from({ length: Math.ceil(options.length / limits.options) }, (_, i) =>
    options.slice(i * limits.options, (i + 1) * limits.options),
  )
  return { type: 'static_select', option_groups: groups.map(group), ...rest }
}

/** "Appen – Ellerhoop": from the first to the last of its choices. */
function group(options: Option[]) {
  const [first, last] = [options[0]!, options.at(-1)!] // a group has an option
  const label = `${first.text.text.slice(0, 35)} – ${last.text.text.slice(0, 35)}`
  return { label: plainText(label, limits.optionText), options }
}

function option({ value, label }: { value: string; label: string }): Option {
  return { text: plainText(label, limits.optionText), value }
}

function plainText(text: string, limit: number): Plain {
  return { type: 'plain_text', text: plain(text, limit), emoji: false }
}
