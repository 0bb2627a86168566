import type { Temporal } from 'temporal-polyfill'
import type { ByValue } from '../../domain/tender/regimeByValue.ts'
import { germanDayWithWeekday } from '../../domain/time/day.ts'

/** "221.000". */
export function germanEuros(euros: number): string {
  return euros.toLocaleString('de-DE', { maximumFractionDigits: 0 })
}

function thresholdWords({ threshold }: ByValue): string {
  return `Schwellenwert ${germanEuros(threshold.euros)} EUR ohne Umsatzsteuer (gilt seit ${threshold.validFrom.slice(0, 4)}; ${threshold.source})`
}

/** Whole German sentences around procedures of procurement. */
export const tenderSentences = {
  noneRuns:
    'Es ist noch kein Verfahren begonnen. Beginnen: vergabe start. Vorher durchrechnen: vergabe simuliere bekanntmachung am 15.04.2024',
  runsAlready: (title: string) =>
    `Es läuft schon ein Verfahren: ${title}. Ein zweites beginnt erst, wenn es mit dem Vertrag endet, aufgehoben oder gewechselt ist (vergabe wechsel).`,
  noNotice:
    'In dieser Verfahrensart gibt es keine Auftragsbekanntmachung. Bitte beginnen Sie ohne Tag: vergabe start',
  noticeAhead: (day: Temporal.PlainDate) =>
    `Der ${germanDayWithWeekday(day)} liegt noch vor uns und ist nur vorgemerkt. Fristen laufen erst ab der Absendung; „vergabe simuliere bekanntmachung am ${day}“ rechnet sie vor.`,
  eventAhead: (day: Temporal.PlainDate) =>
    `Der ${germanDayWithWeekday(day)} liegt in der Zukunft; eingetragen wird, was geschehen ist. Vorausrechnen: vergabe simuliere`,
  notInProcedure: (event: string, procedure: string) =>
    `„${event}“ gibt es im Verfahren „${procedure}“ nicht.`,
  notYours:
    'Schritte eines Vergabeverfahrens ändern nur die Vergabestelle und die Koordination Jugendamt. Ich habe nichts geändert.',
  openInstead: (step: string) => `Eine Phase öffnen Sie wieder mit: frist öffnen ${step}`,
  neverEntered: (event: string) => `„${event}“ ist nicht eingetragen; es ist nichts zurückzunehmen.`,
  byThreshold: (by: ByValue) =>
    by.reached
      ? `Der Wert erreicht den ${thresholdWords(by)}: Es gelten GWB und VgV.`
      : by.fits
        ? `Der Wert liegt unter dem ${thresholdWords(by)}: Es gilt die UVgO.`
        : `Der Wert liegt unter dem ${thresholdWords(by)}: Vorgeschrieben ist nur die UVgO; ein Verfahren nach VgV ist freiwillig.`,
  aboveThreshold: (by: ByValue) =>
    `Der Wert erreicht den ${thresholdWords(by)}: Es gelten GWB und VgV, diese Verfahrensart gibt es dort nicht. Möglich sind zum Beispiel: offenes Verfahren, nicht offenes Verfahren, Verhandlungsverfahren mit Teilnahmewettbewerb.`,
  noThreshold: 'Für diesen Tag ist kein Schwellenwert hinterlegt; bitte selbst prüfen (§ 106 GWB).',
  uncounted:
    'Diese Verfahrensart wird nicht unterstützt: Die Phasen werden geführt, Fristen nicht gerechnet. Bitte §§ 18, 19 VgV selbst prüfen.',
  awardBan:
    'Sobald die Vergabekammer in Textform informiert hat, darf der Zuschlag nicht erteilt werden (§ 169 Abs. 1 GWB). Der Zuschlag ist gesperrt, bis Entscheidung und Beschwerdefrist vorbei sind oder eine Person ihn mit Begründung freigibt.',
  wayUnknown:
    'Wie die Information versandt wurde, ist nicht gesagt; gerechnet sind vorsichtig 15 Tage. Elektronisch oder per Fax sind es 10: versandweg:elektronisch',
  gateWarns: (needs: string) => `Achtung: ${needs} steht noch aus. Der Zuschlag ist bis dahin gesperrt.`,
  sameKind: (name: string) => `Das laufende Verfahren ist schon ein ${name}.`,
  onlyGivenUp:
    'Das Verfahren ist bekannt gemacht. Eine andere Verfahrensart geht nur, indem es aufgehoben (§ 63 VgV) und ein neues begonnen wird. Die Gründe sind allen Bewerbern und Bietern unverzüglich mitzuteilen; dafür entsteht eine Aufgabe.',
  reasonMissing: (line: string) => `Es fehlt noch der Grund. Bitte schreiben Sie: ${line} grund: …`,
  forVergabestelle:
    'Das trägt nur die Vergabestelle ein, auf der Web-Seite oder am Terminal: Es betrifft ein Unternehmen und bleibt im Haus.',
  notHere:
    'Einzelheiten eines Vergabeverfahrens gehören in keinen Kanal. Bitte fragen Sie in einer Direktnachricht.',
  onlyInHouse:
    'Einzelheiten eines Vergabeverfahrens sehen Sie auf der Web-Seite oder am Terminal, nicht in diesem Chat.',
  noAdvice: 'Keine Rechtsberatung',
} as const

/** Where details are to be asked for instead, by what may be said here. */
export const tenderNotHere = {
  none: tenderSentences.notHere,
  public: tenderSentences.onlyInHouse,
} as const
export type HiddenTender = keyof typeof tenderNotHere
