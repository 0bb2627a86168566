import { expect, test } from 'vitest'
import { readLetter } from '../../../src/adapters/mime/readLetter.ts'

const senderIn = async (from: string) => (await readLetter(Buffer.from(`From: ${from}\n\nText`))).from

test.each([
  ['"a b,c"@ql.example', { name: '', address: '"a b,c"@ql.example' }],
  [
    '=?utf-8?Q?Eva=0D=0ABcc:_o@x.example?= <eva@mail.example>',
    { name: 'Eva Bcc: o@x.example', address: 'eva@mail.example' },
  ],
  ['=?utf-8?Q?M=C3=BCller,_Eva;?= <eva@mail.example>', { name: 'Müller, Eva;', address: 'eva@mail.example' }],
  [
    '"=?utf-8?Q?M=C3=BC?= =?utf-8?Q?ller?=" <eva@mail.example>',
    { name: 'Müller', address: 'eva@mail.example' },
  ],
])('a sender keeps the address, whatever stands in the name: %s', async (from, found) => {
  expect(await senderIn(from)).toEqual(found)
})

test.each(['"a@kreis.example "@x.example', '"a\\"b c"@x.example'])(
  'a quoted address that programs on the way read in different ways is none: %s',
  async from => {
    expect((await senderIn(from)).address).toBe('')
  },
)
