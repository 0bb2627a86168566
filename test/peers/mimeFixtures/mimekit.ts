import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Fixture, wordsOfHtml } from './fixture.ts'

const data = 'UnitTests/TestData'

/** jstedfast/MimeKit: bodies stand in a C# test, subjects of whole mailboxes in a summary beside them. */
export function mimekitFixtures(folder: string): Fixture[] {
  const tests = readFileSync(path.join(folder, 'UnitTests/MimeMessageTests.cs'), 'utf8')
  const messages = readdirSync(path.join(folder, data, 'messages')).map(file => ({
    name: `MimeKit/${file}`,
    raw: readFileSync(path.join(folder, data, 'messages', file)),
    subject: null,
    texts: bodiesIn(tests, file),
    // What it takes for the body is the first text; the others are read by us too.
    whole: false,
  }))
  return [...messages, ...mailbox(folder, 'content-length')]
}

function bodiesIn(tests: string, file: string): Fixture['texts'] {
  const at = tests.indexOf(`"${file}"`)
  const next = tests.indexOf('MimeMessage.Load', at)
  const after = tests.slice(at, next < 0 ? undefined : next)
  const constant = (name: string) => {
    const said = tests.lastIndexOf(`const string ${name} = "`, at)
    return JSON.parse(/"(?:[^"\\]|\\.)*"/.exec(tests.slice(said))![0]) as string
  }
  const expects = (name: string) =>
    new RegExp(`(?:message\\.${name}|body), Is\\.EqualTo \\(${name}\\)`).test(after)
  if (at < 0) return null
  if (expects('TextBody')) return [{ words: constant('TextBody'), html: false }]
  return expects('HtmlBody') ? [{ words: wordsOfHtml(constant('HtmlBody')), html: true }] : null
}

/** One fixture for each mail; the summary has its headers as MimeKit read them. */
function mailbox(folder: string, name: string): Fixture[] {
  const file = (end: string) => readFileSync(path.join(folder, data, 'mbox', `${name}${end}`))
  const mails = file('.mbox.txt')
    .toString('latin1')
    .split(/(?:^|\n)(?=From - )/)
    .filter(Boolean)
  const summaries = file('-summary.txt')
    .toString('utf8')
    .split(/(?:^|\n)(?=From - )/)
    .filter(Boolean)
  return mails.map((mail, i) => ({
    name: `MimeKit/${name}#${i + 1}`,
    raw: Buffer.from(mail, 'latin1'),
    subject:
      mails.length === summaries.length ? (/^Subject: (.*)/m.exec(summaries[i]!)?.[1]?.trim() ?? '') : null,
    texts: null,
    whole: false,
  }))
}
