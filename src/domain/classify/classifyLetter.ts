import type { Letter } from '../mail/letter.ts'
import { signatureOf } from '../mail/quotes/visibleText.ts'
import type { Programme } from '../programme/programme.ts'
import { type ClassifyInput, classify } from './classify.ts'
import { encryptedLetter } from './explain.ts'
import type { Classification, Stakeholder } from './labels.ts'

/** A letter as it was read and what it was taken for at first sight. */
export interface SeenLetter {
  letter: Letter
  classification: Classification
}

/** First look at a letter as it was read. */
export function classifyLetter(programme: Programme, letter: Letter): Classification {
  return withProtection(classify(programme, inputOf(letter)), letter)
}

/** Offices and bodies: what they write has weight because they write it. */
const weighty: ReadonlySet<Stakeholder | null> = new Set([
  'schule',
  'schultraeger',
  'schulamt',
  'freier_traeger',
  'jugendamt',
  'kreisverwaltung',
  'politik',
])

/**
 * First look at a letter whose sender is certainly not who From says: the address and the name beside it prove nothing, and
 * nobody becomes an office by writing so. What else the words say counts as ever, child protection first of all.
 */
export function classifyForged(programme: Programme, letter: Letter): Classification {
  const input = { ...inputOf(letter), fromName: '', fromAddress: '', addressTrusted: false }
  const found = withProtection(classify(programme, input), letter)
  if (!weighty.has(found.stakeholder)) return found
  return {
    ...found,
    stakeholder: null,
    confidence: { ...found.confidence, stakeholder: 0 },
    because: found.because.filter(each => each.axis !== 'stakeholder'),
  }
}

function withProtection(found: Classification, { protection }: Letter): Classification {
  return protection === 'encrypted' ? { ...found, because: [encryptedLetter, ...found.because] } : found
}

function inputOf(letter: Letter): ClassifyInput {
  return {
    fromName: letter.from.name,
    fromAddress: letter.from.address,
    subject: letter.subject,
    newestText: letter.newestText,
    quotedText: letter.quotedText,
    signature: signatureOf(letter.newestText),
    ...(letter.aside ? { aside: letter.aside } : {}),
    attachmentNames: letter.attachments.map(attachment => attachment.name),
  }
}
