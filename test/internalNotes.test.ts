import { expect, test } from 'vitest'
import type { InternalNote } from '../src/db/internalNotes.ts'
import type { NewLetter } from '../src/db/outgoingMails.ts'
import type { TypedAnswer } from '../src/flows/letters/prepareAnswer.ts'
import { filesUnder, withoutComments } from './repository/files.ts'
import { importsOf } from './repository/imports.ts'

// D21: internal notes that reach a citizen. There a note is a letter with a flag; here it is another type, in another table,
// and no code that makes letters can even see one.

const program = filesUnder(['src', 'commands'], /\.ts$/)
const imports = program.flatMap(importsOf).filter(each => each.own)

/** Everything that a file uses, itself included. */
function usedBy(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const { to } of imports.filter(each => each.from === path)) usedBy(to, seen)
  return seen
}

const named = (pattern: RegExp) =>
  program.filter(file => pattern.test(withoutComments(file.text))).map(file => file.path)

/** The table itself is defined beside that of the Vorgänge, which everybody uses. */
const ofNotes = named(/\binternalNotes\b|\binternal_notes\b/).filter(
  path => !path.startsWith('src/db/tables/'),
)

test('internal notes are written, read and moved with their Vorgang by a few files that are known', () => {
  expect(ofNotes.sort()).toEqual([
    'commands/vorgangZeige.ts',
    'src/db/internalNotes.ts',
    'src/db/ticketContents.ts',
    'src/db/writtenSince.ts',
    'src/flows/tickets/addNote.ts',
    'src/flows/tickets/changeTicket.ts',
    'src/flows/tickets/joinTickets.ts',
    'src/flows/tickets/undoChange.ts',
  ])
})

test('D21: nothing that makes, changes or sends a letter can reach internal notes', () => {
  const makers = named(
    /\binsertLetters\(|\bletterBytes\(|insert\(drafts\)|\boutgoingAttachments\b|letterHtml\(|answerText\(/,
  ).filter(path => !path.startsWith('src/db/tables/'))
  // The control: the makers are found, and so is what the page of a Vorgang uses.
  expect(makers).toEqual(
    expect.arrayContaining(['src/flows/letters/sendAnswer.ts', 'src/flows/intake/acknowledgeTickets.ts']),
  )
  expect(usedBy('commands/vorgangZeige.ts').has('src/db/internalNotes.ts')).toBe(true)
  const reached = makers.flatMap(path =>
    [...usedBy(path)].filter(used => ofNotes.includes(used)).map(used => `${path} → ${used}`),
  )
  expect(reached).toEqual([])
})

test('a note has not the shape of a letter, and the compiler says so', () => {
  const note = {
    id: 1,
    programmeId: 'p',
    ticketId: 1,
    author: 'a',
    text: 'n',
    at: 't',
  } satisfies InternalNote
  // @ts-expect-error a note is no letter to be sent
  const letter: NewLetter = note
  // @ts-expect-error nor is it a list of what goes with an answer
  const typed: TypedAnswer['files'] = note
  expect([letter, typed]).toHaveLength(2)
})
