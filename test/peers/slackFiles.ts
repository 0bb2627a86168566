export interface PeerFile {
  id: string
  filename: string
  bytes: Buffer
}

/**
 * Uploads as Slack has them since 2024: an address is asked for, the bytes go there, the upload is completed; and Slack
 * needs a moment before a message may show the file. docs.slack.dev, "Working with files".
 */
export function filePeer(origin: () => string) {
  const files: PeerFile[] = []
  const begun = new Map<string, PeerFile & { completed: boolean }>()
  let refusals = 0

  return {
    files,
    takeTime(messages: number) {
      refusals = messages
    },
    methods: {
      'files.getUploadURLExternal': (args: Record<string, unknown>) => {
        const id = `F0BILD${String(begun.size + 1).padStart(4, '0')}`
        if (!args.filename || !(Number(args.length) > 0)) return { ok: false, error: 'invalid_arguments' }
        begun.set(id, { id, filename: `${args.filename}`, bytes: Buffer.alloc(0), completed: false })
        return { ok: true, file_id: id, upload_url: `${origin()}/upload/v1/${id}` }
      },
      'files.completeUploadExternal': (args: Record<string, unknown>) => {
        const named = args.files as { id: string }[]
        const found = named.map(({ id }) => begun.get(id))
        if (found.some(file => !file?.bytes.length)) return { ok: false, error: 'file_not_found' }
        for (const file of found) {
          file!.completed = true // looked at above
          files.push(file!)
        }
        return { ok: true, files: named }
      },
    },
    /** False when the path is no address of an upload. */
    receive(path: string, body: Buffer): boolean {
      const file = begun.get(/^\/upload\/v1\/(\w+)$/.exec(path)?.[1] ?? '')
      if (file) file.bytes = withoutForm(body)
      return file !== undefined
    },
    /** What a message shows must lie there, and be ready. */
    maySend(blocks: unknown): boolean {
      const shown = ((blocks ?? []) as { slack_file?: { id: string } }[]).flatMap(({ slack_file }) =>
        slack_file ? [slack_file.id] : [],
      )
      if (shown.some(id => !begun.get(id)?.completed)) return false
      if (shown.length === 0 || refusals === 0) return true
      refusals -= 1
      return false
    },
  }
}

/** The one file of a multipart form (RFC 7578); anything else is the file itself. */
function withoutForm(body: Buffer): Buffer {
  if (!body.subarray(0, 2).equals(Buffer.from('--'))) return body
  const boundary = body.subarray(0, body.indexOf('\r\n'))
  const from = body.indexOf('\r\n\r\n') + 4
  return body.subarray(from, body.indexOf(Buffer.concat([Buffer.from('\r\n'), boundary]), from))
}
