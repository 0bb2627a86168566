import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Fixture } from './fixture.ts'

const emails = 'tests/_data/emails'

/** zbateson/mail-mime-parser: what is expected of each mail stands in one PHP test. Texts are Latin-1, blanks do not count. */
export function zbatesonFixtures(folder: string): Fixture[] {
  const php = readFileSync(
    path.join(folder, 'tests/MailMimeParser/IntegrationTests/EmailFunctionalTest.php'),
    'utf8',
  ).replace(/\/\*[\s\S]*?\*\//g, '')
  const expected = new Map<string, string>()
  for (const [, key = '', props = ''] of php.matchAll(/runEmailTest\('([^']+)', (\[[\s\S]*?\n {8}\])\)/g))
    expected.set(key, expected.get(key) ?? props)
  return readdirSync(path.join(folder, emails))
    .filter(file => file.endsWith('.txt'))
    .sort()
    .map(file => {
      const props = expected.get(path.basename(file, '.txt'))
      return {
        name: `zbateson/${file}`,
        raw: readFileSync(path.join(folder, emails, file)),
        subject: props ? saidIn(props, 'Subject') : null,
        texts: props ? textsOf(folder, props) : null,
        whole: false,
      }
    })
}

function saidIn(props: string, key: string): string | null {
  const found = new RegExp(`^ {12}'${key}' => '((?:[^'\\\\]|\\\\.)*)'`, 'm').exec(props)
  return found ? found[1]!.replace(/\\(['\\])/g, '$1') : null
}

/** Where both are expected, HTML repeats the text. */
function textsOf(folder: string, props: string): Fixture['texts'] {
  const text = saidIn(props, 'text')
  const file = text ?? saidIn(props, 'html')
  const found = file && path.join(folder, emails, 'files', file)
  if (!found || !existsSync(found)) return null
  return [{ words: readFileSync(found, 'latin1'), html: text === null }]
}
