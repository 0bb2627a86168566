import { clean, cut } from './headers.ts'

const longest = 255

/**
 * The name under which a file is shown and stored: without folders, control and invisible characters (with some of them
 * "gnp.exe" reads "exe.png"), never longer than 255 characters; what is cut is in the middle, so that every ending stays
 * visible. '' when nothing is left.
 */
export function safeFileName(name: string): string {
  const last = clean(name)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .split(/[\\/]/)
    .filter(part => part.trim() !== '')
    .at(-1)
  const bare = (last ?? '')
    .normalize('NFC')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  if (bare.length <= longest) return bare
  const ending = /(?:\.[^.\s]{1,10}){1,3}$/.exec(bare)?.[0] ?? ''
  return cut(bare, longest - ending.length) + ending
}

const endings: Record<string, string> = {
  'message/rfc822': 'eml',
  'message/global': 'eml',
  'text/calendar': 'ics',
  'text/html': 'html',
  'text/plain': 'txt',
  'message/delivery-status': 'txt',
  'message/disposition-notification': 'txt',
  'text/rfc822-headers': 'txt',
  'application/pdf': 'pdf',
  'application/ms-tnef': 'dat',
  'application/pkcs7-signature': 'p7s',
  'application/pgp-signature': 'asc',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
}

/** "Datei-3.pdf" for the third file when it has no name of its own. Says nothing of the letter. */
export function nameFor(position: number, contentType: string): string {
  const ending = endings[contentType]
  return `Datei-${position + 1}${ending ? `.${ending}` : ''}`
}
