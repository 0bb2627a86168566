import { appId, type TeamsPeer, tenantId } from './teams.ts'

/*
 * Activities as Teams sends them (learn.microsoft.com, "Conversation basics", examples), of invented people.
 */

export const channel = '19:koordination01@thread.tacv2'
export const team = '19:allgemein01@thread.tacv2'
export const coordinator = {
  id: '29:koordination',
  name: 'Koordination',
  aadObjectId: '0a1b2c3d-0000-4000-8000-0000000000c1',
}
const bot = { id: `28:${appId}`, name: 'Klassenassistenz' }

let n = 1_713_765_300_000

type Fields = Record<string, unknown>

function activity(peer: Pick<TeamsPeer, 'serviceUrl'>, fields: Fields): Fields {
  return {
    id: String(++n),
    timestamp: '2024-04-22T07:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: peer.serviceUrl,
    from: coordinator,
    recipient: bot,
    locale: 'de-DE',
    ...fields,
  }
}

const personal = (peer: Pick<TeamsPeer, 'serviceUrl'>, fields: Fields) =>
  activity(peer, {
    conversation: { conversationType: 'personal', tenantId, id: 'a:eigener-chat' },
    channelData: { tenant: { id: tenantId } },
    ...fields,
  })

/** In the channel; `root` is the thread's first message, absent: this one begins it. */
function inChannel(peer: Pick<TeamsPeer, 'serviceUrl'>, fields: Fields, root?: string): Fields {
  const id = String(fields.id ?? ++n)
  return activity(peer, {
    id,
    conversation: {
      conversationType: 'channel',
      tenantId,
      isGroup: true,
      id: `${channel};messageid=${root ?? id}`,
    },
    channelData: { tenant: { id: tenantId }, team: { id: team }, channel: { id: channel } },
    ...fields,
  })
}

export const toBot = (peer: TeamsPeer, text: string, fields: Fields = {}) =>
  personal(peer, { type: 'message', text, ...fields })

/** A mention as Teams writes it, with the hard space that its editor leaves behind. */
export const mention = (peer: TeamsPeer, text: string, root?: string, fields: Fields = {}) =>
  inChannel(
    peer,
    {
      type: 'message',
      text: `<at>Klassenassistenz</at>&nbsp;${text}`,
      entities: [
        { type: 'mention', text: '<at>Klassenassistenz</at>', mentioned: bot },
        { type: 'clientInfo', country: 'DE', platform: 'Web' },
      ],
      attachments: [{ contentType: 'text/html', content: '<div>…</div>' }],
      ...fields,
    },
    root,
  )

/** Not addressed to the bot; comes only where the team allows it to read along. */
export const overheard = (peer: TeamsPeer, text: string, root?: string, fields: Fields = {}) =>
  inChannel(peer, { type: 'message', text, ...fields }, root)

/** A button of a card that stands below `root`. */
export const button = (peer: Pick<TeamsPeer, 'serviceUrl'>, data: Fields, root?: string) =>
  root
    ? inChannel(peer, { type: 'message', value: data, replyToId: root }, root)
    : personal(peer, { type: 'message', value: data, replyToId: '1713765000001' })

export const invoke = (peer: TeamsPeer, name: string, value: unknown, root?: string) =>
  root
    ? inChannel(peer, { type: 'invoke', id: `f:${++n}`, name, value }, root)
    : personal(peer, { type: 'invoke', id: `f:${++n}`, name, value })

export const addedToTeam = (peer: TeamsPeer) =>
  activity(peer, {
    type: 'conversationUpdate',
    conversation: { conversationType: 'channel', tenantId, isGroup: true, id: team },
    channelData: { tenant: { id: tenantId }, team: { id: team }, eventType: 'teamMemberAdded' },
    membersAdded: [{ id: bot.id }],
  })

export const addedByPerson = (peer: TeamsPeer) =>
  personal(peer, { type: 'installationUpdate', action: 'add' })

/** "Vorgang daraus machen" on a message of the channel. */
export const chosen = (peer: TeamsPeer, message: Fields, root: string) =>
  invoke(
    peer,
    'composeExtension/fetchTask',
    {
      commandId: 'vorgangDaraus',
      commandContext: 'message',
      messagePayload: {
        id: '1713765111111',
        createdDateTime: '2024-04-22T06:45:00Z',
        from: { user: { id: '0a1b2c3d-0000-4000-8000-0000000000d1', displayName: 'Schule' } },
        attachments: [],
        ...message,
      },
    },
    root,
  )
