import { ticketOfMessage, ticketOfThread } from '../../db/chatMessages.ts'
import { numbersOf } from '../../db/tickets.ts'
import { personalDataIn } from '../../domain/disclosure/personalData.ts'
import { classifyTalk } from '../../domain/talk/classifyTalk.ts'
import { dataClassOf, sightOf } from '../../domain/ticket/visibility.ts'
import type { Person, Said } from '../../reply/incoming.ts'
import type { Reply } from '../../reply/reply.ts'
import { notInChat, personalDataOfOthers, personalDataOfYours } from '../../texts/talkHints.ts'
import { alreadyTakenIn, belongsToTicket, nothingToTakeIn, takenInReply } from '../../texts/talkReplies.ts'
import { programmeNow } from '../processes/programmeNow.ts'
import { keepReply } from './keepReply.ts'
import { openFromTalk } from './openFromTalk.ts'
import { channelOf, numberFor, type TalkNeeds, type TalkPlace } from './talkNeeds.ts'

/**
 * Makes a Vorgang of a message because somebody asked for it, whatever it looks like; who asks was looked at before. A message that is one
 * already, or stands in the thread of one, stays with that.
 */
export async function takeIn(
  needs: TalkNeeds,
  said: Said,
  by: Person,
  place: Pick<TalkPlace, 'platform'>,
): Promise<Reply> {
  const at = channelOf(needs, place, said)
  const programme = await programmeNow(needs.db, needs.programme)
  const found = classifyTalk(programme, said.text, said.author)
  /** What is said of what is known already: of what no channel may know the same as if nobody knew it. */
  const settled = async (ticketId: number | null, sentence: (number: string | null) => Reply) => {
    const number = ticketId === null ? null : await numberOf(needs, ticketId)
    const dataClass = dataClassOf(found)
    return number === null && sightOf('kanal', dataClass) === 'nothing'
      ? notInChat(dataClass, programme.profile)
      : sentence(number)
  }
  const own = await ticketOfMessage(needs.db, at, said.address)
  if (own !== null) return settled(own, alreadyTakenIn)
  if (!/[\p{L}\d]/u.test(said.text)) return nothingToTakeIn()
  const about = said.thread === null ? null : await ticketOfThread(needs.db, at, said.thread)
  if (about !== null) {
    await keepReply(needs, at, said, about)
    return settled(await ticketOfMessage(needs.db, at, said.address), belongsToTicket)
  }
  const ticket = await openFromTalk(needs, at, said, { found, actor: by.id })
  if (!ticket) return settled(await ticketOfMessage(needs.db, at, said.address), alreadyTakenIn)
  const number = numberFor(ticket)
  if (number === null) return notInChat(ticket.dataClass, programme.profile)
  const { kinds } = personalDataIn(said.text, programme)
  const hint = by.id === said.author.id ? personalDataOfYours : personalDataOfOthers
  return takenInReply(number, kinds.length > 0 ? [hint(kinds)] : [])
}

/** Where a channel may know of it. */
async function numberOf(needs: TalkNeeds, ticketId: number): Promise<string | null> {
  const ticket = (await numbersOf(needs.db, [ticketId])).get(ticketId)
  return ticket ? numberFor(ticket) : null
}
