import { randomUUID } from 'node:crypto'

/** A modal or an App Home as it was sent. */
export interface PeerView {
  id: string
  hash: string
  type: 'modal' | 'home'
  title?: { text: string }
  callback_id?: string
  private_metadata?: string
  submit?: { text: string }
  blocks: { type: string; block_id?: string; [field: string]: unknown }[]
}

type Answer = { ok: boolean; [field: string]: unknown }

/** Modals as Slack has them: a press permits one, for a moment; docs.slack.dev, "Modals". */
export function viewPeer() {
  const views = new Map<string, PeerView>()
  const triggers = new Set<string>()

  function put(id: string, sent: unknown): Answer {
    const view = sent as PeerView
    const inputs = view.blocks.some(block => block.type === 'input')
    const wrong =
      view.blocks.length > 100 ||
      (view.title?.text.length ?? 0) > 24 ||
      (view.private_metadata?.length ?? 0) > 3000 ||
      (inputs && view.type === 'modal' && !view.submit)
    if (wrong) return { ok: false, error: 'invalid_arguments' }
    const kept = { ...view, id, hash: randomUUID() }
    views.set(id, kept)
    return { ok: true, view: kept }
  }

  return {
    views,
    trigger() {
      const id = randomUUID()
      triggers.add(id)
      return id
    },
    methods: {
      'views.open': (args: Record<string, unknown>): Answer =>
        triggers.delete(`${args.trigger_id}`)
          ? put(`V0${views.size + 1}`, args.view)
          : { ok: false, error: 'expired_trigger_id' },
      'views.update': (args: Record<string, unknown>): Answer =>
        views.has(`${args.view_id}`) ? put(`${args.view_id}`, args.view) : { ok: false, error: 'not_found' },
      'views.publish': (args: Record<string, unknown>): Answer => put(`home:${args.user_id}`, args.view),
    },
  }
}
