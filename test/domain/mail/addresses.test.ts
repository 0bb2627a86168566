import { expect, test } from 'vitest'
import { sameMailbox } from '../../../src/domain/mail/addresses.ts'

test.each([
  ['harms@post.example', 'Harms@POST.example', true],
  ['harms@post.example', 'harms+kla@post.example', true],
  ['harms@post.example', 'harms@mail.post.example', false],
  ['u.harms@post.example', 'uharms@post.example', false],
  ['', '', true],
])('„%s“ and „%s“ lead to one mailbox: %s', (one, other, same) => {
  expect(sameMailbox(one, other)).toBe(same)
})

test('Google has two names in Germany and sees no dots', () => {
  const [one, two] = ['gmail', 'googlemail'].map(name => `${name}.com`)
  expect(sameMailbox(`ute.harms@${one}`, `uteharms+kla@${two}`)).toBe(true)
  expect(sameMailbox(`ute.harms@${one}`, `ute.harm@${two}`)).toBe(false)
})
