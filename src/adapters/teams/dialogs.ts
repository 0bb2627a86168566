import type { Form } from '../../reply/form.ts'
import type { Reply } from '../../reply/reply.ts'
import { cardType } from './message.ts'
import { renderTeams } from './renderTeams.ts'
import { renderTeamsForm } from './renderTeamsForm.ts'
import type { TeamsCard } from './teamsCard.ts'
import { teamsLimits } from './teamsLimits.ts'
import { teamsLine } from './teamsText.ts'

/*
 * Dialogs of Teams (learn.microsoft.com, "Dialogs"): the answer to an invoke. A dialog is seen by one person only, opens on desktop,
 * web and telephone, and what a form asks stays out of the channel; a form as a card in the channel would stand there for all.
 */

/** The answer to an invoke. */
export interface InvokeAnswer {
  status: number
  body?: unknown
}

export function formDialog(form: Form): InvokeAnswer {
  return dialog(form.title, renderTeamsForm(form))
}

/** A Reply for the one person who sees the dialog. */
export function replyDialog(reply: Reply): InvokeAnswer {
  const { text, card } = renderTeams(reply)
  return dialog(text, card)
}

/** One sentence in a dialog of its own. */
export function saidInDialog(sentence: string): InvokeAnswer {
  return { status: 200, body: { task: { type: 'message', value: sentence } } }
}

/** The preview of a link. */
export function linkCard(reply: Reply): InvokeAnswer {
  const { text, card } = renderTeams(reply, { buttons: 'links' })
  return {
    status: 200,
    body: {
      composeExtension: {
        type: 'result',
        attachmentLayout: 'list',
        attachments: [
          {
            contentType: cardType,
            content: card,
            preview: {
              contentType: 'application/vnd.microsoft.card.thumbnail',
              content: { title: text },
            },
          },
        ],
      },
    },
  }
}

/** The dialog closes. */
export const closed: InvokeAnswer = { status: 200 }

export function isForm(given: Form | Reply): given is Form {
  return 'fields' in given
}

function dialog(title: string, card: TeamsCard): InvokeAnswer {
  return {
    status: 200,
    body: {
      task: {
        type: 'continue',
        value: {
          title: teamsLine(title, teamsLimits.dialogTitle) || 'Klassenassistenz',
          width: 'medium',
          height: 'medium',
          card: { contentType: cardType, content: card },
        },
      },
    },
  }
}
