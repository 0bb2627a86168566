import {
  closing,
  delimiter,
  device,
  disclaimer,
  foreignClosing,
  listFooter,
  prose,
  ruleLine,
  weakDelimiter,
} from './closings.ts'

/** A signature longer than this many lines is rather the letter itself. */
const longest = 40
/** Lines below a letter, however many programs put theirs there. */
const mostFooter = 150

/**
 * The newest text in two: what is said, and the closing formula with all below it (name, function, organisation).
 * Nothing is lost: both together are the text.
 */
export function bodyAndSignature(text: string): { body: string; signature: string } {
  const lines = text.split('\n')
  const at = signatureStart(lines)
  return { body: joined(lines.slice(0, at)), signature: joined(lines.slice(at)) }
}

/** "Mit freundlichen Grüßen\nErika Muster\nRektorin, Grundschule Musterdorf"; "" when the text has none. */
export function signatureOf(text: string): string {
  return bodyAndSignature(text).signature
}

/**
 * The newest text in two: what a person wrote with greeting and name, and what a program or a house put below it: the block
 * under a delimiter, "Von meinem iPhone gesendet", a disclaimer. Nothing is lost: both together are the text.
 */
export function bodyAndFooter(text: string): { body: string; footer: string } {
  const lines = text.split('\n')
  const at = footerStart(lines)
  return { body: joined(lines.slice(0, at)), footer: joined(lines.slice(at)) }
}

function signatureStart(lines: readonly string[]): number {
  const footer = footerStart(lines)
  for (let i = footer - 1; i >= 0 && footer - i <= longest; i--) {
    const line = lines[i]!.slice(0, 200).trim()
    if (line.length > 80 || !(closing.test(line) || foreignClosing.test(line) || isNameAfterSlash(line)))
      continue
    return i
  }
  return footer
}

function footerStart(lines: readonly string[]): number {
  let found = lines.length
  // Nothing but lines of devices stands below.
  let alone = true
  for (let i = lines.length - 1; i >= 0 && found - i <= longest && lines.length - i <= mostFooter; i--) {
    const line = shortLine(lines, i)
    if (line === '') continue
    const isOfDevice = isDevice(line)
    alone &&= isOfDevice
    if (
      isOfDevice ? alone || (hasTextAbove(lines, i) && !saysMore(lines, i + 1)) : opensFooter(line, lines, i)
    )
      found = i
  }
  return found
}

function opensFooter(line: string, lines: readonly string[], at: number): boolean {
  if (delimiter.test(line) || disclaimer.test(line)) return true
  if (weakDelimiter.test(line)) return !saysMore(lines, at + 1)
  if (!ruleLine.test(line)) return false
  const below = lines.slice(at + 1, at + 8).map(each => each.slice(0, 200))
  return (
    below.every(each => each.trim() === '') ||
    (line.length >= 10 && below.some(each => listFooter.test(each)))
  )
}

function isDevice(line: string): boolean {
  return device.test(line) && !prose.test(line)
}

function hasTextAbove(lines: readonly string[], at: number): boolean {
  return lines.slice(Math.max(0, at - longest), at).some(line => line.trim() !== '')
}

/** Who writes on below "Von meinem iPhone gesendet" writes a sentence; programs and names take a few words. */
function saysMore(lines: readonly string[], from: number): boolean {
  for (let i = from; i < lines.length && i < from + longest; i++) {
    const line = shortLine(lines, i)
    if (delimiter.test(line) || disclaimer.test(line)) return false
    if (line.split(/\s+/, 10).length > 8 && !isDevice(line)) return true
  }
  return false
}

function shortLine(lines: readonly string[], at: number): string {
  return lines[at]!.slice(0, 400).trim()
}

/** Scandinavians sign "/Jens". */
function isNameAfterSlash(line: string): boolean {
  return /^\/{1,2} ?\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\p{Ll}{1,20})?$/u.test(line)
}

function joined(lines: readonly string[]): string {
  return lines.join('\n').trim()
}
