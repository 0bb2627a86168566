import type { ClassifyInput } from './letterZones.ts'

/** Soft hyphens, joiners, marks of direction and their relatives (Unicode, Default_Ignorable_Code_Point). */
const invisible = /\p{DI}/gu
/** Every one of them is beyond ASCII; most letters have none but umlauts. */
const maybeInvisible = /[^\0-\xac\xae-\u02ff]/

/**
 * The letter without characters that nobody sees: programs put them into words to break lines, and a word that holds one is
 * no word of any list. HTML and plain text are read alike.
 */
export function withoutInvisible(letter: ClassifyInput): ClassifyInput {
  return {
    ...letter,
    fromName: visible(letter.fromName),
    subject: visible(letter.subject),
    newestText: visible(letter.newestText),
    quotedText: visible(letter.quotedText),
    ...(letter.signature === undefined ? {} : { signature: visible(letter.signature) }),
    ...(letter.attachmentNames ? { attachmentNames: letter.attachmentNames.map(visible) } : {}),
    ...(letter.aside ? { aside: letter.aside.map(({ from, text }) => ({ from, text: visible(text) })) } : {}),
  }
}

function visible(text: string): string {
  return maybeInvisible.test(text) ? text.replace(invisible, '') : text
}
