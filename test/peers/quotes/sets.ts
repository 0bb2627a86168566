import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { alfonsrvFixtures } from './alfonsrv.ts'
import { crispFixtures } from './crisp.ts'
import { discourseFixtures } from './discourse.ts'
import type { QuoteFixture } from './fixture.ts'
import { talonFixtures } from './talon.ts'

/** Sets by a word of their folder's name, each with its reader. */
const sets = [
  { name: 'crisp', folder: /crisp/, read: crispFixtures },
  { name: 'discourse', folder: /discourse/, read: discourseFixtures },
  { name: 'talon', folder: /talon/, read: talonFixtures },
  { name: 'alfonsrv', folder: /alfonsrv/, read: alfonsrvFixtures },
]

/** All fixtures in checkouts of the sets, which lie in `folder` or one level deeper. Throws when a set is missing. */
export function quoteFixtures(folder: string): QuoteFixture[] {
  const inside = (parent: string) =>
    readdirSync(parent)
      .map(name => join(parent, name))
      .filter(path => statSync(path).isDirectory())
  const near = inside(folder)
  const folders = [...near, ...near.flatMap(inside)]
  return sets.flatMap(({ name, folder: pattern, read }) => {
    const found = folders.find(path => pattern.test(path.slice(folder.length)))
    if (!found) throw new Error(`No checkout of ${name} in ${folder}`)
    return read(found)
  })
}
