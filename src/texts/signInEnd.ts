import type { Temporal } from 'temporal-polyfill'
import { germanDayWithWeekday } from '../domain/time/day.ts'
import { type OperatorNews, operatorNews } from './proofNews.ts'

/** What of a sign-in by OAuth2 can end. */
export type SignInPart = 'client-secret' | 'refresh-token'

const words = {
  'client-secret': {
    subject: 'Das Client-Secret für die Anmeldung am Postfach',
    mend: 'Bitte in der App-Registrierung ein neues Secret anlegen, KLA_OAUTH_CLIENT_SECRET und KLA_OAUTH_SECRET_ENDS ändern und das Programm neu starten.',
  },
  'refresh-token': {
    subject: 'Das Refresh-Token für die Anmeldung am Postfach',
    mend: 'Bitte neu anmelden, das neue Token als KLA_OAUTH_REFRESH_TOKEN eintragen und das Programm neu starten.',
  },
} as const

/** "in 14 Tagen", "morgen", "heute"; after the end when it was. */
function when(endsOn: Temporal.PlainDate, daysLeft: number): string {
  const day = germanDayWithWeekday(endsOn)
  if (daysLeft < 0) return `ist am ${day} abgelaufen`
  const near = ['heute', 'morgen'][daysLeft] ?? `in ${daysLeft} Tagen`
  return `läuft ${near} ab, am ${day}`
}

/** "Das Client-Secret … läuft in 14 Tagen ab, am Mo 01.03.2027." */
export function signInEndSentence(part: SignInPart, endsOn: Temporal.PlainDate, daysLeft: number): string {
  return `${words[part].subject} ${when(endsOn, daysLeft)}.`
}

export function signInEndNews(part: SignInPart, endsOn: Temporal.PlainDate, daysLeft: number): OperatorNews {
  return operatorNews(
    daysLeft < 0 ? 'Die Anmeldung am Postfach ist abgelaufen' : 'Die Anmeldung am Postfach läuft bald ab',
    [
      signInEndSentence(part, endsOn, daysLeft),
      `${daysLeft < 0 ? 'Seitdem' : 'Danach'} kommen keine Briefe mehr an und gehen keine mehr hinaus, bis es erneuert ist; verloren geht keiner.`,
      words[part].mend,
    ],
  )
}
