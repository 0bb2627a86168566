import { expect, test } from 'vitest'
import { platforms } from '../../src/platforms.ts'
import { filesUnder, withoutComments } from '../repository/files.ts'

/** Where a platform may be named outside its folder, each with the reason. */
const exceptions: Record<string, string> = {
  'src/people.ts': 'an example of how an account is written in the list of people',
  'src/chat/phrases/unknownPlaces.ts': 'words that follow „in“ in a sentence and are no place',
  'src/domain/classify/wordLists.ts': 'words of letters',
  'src/domain/classify/topicsOfMatters.ts': 'words of letters',
  'src/domain/disclosure/words/everydayNouns.ts': 'words of letters',
}

const names = platforms.map(each => each.name)
const named = new RegExp(`\\b(${names.join('|')})\\b`, 'i')

/** adapters/slack, and how a Reply is written for it: reply/renderSlack.ts, reply/slackLimits.ts. */
function isItsOwn(path: string): boolean {
  return names.some(
    name =>
      path.startsWith(`src/adapters/${name}/`) ||
      new RegExp(`^src/reply/(render)?${name}[A-Z.]`, 'i').test(path),
  )
}

const program = filesUnder(['src', 'commands'], /\.(ts|mjs)$/).filter(file => !isItsOwn(file.path))
const naming = program.filter(({ text }) => named.test(withoutComments(text))).map(({ path }) => path)

// Else a further platform would be a folder and a search through the program.
test('no file outside its folder names a platform', () => {
  expect(names).toContain('slack')
  expect(naming.filter(path => !(path in exceptions))).toEqual([])
})

test('every exception is still one', () => {
  expect(Object.keys(exceptions).filter(path => !naming.includes(path))).toEqual([])
})

// Their libraries are large, and a machine without them must still start.
test('a renderer for a platform is used by that platform and by no other part', () => {
  const imports = program.flatMap(({ path, text }) =>
    names
      .filter(name => new RegExp(`from '[^']*/reply/(render)?${name}[A-Z][^']*'`, 'i').test(text))
      .map(name => `${path} → ${name}`),
  )
  expect(imports).toEqual([])
})
