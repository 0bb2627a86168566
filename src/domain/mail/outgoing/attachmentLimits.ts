/**
 * Files of one letter together, bytes. In base64 they are a third more, and many servers take letters of 20 MB, some only of
 * 15: what is larger must go another way.
 */
export const mostAttachmentBytes = 10 * 1024 * 1024
const mostFiles = 20

/** Why these files cannot go with a letter, one German sentence; null: they can. */
export function whyNotAttachable(files: readonly { name: string; bytes: Uint8Array }[]): string | null {
  if (files.length > mostFiles)
    return `Das sind ${files.length} Anlagen; ein Brief hat höchstens ${mostFiles}. Bitte fassen Sie sie zusammen.`
  const unnamed = files.find(({ name }) => !name.trim() || name.length > 200 || /\p{Cc}/u.test(name))
  if (unnamed)
    return 'Eine Anlage hat keinen brauchbaren Namen (höchstens 200 Zeichen, keine Steuerzeichen). Bitte benennen Sie die Datei um.'
  const empty = files.find(({ bytes }) => bytes.length === 0)
  if (empty) return `Die Anlage „${empty.name}“ ist leer. Bitte prüfen Sie die Datei.`
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (total > mostAttachmentBytes)
    return `Die Anlagen sind zusammen ${megabytes(total)} MB groß; erlaubt sind ${megabytes(mostAttachmentBytes)} MB, weil viele Mailserver mehr nicht annehmen.`
  return null
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1).replace('.', ',').replace(/,0$/, '')
}
