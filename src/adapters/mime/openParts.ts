import type { Readable } from 'node:stream'
import { MailParser } from 'mailparser'
import type { HeaderLine } from './headers.ts'
import { decodeTextParts, type TextParser } from './textParts.ts'

/** A node of mailparser's tree, as far as we read it. */
export interface PartNode {
  contentType: string | false
  headers: Map<string, unknown>
  children: PartNode[]
  isAttachment?: boolean
  disposition?: string
  textContent?: string
  root?: boolean
}

/** Something attached, with its bytes only if they are meant for machines. */
export interface OpenedAttachment {
  name: string
  contentType: string
  size: number
  content: Buffer | null
}

export interface OpenedMail {
  headers: Map<string, unknown>
  headerLines: HeaderLine[]
  tree: PartNode | null
  attachments: OpenedAttachment[]
}

/**
 * What we use of mailparser beyond its documented face. Its own text of a mail loses Message-IDs of returned letters and
 * takes undeclared Latin-1 for UTF-8; the tree has what is needed. mailparser is pinned to one version, and the tests
 * read whole mails through here, so a change would be seen.
 */
interface OpenParser extends TextParser {
  tree: PartNode | false
  headerLines: HeaderLine[] | false
}

interface AttachmentEvent {
  type: 'attachment'
  contentType?: string
  filename?: string
  content: Readable
  release(): void
}

/** Parts whose text the rules for bounces, calendars and forwarded letters read. */
const forMachines =
  /^(?:message\/(?:rfc822|global|delivery-status|global-delivery-status|disposition-notification|global-headers)|text\/(?:rfc822-headers|calendar))$/
/** A returned letter of more than this is not read inside. */
const longestForMachines = 20 * 1024 * 1024

/** Takes a mail apart. Rejects when mailparser gives up (head over 2 MiB, more than 5,000 parts). */
export function openParts(raw: Buffer): Promise<OpenedMail> {
  return new Promise((resolve, reject) => {
    const parser = new MailParser({
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
      keepDeliveryStatus: true,
      // Options of the splitter below, passed on: enclosed letters stay whole, and are opened by readLetter.
      ...{ ignoreEmbedded: true, maxHeadSize: 2 * 1024 * 1024, maxChildNodes: 5000 },
    })
    const open = parser as unknown as OpenParser
    decodeTextParts(open)
    const mail: OpenedMail = { headers: new Map(), headerLines: [], tree: null, attachments: [] }
    parser.on('error', reject)
    parser.on('headers', headers => {
      mail.headers = headers
    })
    parser.on('data', data => {
      try {
        if (data.type === 'attachment') collect(data as unknown as AttachmentEvent, mail.attachments)
      } catch (error) {
        // Thrown here it would end the thread instead of this mail.
        reject(error)
      }
    })
    parser.on('end', () => {
      mail.tree = open.tree || null
      mail.headerLines = open.headerLines || []
      resolve(mail)
    })
    parser.end(raw)
  })
}

/** mailparser gives false, or a list, where a header is broken. */
function wordOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}

function collect(event: AttachmentEvent, attachments: OpenedAttachment[]): void {
  // "application/pdf name=x.pdf", as some programs write, is application/pdf.
  const contentType =
    wordOr(event.contentType, '')
      .toLowerCase()
      .trim()
      .split(/[\s;,]/, 1)[0] || 'application/octet-stream'
  const attachment: OpenedAttachment = {
    name: wordOr(event.filename, ''),
    contentType,
    size: 0,
    content: null,
  }
  attachments.push(attachment)
  const chunks: Buffer[] = []
  event.content.on('data', (chunk: Buffer) => {
    attachment.size += chunk.length
    if (forMachines.test(contentType) && attachment.size <= longestForMachines) chunks.push(chunk)
  })
  event.content.on('end', () => {
    if (chunks.length > 0) attachment.content = Buffer.concat(chunks)
    event.release()
  })
}
