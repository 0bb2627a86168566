import { Transform } from 'node:stream'
import { decodeText, knowsCharset } from './charset.ts'
import { unflowed } from './flowed.ts'

/** The inside of mailparser that decodes text parts; see openParts.ts for why it is touched. */
export interface TextParser {
  createNode(part: SplitPart): { charset?: string }
  decoder: { decodeStream(charset: string): NodeJS.ReadWriteStream }
}

/** A part as the splitter below mailparser sees it. */
interface SplitPart {
  flowed: boolean
  delSp: boolean
}

/**
 * So many bytes of text of one mail are decoded, in all parts together. A bound is needed here, before mailparser
 * makes one string of a part: strings of tens of megabytes overrun the heap of a thread inside one step of the engine,
 * and then Node ends the whole process instead of the thread (measured with 60 MB of text and 256 MiB).
 */
const mostText = 4 * 1024 * 1024

/** Lets every text part of a mail go through our decoder, also those that declare nothing or UTF-8. */
export function decodeTextParts(parser: TextParser): void {
  const createNode = parser.createNode.bind(parser)
  const theirs = parser.decoder
  const budget = { left: mostText }
  parser.createNode = part => {
    const { flowed, delSp } = part
    // Theirs would hold the whole part once more, and join quoted lines with lines of the answer.
    part.flowed = false
    const node = createNode(part)
    node.charset = `x-${flowed ? 'flowed' : 'fixed'}-${delSp}-${node.charset ?? ''}`
    return node
  }
  parser.decoder = {
    decodeStream(marked) {
      const [, shape, delSp, ...charset] = marked.split('-')
      const declared = charset.join('-')
      const decode = (bytes: Buffer) => {
        const text = knowsCharset(declared) ? decodeText(bytes, declared) : null
        if (text === null) return throughOrGuessed(theirs.decodeStream, bytes, declared)
        return Promise.resolve(shape === 'flowed' ? unflowed(text, delSp === 'true') : text)
      }
      return decodingStream(budget, decode)
    },
  }
}

/** Takes bytes, gives UTF-8. It waits for the end, because a guess needs all bytes. */
function decodingStream(budget: { left: number }, decode: (bytes: Buffer) => Promise<string>): Transform {
  const chunks: Buffer[] = []
  return new Transform({
    transform(chunk: Buffer | string, _encoding, done) {
      const bytes = (typeof chunk === 'string' ? Buffer.from(chunk) : chunk).subarray(0, budget.left)
      budget.left -= bytes.length
      if (bytes.length > 0) chunks.push(bytes)
      done()
    },
    flush(done) {
      decode(Buffer.concat(chunks)).then(
        text => done(null, Buffer.from(text)),
        (error: Error) => done(error),
      )
    },
  })
}

/** Old charsets that only mailparser's decoder knows (UTF-7, CP850); an invented name is guessed. */
async function throughOrGuessed(
  decodeStream: (charset: string) => NodeJS.ReadWriteStream,
  bytes: Buffer,
  declared: string,
): Promise<string> {
  let stream: NodeJS.ReadWriteStream
  try {
    stream = decodeStream(declared)
  } catch {
    return decodeText(bytes, declared)
  }
  stream.end(bytes)
  let text = ''
  for await (const chunk of stream) text += chunk.toString()
  return text
}
