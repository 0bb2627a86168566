import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { QuoteFixture } from './fixture.ts'

/**
 * discourse/email_reply_trimmer: test/emails and test/trimmed, file by file. It keeps greetings and drops what stands
 * below a delimiter, and device lines. Of interleaved answers it keeps the quoted lines, which the other sets (and we)
 * call quoted; those few are counted as missed.
 */
export function discourseFixtures(folder: string): QuoteFixture[] {
  const text = (part: string, name: string) => readFileSync(join(folder, 'test', part, name), 'utf8').trim()
  return readdirSync(join(folder, 'test/emails')).map(name => ({
    set: 'discourse',
    name: name.replace('.txt', ''),
    given: { kind: 'text', text: text('emails', name) },
    view: 'without-footer',
    expected: { kind: 'text', text: text('trimmed', name), spaces: 'normal' },
  }))
}
