import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type ReadYaml, readYaml } from '../../programme/readYaml.ts'

const euros = z.int().positive()

const thresholds = z.strictObject({
  schwellenwerte: z
    .array(
      z.strictObject({
        gueltig_ab: z.iso.date(),
        dienstleistung_kommunal: euros,
        dienstleistung_oberste_bundesbehoerde: euros,
        bau: euros,
        soziale_dienstleistung: euros,
        quelle: z.string().min(1),
      }),
    )
    .min(1),
})

export type Thresholds = z.infer<typeof thresholds>
export type ThresholdKind = Exclude<keyof Thresholds['schwellenwerte'][number], 'gueltig_ab' | 'quelle'>

export interface Threshold {
  /** Euro, without value added tax. */
  euros: number
  source: string
  /** ISO day from which it holds. */
  validFrom: string
}

/** The table of thresholds. All faults at once, each a German sentence with file and line. */
export function readThresholds(yamlText: string, fileName: string): ReadYaml<Thresholds> {
  return readYaml(
    {
      schema: thresholds,
      furtherFaults: () => [],
      empty: 'Die Datei enthält keine Schwellenwerte. Erwartet wird eine Liste „schwellenwerte:“.',
    },
    yamlText,
    fileName,
  )
}

/** The threshold of § 106 GWB on the day of dispatch (§ 3 Abs. 3 VgV); null before the first one of the table. */
export function thresholdOn(
  day: Temporal.PlainDate,
  kind: ThresholdKind,
  { schwellenwerte }: Thresholds,
): Threshold | null {
  const row = schwellenwerte
    .filter(each => each.gueltig_ab <= day.toString())
    .sort((a, b) => b.gueltig_ab.localeCompare(a.gueltig_ab))[0]
  return row ? { euros: row[kind], source: row.quelle, validFrom: row.gueltig_ab } : null
}
