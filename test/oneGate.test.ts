import { expect, test } from 'vitest'
import { filesUnder, withoutComments } from './repository/files.ts'

// D12: a block that does not cover the letters of the system itself. Here one function hands letters over, and the gate stands
// in it, before the only line that does.

const program = filesUnder(['src', 'commands'], /\.ts$/).map(({ path, text }) => ({
  path,
  code: withoutComments(text),
}))
const named = (pattern: RegExp) => program.filter(({ code }) => pattern.test(code)).map(({ path }) => path)

test('one file hands letters to a mail server, and lets none by that did not pass the gate', () => {
  // Who has a sender can send: they are made at the edge, given on in main, and used here.
  expect(named(/\bsenderFor\(/)).toEqual(['src/flows/letters/sendLetter.ts'])
  expect(named(/\bsender\w*\.send\(/i)).toEqual(['src/flows/letters/sendLetter.ts'])
  const { code } = program.find(({ path }) => path === 'src/flows/letters/sendLetter.ts')!
  expect(code.match(/\.send\(/g)).toHaveLength(1)
  expect(code.indexOf('passGate(')).toBeGreaterThan(0)
  expect(code.indexOf('await passGate(')).toBeLessThan(code.indexOf('.send('))
})

test('letters leave over SMTP in one folder only, and rows of letters are written in one way only', () => {
  expect(
    named(/from 'nodemailer\/lib\/smtp-connection/).every(path => path.startsWith('src/adapters/smtp/')),
  ).toBe(true)
  expect(named(/\b(?:insert\(outgoingMails\)|insert into outgoing_mails|tx, outgoingMails)/)).toEqual([
    'src/db/outgoingMails.ts',
  ])
})
