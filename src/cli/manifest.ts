import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programmeNamed } from '../buildWorld.ts'
import { platformNamed, platforms } from '../platforms.ts'
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
    const files = await platform.appFiles(settings.platforms[platform.name] ?? null, {
      appName: programmeNamed(settings.programme).profile.name,
      commands,
      publicUrl: settings.publicUrl,
      workplaceUrl: settings.workplaceUrl,
    })
    const [only] = files
    if (!folder && files.length === 1 && typeof only!.content === 'string') io.stdout.write(only!.content)
    else if (!folder)
      throw new WrongUsage(`Für ${platform.title} sind es mehrere Dateien. Bitte --out ORDNER angeben.`)
    else {
      mkdirSync(folder, { recursive: true })
      for (const file of files) {
        writeFileSync(join(folder, file.name), file.content)
        io.stdout.write(`${join(folder, file.name)}\n`)
      }
    }
    return 0
  },
}
