import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LetterOut, LetterSender } from '../types.ts'

/**
 * A mail server that is a folder: each letter becomes a readable text file. For demonstrations; it differs from a
 * real server in that nothing leaves the machine, and in that it never fails.
 */
export function folderSender(
  directory: string,
  onLetter: (letter: LetterOut, file: string) => void,
): LetterSender {
  return {
    async send(letter, beforeFinalByte) {
      await mkdir(directory, { recursive: true })
      const number = (await readdir(directory)).length + 1
      const file = join(directory, `${String(number).padStart(3, '0')}.txt`)
      await beforeFinalByte()
      await writeFile(file, inWords(letter))
      onLetter(letter, file)
      return { kind: 'sent', response: file }
    },
    check: async () => null,
  }
}

function inWords(letter: LetterOut): string {
  const headers = [
    `Von: ${letter.from.name} <${letter.from.address}>`,
    `An: ${letter.to}`,
    `Betreff: ${letter.subject}`,
    `Message-ID: ${letter.messageId}`,
    ...Object.entries(letter.headers).map(([name, value]) => `${name}: ${value}`),
  ]
  return `${headers.join('\n')}\n\n${letter.text}`
}
