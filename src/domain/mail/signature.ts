/** RFC 3676 section 4.3: two hyphens and a space; many programs lose the space. */
const delimiter = /^(?:-- ?|—|__)$/
const closing =
  /^(?:mit (?:freundlichen|freundlichem|besten|herzlichen|lieben|vielen|sonnigen|kollegialen) gr(?:ü|ue)(?:ß|ss)|mit freundlicher empfehlung|freundliche gr(?:ü|ue)|(?:viele|beste|liebe|herzliche|sch(?:ö|oe)ne|ganz liebe) gr(?:ü|ue)|(?:lieben?|sch(?:ö|oe)nen|herzlichen|besten) gru|gr(?:ü|ue)(?:ß|ss)e\b|gru(?:ß|ss)\b|hochachtungsvoll|m\.?f\.?g\b|mfg\b|[lv]g\b|i\. ?a\.|im auftrag|best regards|kind regards|regards\b|sincerely|yours (?:sincerely|faithfully)|best wishes|cheers\b)/iu
/** "Von meinem iPhone gesendet": a signature of the device, not of the person. */
const device =
  /^(?:von meinem .{1,60} gesendet|gesendet (?:von|mit|über) .{1,80}|diese nachricht wurde von meinem .{1,80} gesendet|sent (?:from|via|with) (?:my |outlook|yahoo|proton|the |mail|samsung).{0,60}|get outlook for .{1,40}|outlook für (?:ios|android) (?:beziehen|herunterladen).{0,80}|holen sie sich outlook für .{1,60}|von (?:outlook|samsung|yahoo).{1,60} gesendet|envoyé (?:de|depuis) .{1,60}|sendt fra .{1,60}|enviado desde .{1,60}|inviato da.{1,60}|verzonden (?:vanaf|met) .{1,60}|verstuurd vanaf .{1,60}|skickat från .{1,60}|wysłane z .{1,60})\.?(?: ?<[^>]{1,200}>)?$/iu

/** A signature longer than this many lines is rather the letter itself. */
const longest = 40

/**
 * The newest text in two: what is said, and the closing formula with all below it (name, function, organisation).
 * Nothing is lost: both together are the text.
 */
export function bodyAndSignature(text: string): { body: string; signature: string } {
  const lines = text.split('\n')
  const at = signatureStart(lines)
  return {
    body: lines.slice(0, at).join('\n').trim(),
    signature: lines.slice(at).join('\n').trim(),
  }
}

/** "Mit freundlichen Grüßen\nErika Muster\nRektorin, Grundschule Musterdorf"; "" when the text has none. */
export function signatureOf(text: string): string {
  return bodyAndSignature(text).signature
}

function signatureStart(lines: readonly string[]): number {
  let end = lines.length
  let found = lines.length
  for (let i = lines.length - 1; i >= 0 && end - i <= longest; i--) {
    const line = lines[i]!.slice(0, 200).trim()
    if (line === '') continue
    if (delimiter.test(line) || device.test(line)) {
      found = i
      end = i
    } else if (closing.test(line) && line.length <= 80) {
      found = delimiterAbove(lines, i)
      break
    }
  }
  return found
}

function delimiterAbove(lines: readonly string[], at: number): number {
  let above = at - 1
  while (above >= 0 && lines[above]!.trim() === '') above--
  return above >= 0 && delimiter.test(lines[above]!.slice(0, 200).trim()) ? above : at
}
