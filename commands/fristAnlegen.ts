import { Temporal } from 'temporal-polyfill'
import { actorOf } from '../src/chat/arguments/deadlineArgs.ts'
import { roleOf } from '../src/chat/arguments/roleOf.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { mayReadWords } from '../src/chat/seen/sight.ts'
import { untoldStep } from '../src/domain/process/untold.ts'
import { whenOf } from '../src/domain/process/when.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { addDeadline } from '../src/flows/processes/addDeadline.ts'
import { nameIn } from '../src/flows/processes/deadlineIn.ts'
import { around, lastChange } from '../src/flows/processes/stepAnswers.ts'
import { standLine } from '../src/texts/standNote.ts'
import { changedStepReply, stepSentence } from '../src/texts/steps/stepChangeReplies.ts'
import { refusalSentence } from '../src/texts/steps/stepRefusals.ts'
import { roleWords, whenWords } from '../src/texts/steps/stepWords.ts'

/** Longer titles do not fit into one row. */
const longestTitle = 120

export default defineCommand({
  name: 'frist anlegen',
  aliases: ['frist neu', 'neue frist', 'wiedervorlage anlegen'],
  summary: 'Legt eine eigene Frist an',
  help:
    'Der Titel steht in Anführungszeichen. Zu lesen ist er im Arbeitsplatz; in Kanälen und Chat-Diensten steht nur die Nummer. ' +
    'Mit wer: nennen Sie die Funktion, die erinnert wird.',
  intent: 'deadline_new',
  args: {
    title: { kind: 'title', label: 'Titel', required: true },
    to: { kind: 'when', label: 'Zeitpunkt', required: true, keys: ['bis', 'am', 'zum', 'auf'] },
    role: { kind: 'person', label: 'Funktion', keys: ['wer', 'zuständig', 'für'] },
  },
  permission: staff,
  changes: true,
  examples: [
    {
      input: 'frist anlegen „Vorlage für den Jugendhilfeausschuss“ bis 26.04.2024 wer:Projektleitung',
      shows: 'Angelegt: Fr 26.04.2024, Projektleitung.',
    },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>, { title, to, role }, context) {
    if (title.length > longestTitle)
      return stepSentence(`Bitte kürzer: Ein Titel hat höchstens ${longestTitle} Zeichen.`)
    const when = whenOf(to.wann, to.tentative)
    if (Temporal.PlainDate.compare(when.last, dayOf(needs.now())) < 0)
      return stepSentence(refusalSentence({ kind: 'over', when }, '', ''))
    const { plans, processId, step, fresh } = await addDeadline(needs, actorOf(context), {
      title,
      when: to,
      role: roleOf(needs.programme.profile, role, context),
    })
    const process = plans.all.find(each => each.instance.id === processId)
    const added = process?.steps.find(each => each.id === step)
    if (!process || !added) throw new Error('a Frist that was added is not in its Ablauf')
    const at = { process, step: added }
    const name = nameIn(plans, at)
    const who = roleWords(needs.programme.profile, added.role)
    return changedStepReply({
      ...around(needs, plans),
      at: mayReadWords(context) ? at : untoldStep(at),
      lead: `${fresh ? 'Angelegt' : 'Die gibt es schon'}: ${whenWords(added.when)}${who ? `, ${who}` : ''}.`,
      hints: [],
      preview: { moved: [], conflicts: [] },
      begun: [],
      next: [],
      actions: [
        { label: `${name} erledigt`, command: `frist erledigt ${name}` },
        { label: 'Fristen', command: 'fristen' },
      ],
      note: standLine(needs.programme.profile, lastChange(plans)),
    })
  },
})
