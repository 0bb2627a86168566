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
/** "renderSlack.ts": how a Reply is written for a platform is that platform's business as well. */
const inItsName = new RegExp(`/[^/]*(${names.join('|')})[^/]*$`, 'i')

const program = filesUnder(['src', 'commands'], /\.(ts|mjs)$/).filter(
  ({ path }) => !names.some(name => path.startsWith(`src/adapters/${name}/`)),
)
const naming = program
  .filter(({ path, text }) => named.test(withoutComments(text)) || inItsName.test(path))
  .map(({ path }) => path)

// Else a further platform would be a folder and a search through the program.
test('no file outside its folder names a platform', () => {
  expect(names).toContain('slack')
  expect(naming.filter(path => !(path in exceptions))).toEqual([])
})

test('every exception is still one', () => {
  expect(Object.keys(exceptions).filter(path => !naming.includes(path))).toEqual([])
})

// Their libraries are large, and a machine without them must still start.
test('what stands in the folder of a platform is imported by that platform and by no other part', () => {
  const imports = program.flatMap(({ path, text }) =>
    names
      .filter(name => new RegExp(`from '[^']*adapters/${name}/[^']*'`).test(text))
      .map(name => `${path} → ${name}`),
  )
  expect(imports).toEqual([])
})
