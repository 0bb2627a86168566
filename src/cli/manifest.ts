import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programmeNamed } from '../buildWorld.ts'
import { offeredCommands } from '../chat/offeredCommands.ts'
import { platformNamed, platforms } from '../platforms.ts'
import { ProblemForPeople } from '../problem.ts'
import { commands } from '../registry.ts'
import { type CliCommand, WrongUsage } from './command.ts'
import { settingsFor } from './settingsFor.ts'

const able = platforms.filter(each => each.appFiles)

export const manifest: CliCommand = {
  usage: `${able.map(each => each.name).join('|')} [--out ORDNER]`,
  summary: 'gibt die Dateien aus, mit denen die App einer Chat-Plattform eingerichtet wird',
  options: [
    ...able.map(each => [each.name, `die Beschreibung der App für ${each.title}`] as [string, string]),
    ['--out ORDNER', 'schreibt sie in diesen Ordner statt auf die Standardausgabe'],
  ],
  async run(argv, io) {
    const [name, option, folder] = argv
    const platform = name ? platformNamed(name) : null
    if (!platform?.appFiles)
      throw new WrongUsage(`Bitte die Plattform nennen: ${able.map(each => each.name).join(' oder ')}.`)
    if (argv.length > 1 && (option !== '--out' || !folder || argv.length > 3))
      throw new WrongUsage('Nach der Plattform kann nur --out ORDNER stehen.')
    const { settings } = settingsFor(io)
    const programme = programmeNamed(settings.programme)
    const files = await platform.appFiles(settings.platforms[platform.name] ?? null, {
      appName: programme.profile.name,
      commands: offeredCommands(programme, commands),
      publicUrl: settings.publicUrl,
      workplaceUrl: settings.workplaceUrl,
    })
    const [only] = files
    if (!folder && files.length === 1 && typeof only!.content === 'string') io.stdout.write(only!.content)
    else if (!folder)
      throw new WrongUsage(`Für ${platform.title} sind es mehrere Dateien. Bitte --out ORDNER angeben.`)
    else for (const path of written(folder, files)) io.stdout.write(`${path}\n`)
    return 0
  },
}

/** Writes the files and gives their paths. */
function written(folder: string, files: readonly { name: string; content: string | Uint8Array }[]): string[] {
  try {
    mkdirSync(folder, { recursive: true })
    return files.map(({ name, content }) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unbekannt'
    throw new ProblemForPeople(`In den Ordner ${folder} kann nicht geschrieben werden (${code}).`)
  }
}
