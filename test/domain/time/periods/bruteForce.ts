/*
 * A second, deliberately plain counter: its own Easter, its own table of holidays typed from the holiday laws of the Länder,
 * one day after the other. It shares no code with the engine, not even the calendar type.
 */

const dayLength = 86_400_000

/** "2024-05-21". */
export type Iso = string

export const isoOf = (n: number): Iso => new Date(n * dayLength).toISOString().slice(0, 10)
export const numberOf = (iso: Iso): number => Date.parse(`${iso}T00:00:00Z`) / dayLength

/** Easter Sunday by Gauss with the additions of Lichtenberg. */
function easter(year: number): number {
  const k = Math.floor(year / 100)
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25)
  const s = 2 - Math.floor((3 * k + 3) / 4)
  const a = year % 19
  const d = (19 * a + m) % 30
  const r = Math.floor((d + Math.floor(a / 11)) / 29)
  const og = 21 + d - r
  const sz = 7 - ((year + Math.floor(year / 4) + s) % 7)
  const oe = 7 - ((og - sz) % 7)
  return numberOf(`${year}-03-01`) + og + oe - 1
}

const everywhere = ['01-01', '05-01', '10-03', '12-25', '12-26']
const everywhereFromEaster = [-2, 1, 39, 50]

/** What each Land adds: fixed days, days after Easter, and the years from which they hold. */
const added: Record<string, { fixed?: [string, number?][]; fromEaster?: number[]; only?: Iso[] }> = {
  BB: { fixed: [['10-31']], fromEaster: [0, 49] },
  BE: { fixed: [['03-08', 2019]], only: ['2020-05-08', '2025-05-08', '2028-06-17'] },
  BW: { fixed: [['01-06'], ['11-01']], fromEaster: [60] },
  BY: { fixed: [['01-06'], ['11-01']], fromEaster: [60] },
  HB: { fixed: [['10-31', 2018]] },
  HE: { fromEaster: [60] },
  HH: { fixed: [['10-31', 2018]] },
  MV: { fixed: [['03-08', 2023], ['10-31']] },
  NI: { fixed: [['10-31', 2018]] },
  NW: { fixed: [['11-01']], fromEaster: [60] },
  RP: { fixed: [['11-01']], fromEaster: [60] },
  SH: { fixed: [['10-31', 2018]] },
  SL: { fixed: [['08-15'], ['11-01']], fromEaster: [60] },
  SN: { fixed: [['10-31']] },
  ST: { fixed: [['01-06'], ['10-31']] },
  TH: { fixed: [['09-20', 2019], ['10-31']] },
}

/** Numbers of all statutory holidays of a Land from 2016 to 2040. */
function holidays(land: string): Set<number> {
  const days = new Set<number>([numberOf('2017-10-31')])
  const { fixed = [], fromEaster = [], only = [] } = added[land]!
  for (let year = 2016; year <= 2040; year++) {
    for (const each of everywhere) days.add(numberOf(`${year}-${each}`))
    for (const [each, from = 0] of fixed) if (year >= from) days.add(numberOf(`${year}-${each}`))
    for (const each of [...everywhereFromEaster, ...fromEaster]) days.add(easter(year) + each)
    // Buß- und Bettag: the Wednesday before 23 November.
    if (land === 'SN')
      for (let at = numberOf(`${year}-11-22`); ; at--)
        if (new Date(at * dayLength).getUTCDay() === 3) {
          days.add(at)
          break
        }
  }
  for (const each of only) days.add(numberOf(each))
  return days
}

/** The last day of so many days after an event, found by walking from day to day. */
export function bruteForce(land: string) {
  const off = holidays(land)
  const works = (n: number) => ![0, 6].includes(new Date(n * dayLength).getUTCDay()) && !off.has(n)
  return {
    works,
    /** `paragraph5`: at least two working days in it. */
    lastDay(event: number, days: number, paragraph5: boolean): number {
      let at = event
      let counted = 0
      let working = 0
      for (;;) {
        at++
        counted++
        if (works(at)) working++
        if (counted >= days && works(at) && (!paragraph5 || days < 2 || working >= 2)) return at
      }
    },
    /** The first day on which a contract can be signed: after the last day, careful or not. */
    signing(event: number, days: number, careful: boolean): number {
      let at = event + days
      while (careful && !works(at)) at++
      return at + 1
    },
  }
}

export const countedLands = Object.keys(added)
