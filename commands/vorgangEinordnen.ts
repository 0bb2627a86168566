import type { ArgValues, PlaceValue } from '../src/chat/arguments/args.ts'
import { changedReply, unchangedReply } from '../src/chat/changeReplies.ts'
import { type Context, defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { lineOf } from '../src/chat/commandLine.ts'
import { joinedReply } from '../src/chat/joinedReply.ts'
import { roleNames } from '../src/chat/permission.ts'
import { classWords, stakeholderWords, topicWords, urgencyWords } from '../src/chat/phrases/vocabulary.ts'
import { protectedLeftOut, sightFor, visibleTicket } from '../src/chat/seen/sight.ts'
import type { Ticket } from '../src/db/tickets.ts'
import type { Meant } from '../src/domain/ticket/relabelled.ts'
import { type DataClass, roles, sightOf } from '../src/domain/ticket/visibility.ts'
import { type RelabelResult, relabelTicket } from '../src/flows/tickets/relabelTicket.ts'
import { draftSentence } from '../src/texts/draftReplies.ts'
import { lowerQuestion, relabelTexts } from '../src/texts/ticketChangeReplies.ts'
import { noSuchTicket } from '../src/texts/ticketReplies.ts'
import { relabelAction } from '../src/texts/ticketWorkActions.ts'

const name = 'vorgang einordnen'
const args = {
  ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] },
  stakeholder: { kind: 'choice', label: 'Typ', choices: stakeholderWords, keys: ['typ', 'von'] },
  topic: { kind: 'choice', label: 'Thema', choices: topicWords, keys: ['thema', 'zu'] },
  region: { kind: 'place', label: 'Ort', keys: ['ort', 'region'] },
  urgent: {
    kind: 'choice',
    label: 'Dringlichkeit',
    choices: urgencyWords,
    keys: ['dringlichkeit', 'eile'],
    hint: 'dringend (heute sichten), kindeswohl oder normal; dringend und kindeswohl schützen den Vorgang, lesen dürfen ihn dann Fachdienst und ASD',
  },
  protection: { kind: 'choice', label: 'Schutz', choices: classWords, keys: ['schutz'], keysOnly: true },
  sure: { kind: 'choice', label: 'wirklich', choices: { ja: ['wirklich'] } },
} as const
type Said = ArgValues<typeof args>

export default defineCommand({
  name,
  aliases: ['einordnen', 'vorgang einstufen', 'einstufen', 'vorgang umstufen', 'umstufen', 'typ ändern'],
  summary: 'Sagt, was ein Vorgang wirklich ist',
  help:
    'Ändert Typ, Thema, Ort oder Dringlichkeit; daraus lernt die Erkennung. Der Schutz des Vorgangs folgt von selbst: Mehr Schutz gilt ' +
    'sofort, auch in den Kanälen. Weniger Schutz entscheidet nur, wer den Vorgang ganz lesen darf, und „wirklich“ dahinter bestätigt es.',
  intent: 'ticket_reclassify',
  args,
  permission: staff,
  changes: true,
  examples: [
    {
      input: 'vorgang einordnen KA-17 typ:schulträger thema:finanzierung',
      shows: 'Schulträger · Finanzierung · Elmshorn',
    },
    { input: 'vorgang einordnen KA-3 Eltern Uetersen', shows: 'Eltern · Thema ungeklärt · Uetersen' },
    {
      input: 'vorgang einordnen KA-6 typ:schule thema:zeitplan schutz:allgemein',
      shows: 'Damit sinkt der Schutz',
    },
  ],
  async run(
    needs: Needs<
      'db' | 'programme' | 'now' | 'enqueue' | 'postTargets' | 'outgoing' | 'correspondence' | 'workplaceUrl'
    >,
    said,
    context,
  ) {
    const found = await visibleTicket(needs, said.ticket, context)
    if (!found) return noSuchTicket(said.ticket.number)
    const { ticket, sight } = found
    const meant = meantBy(said)
    if (meant === 'no-place') return unchangedReply(ticket, sight, relabelTexts.onePlace, context)
    if (Object.keys(meant).length === 0)
      return unchangedReply(ticket, sight, relabelTexts.nothingSaid(ticket.number), context, [
        relabelAction(ticket.number),
      ])
    const { person } = context
    const how = {
      sure: said.sure !== null,
      // A letter that came in meanwhile may have raised its protection.
      stands: ({ dataClass }: Ticket) => sightFor(context, dataClass) !== 'nothing',
    }
    const result = await relabelTicket(needs, ticket.id, meant, person, how)
    return answerTo(needs, result, said, context)
  },
})

function answerTo(needs: Needs<'now'>, result: RelabelResult, said: Said, context: Context) {
  if (result.kind === 'joined') return joinedReply(result.ticket, result.into, context)
  const ticket = result.kind === 'changed' ? result.after : result.ticket
  // Its class may have risen: what this place may see of it is asked anew.
  const sight = sightFor(context, ticket.dataClass)
  if (sight === 'nothing' || result.kind === 'gone') return draftSentence(relabelTexts.gone(ticket.number))
  switch (result.kind) {
    case 'changed':
      return changedReply(needs, ticket, sight, relabelTexts.done, context)
    case 'unchanged':
      return unchangedReply(ticket, sight, relabelTexts.same, context)
    case 'topic-protects':
      return unchangedReply(ticket, sight, relabelTexts.topicProtects, context)
    case 'not-allowed':
      return draftSentence(relabelTexts.notAllowed(ticket.number))
    case 'unsure': {
      const line = lineOf({ name, args }, { ...said, sure: 'ja' })
      const gaining = protectedLeftOut(context) ? [] : gainingBy(ticket, result.to.dataClass)
      return lowerQuestion(ticket.number, line, gaining)
    }
  }
}

/** The functions that could read it then and cannot now. */
function gainingBy({ dataClass }: Ticket, to: DataClass): string[] {
  return roles
    .filter(role => sightOf(role, to) === 'full' && sightOf(role, dataClass) !== 'full')
    .map(role => roleNames[role])
}

function meantBy(said: Said): Meant | 'no-place' {
  const place = said.region === null ? undefined : placeOf(said.region)
  if (place === 'several') return 'no-place'
  return {
    ...(said.stakeholder && { stakeholder: said.stakeholder === 'ungeklaert' ? null : said.stakeholder }),
    ...(said.topic && { topic: said.topic }),
    ...(place !== undefined && { place: place.name }),
    ...(said.urgent && { urgency: said.urgent }),
    ...(said.protection && { protection: said.protection }),
  }
}

/** Several places are none that a Vorgang could be about. */
function placeOf(region: PlaceValue): { name: string | null } | 'several' {
  if (region.kind === 'area') return { name: null }
  return region.kind === 'place' ? { name: region.name } : 'several'
}
