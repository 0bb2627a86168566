import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { processParts } from '../build/buildProcesses.ts'
import { programmeOf } from '../domain/programme/programme.ts'
import { readProfile } from '../domain/programme/readProfile.ts'
import { ProblemForPeople } from '../problem.ts'
import { type CliCommand, type Io, WrongUsage } from './command.ts'
import { emptyProfile } from './emptyProfile.ts'

/** Where the profiles of the program lie. */
const folder = fileURLToPath(new URL('../../profiles', import.meta.url))

export const profile: CliCommand = {
  usage: 'new NAME | check [NAME…]',
  summary: 'legt das Profil eines neuen Programms an oder prüft Profile',
  options: [
    [
      'new NAME',
      'schreibt ein kommentiertes Gerüst nach profiles/NAME.yaml oder in die genannte Datei (….yaml)',
    ],
    [
      'check [NAME…]',
      'nennt jeden Fehler mit seiner Zeile; NAME ist ein Profil oder eine Datei, ohne: alle in profiles',
    ],
  ],
  async run([word, ...names], io) {
    if (word === 'new' && names.length === 1) return newProfile(names[0]!, io)
    if (word === 'check') return checkProfiles(names.length > 0 ? names.map(fileOf) : shipped(), io)
    throw new WrongUsage(
      word === 'new' ? 'Bitte einen Namen für das neue Profil angeben.' : 'Bitte new oder check angeben.',
    )
  },
}

/** The file of a profile by its name in profiles/ or its own path. */
function fileOf(name: string): string {
  return /^[a-z0-9-]+$/.test(name) ? join(folder, `${name}.yaml`) : name
}

function shipped(): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => join(folder, name))
}

function newProfile(name: string, io: Pick<Io, 'stdout'>): number {
  const file = fileOf(name)
  const id = basename(file, '.yaml')
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(id) || !file.endsWith('.yaml'))
    throw new WrongUsage(
      `„${name.slice(0, 60)}“ geht nicht als Name. Erlaubt sind Kleinbuchstaben a bis z, Ziffern und Bindestrich, zum Beispiel: musterkreis`,
    )
  write(file, emptyProfile(id))
  io.stdout.write(
    `${file} ist angelegt. Bitte die Zeilen mit „← ausfüllen“ ergänzen, dann prüfen mit: kla profile check ${name}\n`,
  )
  return 0
}

/** Never over a file that is there, not even one that appears in the same moment. */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new ProblemForPeople(`${file} gibt es schon. Ich habe nichts geändert.`)
    if (code === 'ENOENT') throw new ProblemForPeople(`Den Ordner ${dirname(file)} gibt es nicht.`)
    throw new ProblemForPeople(`${file} lässt sich nicht schreiben (${code ?? 'unbekannt'}).`)
  }
}

function checkProfiles(files: readonly string[], io: Pick<Io, 'stdout' | 'stderr'>): number {
  let wrong = 0
  for (const file of files) {
    const { faults, open } = look(file)
    if (faults.length > 0) wrong++
    for (const fault of faults) io.stdout.write(`${fault}\n`)
    if (faults.length === 0)
      io.stdout.write(
        `${file}: in Ordnung${open > 0 ? `, ${open} Angaben noch offen (kla doctor nennt sie)` : ''}\n`,
      )
  }
  if (wrong > 0) io.stderr.write(`${wrong === 1 ? 'Ein Profil hat' : `${wrong} Profile haben`} Fehler.\n`)
  return wrong > 0 ? 1 : 0
}

function look(file: string): { faults: string[]; open: number } {
  if (!existsSync(file)) return { faults: [`${file}: Die Datei gibt es nicht.`], open: 0 }
  if (!statSync(file).isFile()) return { faults: [`${file}: Das ist keine Datei.`], open: 0 }
  const read = readProfile(readFileSync(file, 'utf8'), file)
  if ('faults' in read) return { faults: read.faults, open: 0 }
  try {
    processParts(programmeOf(read.profile))
  } catch (error) {
    if (error instanceof ProblemForPeople) return { faults: error.message.split('\n'), open: 0 }
    throw error
  }
  return { faults: [], open: read.profile.offen.length }
}
