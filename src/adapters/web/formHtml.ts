import type { Form, FormField } from '../../reply/form.ts'
import { renderHtml } from '../../reply/renderHtml.ts'
import type { Reply } from '../../reply/reply.ts'
import { type FieldFault, fieldName } from './formValues.ts'
import { type Html, html } from './html.ts'

export interface ShownForm {
  form: Form
  /** Keys that were asked for, as they came: "assignee,reason". */
  asks: string
  /** Rank of its title: 1 on a page of its own, 3 within an answer. */
  level: 1 | 3
  /** Tells the ids of one form on a page from those of another. */
  id: string
  /** What was filled in before, by key; absent: the form is new. */
  values?: Readonly<Record<string, string>>
  faults?: readonly FieldFault[]
  /** What we said to what was filled in before. */
  refused?: Reply
}

/**
 * A form that works without script, and in place with it (formular.js). What is wrong stands above all fields as a list of links and at each
 * field, tied to it, so that it is heard with the field (WCAG 2.1, 3.3.1 and 1.3.1).
 */
export function formHtml(shown: ShownForm): Html {
  const { form, asks, id } = shown
  return html`<form class="formular" method="post" action="/formular" novalidate aria-labelledby="${id}-titel">
${heading(shown.level, html`${form.title}`, html` id="${id}-titel"`)}
<input type="hidden" name="befehl" value="${form.command}"><input type="hidden" name="fragt" value="${asks}"><input type="hidden" name="kennung" value="${id}">
${faultsHtml(shown)}${form.fields.map(field => fieldHtml(field, shown))}
<p class="actions"><button>${form.submit}</button> <a class="button cancel" href="/">Abbrechen</a></p>
</form>`
}

function heading(level: number, text: Html, attributes: Html | null = null): Html {
  const tag = { html: `h${level}` }
  return html`<${tag}${attributes}>${text}</${tag}>`
}

function faultsHtml({ form, id, level, faults = [], refused }: ShownForm): Html | null {
  if (refused)
    return html`<div class="faults" role="alert" tabindex="-1">${{ html: renderHtml(refused, { headingLevel: level === 1 ? 2 : 4, actions: 'none' }) }}</div>`
  if (faults.length === 0) return null
  const labels = new Map(form.fields.map(field => [field.key, field.label]))
  return html`<div class="faults" role="alert" tabindex="-1">${heading(level + 1, html`Es fehlt noch etwas`)}<ul>${faults.map(
    ({ key, sentence }) => html`<li><a href="#${id}-${key}">${labels.get(key) ?? key}: ${sentence}</a></li>`,
  )}</ul></div>`
}

function fieldHtml(field: FormField, { id: form, values, faults = [] }: ShownForm): Html {
  const id = `${form}-${field.key}`
  const fault = faults.find(each => each.key === field.key)
  const described = [...(field.hint ? [`${id}-hinweis`] : []), ...(fault ? [`${id}-fehler`] : [])]
  const attributes = html` id="${id}" name="${fieldName(field.key)}"${field.required ? html` required` : null}${
    fault ? html` aria-invalid="true"` : null
  }${described.length > 0 ? html` aria-describedby="${described.join(' ')}"` : null}`
  return html`<div class="field">
<label for="${id}">${field.label}${field.required ? null : html` <span class="optional">(freiwillig)</span>`}</label>
${field.hint ? html`<p class="hint" id="${id}-hinweis">${field.hint}</p>` : null}${
  fault ? html`<p class="fault" id="${id}-fehler">${fault.sentence}</p>` : null
}${inputHtml(field, attributes, values ? (values[field.key] ?? '') : (field.initial ?? ''))}
</div>
`
}

function inputHtml(field: FormField, attributes: Html, value: string): Html {
  switch (field.kind) {
    case 'line':
      return html`<input type="text"${attributes} value="${value}" autocomplete="off">`
    case 'lines':
      // A line feed right behind the tag is not part of the value (HTML Living Standard, 13.1.2.5).
      return html`<textarea${attributes} rows="4">
${value}</textarea>`
    case 'day':
      // Old browsers show it as a line; then the day is typed as everywhere else.
      return html`<input type="date"${attributes} value="${value}">`
    case 'choice': {
      const known = field.choices.some(each => each.value === value)
      return html`<select${attributes}>${
        known && field.required
          ? null
          : html`<option value="">${field.required ? 'Bitte wählen' : 'keine Angabe'}</option>`
      }${field.choices.map(
        each =>
          html`<option value="${each.value}"${each.value === value ? html` selected` : null}>${each.label}</option>`,
      )}</select>`
    }
  }
}
