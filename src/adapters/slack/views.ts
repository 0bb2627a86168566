import type { types } from '@slack/bolt'
import type { Form } from '../../reply/form.ts'
import type { Reply } from '../../reply/reply.ts'
import { sentence } from './message.ts'
import { renderSlackView } from './renderSlack.ts'
import { renderSlackForm } from './renderSlackForm.ts'
import { slackLimits } from './slackLimits.ts'
import { plain } from './slackText.ts'

/** Modals of ours that are sent. */
export const formCallback = 'kla_form'

/** Opened at once, because the permission to open a modal is gone after three seconds; what belongs there follows. */
export function waitingView(metadata: string): types.ModalView {
  return replyView(sentence('Einen Moment …'), metadata, 'Einen Moment …')
}

/** The fields of a form; its title and buttons are the modal's own. */
export function formView(form: Form, metadata: string): types.ModalView {
  const { title, submit, blocks } = renderSlackForm(form)
  return {
    type: 'modal',
    callback_id: formCallback,
    private_metadata: metadata,
    title,
    submit,
    close: label('Abbrechen'),
    blocks,
  }
}

/** An answer inside a modal. */
export function replyView(reply: Reply, metadata: string, title = 'Antwort'): types.ModalView {
  return {
    type: 'modal',
    private_metadata: metadata,
    title: label(title),
    close: label('Schließen'),
    blocks: renderSlackView(reply),
  }
}

/** What a person sees on our own page. */
export function homeView(reply: Reply, metadata: string): types.HomeView {
  return { type: 'home', private_metadata: metadata, blocks: renderSlackView(reply) }
}

function label(text: string): types.PlainTextElement {
  return { type: 'plain_text', text: plain(text, slackLimits.viewTitle), emoji: false }
}
