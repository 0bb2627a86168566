import { type BaseBlock, Constructed, fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js'

/** What a CMS object is (RFC 5652). */
export type Cms = { kind: 'signed'; content: Buffer } | { kind: 'encrypted' } | { kind: 'other' }

const signedData = '1.2.840.113549.1.7.2'
const encrypted = new Set([
  '1.2.840.113549.1.7.3',
  '1.2.840.113549.1.7.6',
  // RFC 5083, authEnvelopedData.
  '1.2.840.113549.1.9.16.1.23',
])
/** Certificates and octet strings in pieces make some thousands of nodes. */
const limits = { maxDepth: 50, maxNodes: 100_000, parseEmbedded: false, copyInput: false }

/**
 * Opens application/pkcs7-mime: of signed data the letter inside (RFC 8551 section 3.5.2). The signature is not checked,
 * nobody trusts it for anything. Never throws; 'other' for what is broken or compressed.
 */
export function cmsIn(bytes: Buffer): Cms {
  try {
    const info = fromBER(bytes, limits).result
    const [type, content] = childrenOf(info)
    const name = oidOf(type)
    if (encrypted.has(name)) return { kind: 'encrypted' }
    if (name !== signedData) return { kind: 'other' }
    // SignedData: version, algorithms, then what is signed: its type and [0] the bytes.
    const inside = childrenOf(childrenOf(childrenOf(content)[0])[2])[1]
    const [octets] = childrenOf(inside)
    return octets instanceof OctetString
      ? { kind: 'signed', content: Buffer.from(octets.getValue()) }
      : { kind: 'other' }
  } catch {
    return { kind: 'other' }
  }
}

function childrenOf(block: BaseBlock | undefined): BaseBlock[] {
  return block instanceof Sequence || block instanceof Constructed ? block.valueBlock.value : []
}

function oidOf(block: BaseBlock | undefined): string {
  return block instanceof ObjectIdentifier ? block.valueBlock.toString() : ''
}
