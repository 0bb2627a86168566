import { ticketOfMessage, ticketOfThread } from '../../db/chatMessages.ts'
import { personalDataIn } from '../../domain/disclosure/personalData.ts'
import { classifyTalk } from '../../domain/talk/classifyTalk.ts'
import { isMatter } from '../../domain/talk/isMatter.ts'
import type { Said } from '../../reply/incoming.ts'
import type { Reply } from '../../reply/reply.ts'
import { notInChat, personalDataHint } from '../../texts/talkHints.ts'
import { programmeNow } from '../processes/programmeNow.ts'
import { keepReply } from './keepReply.ts'
import { openFromTalk } from './openFromTalk.ts'
import { channelOf, numberFor, type TalkNeeds, type TalkPlace } from './talkNeeds.ts'

/**
 * A message in a channel that was not addressed to us. In the thread of a Vorgang it is kept with it; a new question in an intake channel
 * becomes a Vorgang; everything else is not ours and leaves no trace. Told twice it is kept once. The answer is a quiet hint for
 * the writer alone, null: nothing to say. Rejects when the database is away, and then nothing is written.
 */
export async function hearMessage(needs: TalkNeeds, said: Said, place: TalkPlace): Promise<Reply | null> {
  const at = channelOf(needs, place, said)
  if (said.thread !== null) {
    const about = await ticketOfThread(needs.db, at, said.thread)
    return about === null ? null : keepReply(needs, at, said, about)
  }
  if (!place.intake || (await ticketOfMessage(needs.db, at, said.address)) !== null) return null
  const programme = await programmeNow(needs.db, needs.programme)
  const found = classifyTalk(programme, said.text, said.author)
  if (!isMatter(programme, said.text, found).matter) return null
  const ticket = await openFromTalk(needs, at, said, { found, actor: 'kla' })
  if (!ticket) return null
  const number = numberFor(ticket)
  if (number === null) return notInChat(ticket.dataClass, programme.profile)
  const { kinds } = personalDataIn(said.text, programme)
  return kinds.length > 0 ? personalDataHint(kinds, number) : null
}
