import { fileURLToPath } from 'node:url'
import { timelineFrom } from '../../domain/timeline/storedTimeline.ts'
import { timelineLayout } from '../../domain/timeline/timelineLayout.ts'
import type { DrawTimeline } from '../types.ts'
import { fontFamily, timelineSpec } from './spec.ts'

/** Pixels of the file for each of the sheet: sharp on screens of telephones. */
const zoom = 2

/** Draws timelines as PNG. What goes wrong is told to `log`, without a word of the timeline. */
export function createDrawTimeline(log: { warn(fields: object, message: string): void }): DrawTimeline {
  return async (stored, alt) => {
    try {
      const timeline = timelineFrom(stored)
      const layout = timeline && timelineLayout(timeline)
      if (!layout) return null
      const spec = timelineSpec(timeline, layout)
      const png = await pngOf(await svgOf(spec))
      return { png, width: spec.width * zoom, height: spec.height * zoom, alt }
    } catch (error) {
      log.warn({ err: error }, 'Zeitplan: Bild nicht gezeichnet')
      return null
    }
  }
}

/** Vega is loaded with the first picture: 0.2 s and 30 MB that most processes never need. */
async function svgOf(spec: ReturnType<typeof timelineSpec>): Promise<string> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')])
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' })
  try {
    return await view.toSVG()
  } finally {
    view.finalize()
  }
}

/** Only our own font: the same picture on every machine. resvg reads TTF and no WOFF, and says nothing about it. */
async function pngOf(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const rendered = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: fontFamily },
  })
  return rendered.asPng()
}

function fontFiles(): string[] {
  return [
    import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  ].map(url => fileURLToPath(url))
}
