import { bodyAndSignature } from '../mail/signature.ts'
import type { ClassifyInput } from './letterZones.ts'

/** Words of someone who only hands a letter on. */
const handingOn =
  /(?:\bzk\b|z\. ?k\.|zur (?:kenntnis|weiteren|bearbeitung|beantwortung|info)|weiter(?:ge)?leite|bitte um (?:übernahme|antwort|bearbeitung|beantwortung|erledigung|prüfung)|bitte (?:übernehmen|beantworten|bearbeiten|kümmern|prüfen)|mdb ?um|m\. ?d\. ?b|fyi|zuständigkeitshalber|gehört (?:zu|wohl|eher)|(?:kam|kommt|landete|ging) bei uns|bei uns (?:eingegangen|gelandet|angekommen)|siehe unten|s\. ?u\.|zu eurer verwendung)/iu
const fromLine = /^[>\s*_]*(?:von|from)[*_]{0,2} ?:[*_ ]*(.{1,300})$/iu
const subjectLine = /^[>\s*_]*(?:betreff|subject)[*_]{0,2} ?:[*_ ]*(.{0,500})$/iu
const headLine =
  /^[>\s*_]*(?:von|from|gesendet|sent|datum|date|an|to|cc|betreff|subject|antwort an|reply-to)[*_]{0,2} ?:/iu

/** A person who hands on writes a line or two; more is a letter of their own. */
const longestNote = 300

/**
 * The letter whose author is meant: of a letter that was only handed on, the inner one (domain.md section 9,
 * confusion 12); else the letter itself. `forwarder` is true when it was handed on.
 */
export function innerLetter(letter: ClassifyInput): { letter: ClassifyInput; forwarded: boolean } {
  const unchanged = { letter, forwarded: false }
  if (letter.quotedText === '' || letter.quotedText.length > 200_000) return unchanged
  const lines = letter.quotedText.split('\n')
  const from = lastIndexWhere(lines, line => fromLine.test(line))
  if (from < 0) return unchanged
  const sender = readSender(fromLine.exec(lines[from]!)![1]!)
  const head = headFrom(lines, from)
  const below = lines.slice(head.end).join('\n').trim()

  // visibleText has kept the inner letter as newest text already: its head is the end of the quoted part.
  if (below === '' && letter.newestText.trim() !== '')
    return { letter: { ...letter, ...sender, subject: head.subject ?? letter.subject }, forwarded: true }

  const note = bodyAndSignature(letter.newestText).body
  if (below === '' || note.length > longestNote || !(handingOn.test(note) || note.trim() === ''))
    return unchanged
  const inner = {
    ...letter,
    ...sender,
    subject: head.subject ?? letter.subject,
    newestText: below,
    quotedText: '',
  }
  delete inner.signature
  return { letter: inner, forwarded: true }
}

function headFrom(lines: readonly string[], from: number): { end: number; subject: string | null } {
  let end = from + 1
  let subject: string | null = null
  // "Betreff" may stand above "Von" (Thunderbird), so a few lines before count too.
  for (let i = Math.max(0, from - 4); i < Math.min(lines.length, from + 12); i++) {
    const line = lines[i]!.slice(0, 600)
    const found = subjectLine.exec(line)
    if (found) subject = found[1]!.trim()
    if (i >= end && headLine.test(line)) end = i + 1
    else if (i >= end && line.trim() !== '') break
  }
  return { end, subject }
}

function readSender(text: string): { fromName: string; fromAddress: string } {
  const address = /[^\s<>@"[\]():;,]{1,100}@[^\s<>@"[\]():;,]{1,200}/u.exec(text)?.[0] ?? ''
  const name = text.split(/[<[(]/u)[0]!.replaceAll('"', '').replace(address, '').trim()
  return { fromName: name, fromAddress: address.toLowerCase() }
}

function lastIndexWhere(lines: readonly string[], test: (line: string) => boolean): number {
  for (let i = lines.length - 1; i >= 0; i--) if (lines[i]!.length < 1_000 && test(lines[i]!)) return i
  return -1
}
