import { rawOf } from '../../db/rawMails.ts'
import { inDirectory } from '../../domain/classify/senderAddress.ts'
import { domainOf } from '../../domain/mail/addresses.ts'
import type { Letter } from '../../domain/mail/letter.ts'
import { type Authenticity, authenticityByHeaders } from '../../domain/mail/sender/authenticity.ts'
import type { DecideNeeds, ReadMail } from './mailInHand.ts'

/** So many letters are asked about at once. */
const atOnce = 4

/**
 * Who the letters are really from, by id of the raw mail; a mail that is missing was not checked (archives, no check set up).
 * What our own server wrote into the head is believed. Otherwise, where that is set up, the DNS is asked, but only where the
 * sender matters: `wouldJoin` a Vorgang, or an address that the programme knows.
 */
export async function checkSenders(
  needs: DecideNeeds,
  mails: readonly ReadMail[],
  wouldJoin: (letter: Letter) => boolean,
): Promise<Map<number, Authenticity>> {
  const checked = new Map<number, Authenticity>()
  const { senders } = needs
  if (!senders) return checked
  const open: { id: number; letter: Letter }[] = []
  for (const { mail, seen } of mails) {
    if ('unreadable' in seen || !mail.live) continue
    const said = authenticityByHeaders(seen.letter, senders.own)
    checked.set(mail.id, said ?? 'unknown')
    if (said === null && senders.byDns && (isKnown(needs, seen.letter) || wouldJoin(seen.letter)))
      open.push({ id: mail.id, letter: seen.letter })
  }
  const { byDns } = senders
  if (!byDns || open.length === 0) return checked
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = open.shift(); next; next = open.shift())
        checked.set(next.id, await byDns(await rawOf(needs.db, next.id), next.letter))
    }),
  )
  return checked
}

/** From an office of the directory, or from our own house. */
function isKnown({ programme, ownAddresses }: DecideNeeds, { from }: Letter): boolean {
  const domain = domainOf(from.address)
  return (
    domain !== '' &&
    (inDirectory(programme, from.address) || [...ownAddresses].some(own => domainOf(own) === domain))
  )
}
