import { readFileSync } from 'node:fs'
import { loadEnvFile } from 'node:process'

/**
 * Loads `.env` into the environment when there is one; what is set already stays. Node skips lines that it
 * does not understand without a word, so they are looked for here. Returns German lines, empty when all is well.
 */
export function loadEnvironmentFile(path = '.env'): string[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unbekannt'
    return code === 'ENOENT' ? [] : [`${path} ist nicht lesbar (${code}). Bitte Rechte der Datei prüfen.`]
  }
  loadEnvFile(path)
  return strangeLines(text).map(
    line =>
      `${path}:${line}: Diese Zeile ist keine Einstellung. Erwartet wird NAME=Wert, oder # für eine Bemerkung.`,
  )
}

/** Numbers of lines that are neither NAME=value, nor remark, nor blank, nor inside a quoted value. From 1. */
function strangeLines(text: string): number[] {
  const strange: number[] = []
  let quote: string | null = null
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (quote) {
      if (line.includes(quote)) quote = null
      continue
    }
    const found = /^\s*(?:#.*|(?:export\s+)?[A-Za-z_]\w*\s*=\s*(.*))?$/.exec(line)
    if (!found) strange.push(index + 1)
    const opening = found?.[1]?.[0]
    if (opening && `'"\``.includes(opening) && !found[1]!.slice(1).includes(opening)) quote = opening
  }
  return strange
}
