import { readFileSync, writeFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'

const folder = new URL('../../src/adapters/teams/icons/', import.meta.url)

/** Draws the icons of the Teams app from their SVG. */
export function drawTeamsIcons(): void {
  for (const name of ['color', 'outline']) {
    const svg = readFileSync(new URL(`${name}.svg`, folder), 'utf8')
    writeFileSync(new URL(`${name}.png`, folder), new Resvg(svg).render().asPng())
  }
}
