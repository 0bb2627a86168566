import type { Readable } from 'node:stream'
import { MailParser } from 'mailparser'
import type { Field } from './field.ts'
import { type Structured, structured } from './parameters.ts'

/** A node of a mail's tree (RFC 2045, 2046). */
export interface Part {
  /** Of the head of this part, in their order. */
  fields: Field[]
  /** Lower case; text/plain where nothing or nonsense is declared (RFC 2045 section 5.2). */
  type: string
  params: Structured['params']
  /** "attachment", "inline" or ''. Anything else means attachment (RFC 2183 section 2.8). */
  disposition: string
  /** As the sender wrote it, decoded; '' for none. */
  fileName: string
  /** What lies in it; null for a multipart. */
  content: Content | null
  children: Part[]
}

/** A part with words that stood in its head: without a blank line before them the text is taken for one. */
interface MadePart extends Part {
  words: string
}

/** The content of a part without its transfer encoding. */
export interface Content {
  /** Bytes in all. */
  size: number
  /** SHA-256, hex. */
  sha256: string
  /** Its beginning: as many bytes as were wanted. */
  bytes: Buffer
}

/**
 * What we use of mailparser beyond its documented face: its nodes, to have the tree, and its own division into text and
 * attachments put aside, because its text loses Message-IDs of returned letters and takes undeclared Latin-1 for UTF-8.
 * mailparser is pinned to one version, and the tests read whole mails through here, so a change would be seen.
 */
interface Inside {
  createNode(split: object): Node
}

interface Node {
  contentType: string | false
  headerLines: { key: string; line: string }[] | false
  parent?: Node
  /** undefined for a multipart. */
  isAttachment?: boolean
}

interface LeafEvent {
  type: 'attachment' | 'text'
  checksum: string
  content: Readable
  release(): void
}

/** Bytes that are handed to mailparser at once: it copies what it is given, and a whole letter would be in memory several times. */
const pieceBytes = 64 * 1024

/**
 * The tree of a mail. Contents pass by piece by piece; of each part as many bytes stay as `wanted` says. Rejects when
 * mailparser gives up (head over 2 MiB, more than 5,000 parts).
 */
export async function partsOf(raw: Buffer, wanted: (part: Part) => number): Promise<Part> {
  const parser = new MailParser({
    keepDeliveryStatus: true,
    checksumAlgo: 'sha256',
    // Options of the splitter below, passed on: enclosed letters stay whole, and are opened by openMail.
    ...{ ignoreEmbedded: true, maxHeadSize: 2 * 1024 * 1024, maxChildNodes: 5000 },
  })
  const tree = withTree(parser as unknown as Inside)
  const done = new Promise<void>((resolve, reject) => {
    parser.on('error', reject)
    parser.on('end', resolve)
    parser.on('data', event => {
      try {
        const leaf = event as unknown as LeafEvent
        if (leaf.type === 'attachment') take(leaf, tree.leaves.shift(), wanted)
      } catch (error) {
        // Thrown here it would end the thread instead of this mail.
        reject(error)
      }
    })
  })
  await Promise.all([done, feed(parser, raw)])
  return tree.root() ?? emptyPart()
}

/** Resolves when all was written, or when the parser has failed: then its error says why. */
async function feed(parser: MailParser, raw: Buffer): Promise<void> {
  let goOn = () => {}
  let failed = false
  parser.on('drain', () => goOn())
  parser.on('error', () => {
    failed = true
    goOn()
  })
  for (let at = 0; at < raw.length && !failed; at += pieceBytes) {
    if (parser.write(raw.subarray(at, at + pieceBytes))) continue
    await new Promise<void>(resolve => {
      goOn = resolve
    })
  }
  if (!failed) parser.end()
}

/** Notes each node as mailparser makes it, and lets every one with a content come out as a stream of bytes. */
function withTree(inside: Inside): { root(): Part | null; leaves: MadePart[] } {
  const createNode = inside.createNode.bind(inside)
  const parts = new Map<Node, Part>()
  const leaves: MadePart[] = []
  let root: Part | null = null
  inside.createNode = split => {
    const node = createNode(split)
    const above = node.parent ? parts.get(node.parent) : null
    const part = partOf(node, above?.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain')
    parts.set(node, part)
    if (node.isAttachment !== undefined) {
      node.isAttachment = true
      leaves.push(part)
    }
    if (root) (above ?? root).children.push(part)
    root ??= part
    return node
  }
  return { root: () => root, leaves }
}

function take(event: LeafEvent, part: MadePart | undefined, wanted: (part: Part) => number): void {
  const chunks: Buffer[] = []
  let left = part ? wanted(part) : 0
  let size = 0
  event.content.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (left <= 0) return
    chunks.push(chunk.length <= left ? chunk : Buffer.from(chunk.subarray(0, left)))
    left -= chunk.length
  })
  event.content.on('end', () => {
    if (part)
      part.content = {
        size,
        sha256: event.checksum,
        bytes: size === 0 ? Buffer.from(part.words, 'latin1') : Buffer.concat(chunks),
      }
    event.release()
  })
}

function partOf(node: Node, otherwise: string): MadePart {
  const { fields, words } = headOf((node.headerLines || []).map(({ line }) => line))
  const raw = (key: string) => fields.find(field => field.key === key)?.raw
  const { value, params } = structured(raw('content-type'))
  const disposition = structured(raw('content-disposition'))
  const kind = disposition.value
  return {
    fields,
    type: typeOf(value, otherwise),
    params,
    disposition: kind === '' || kind === 'inline' ? kind : 'attachment',
    fileName: disposition.params.get('filename') ?? params.get('name') ?? '',
    content: null,
    children: [],
    words,
  }
}

/** RFC 5322 section 2.2, with blanks before the colon as section 4.5 still knows them. */
const fieldName = /^([!-9;-~]+)[ \t]*:/

/**
 * The fields of a head. A line that can be none belongs to the field before it, as a fold without its blank; behind the last
 * field it is the beginning of the text, whose blank line was forgotten.
 */
function headOf(lines: readonly string[]): { fields: Field[]; words: string } {
  const fields: Field[] = []
  const end = lines.findLastIndex(line => fieldName.test(line)) + 1
  for (const line of lines.slice(0, end)) {
    const name = fieldName.exec(line)
    const before = fields.at(-1)
    if (name) fields.push({ key: name[1]!.toLowerCase(), raw: line.slice(name[0].length) })
    else if (before) before.raw += `\r\n ${line}`
  }
  return { fields, words: lines.slice(end).join('\r\n') }
}

function emptyPart(): Part {
  return partOf({ contentType: false, headerLines: [] }, 'text/plain')
}

function typeOf(value: string, otherwise: string): string {
  if (value === '') return otherwise
  if (/^[^/\s]+\/[^/\s]+$/.test(value)) return value
  // "Content-Type: text" and the like.
  return /^(?:text|plain|html)\b/.test(value) ? (value.includes('html') ? 'text/html' : 'text/plain') : value
}
