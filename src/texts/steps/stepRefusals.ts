import type { Refusal } from '../../domain/process/mayChange.ts'
import { germanDay } from '../../domain/time/day.ts'
import { whenWords } from './stepWords.ts'

/** Why nothing was changed, in one sentence that says what to do. `name`: "F-7"; `needs`: what must be done first, and by whom. */
export function refusalSentence(why: Refusal, name: string, needs: string): string {
  switch (why.kind) {
    case 'already':
      return why.state === 'erledigt'
        ? `${name} ist schon erledigt. Wieder öffnen: frist öffnen ${name}`
        : `${name} ist entfallen. Wieder öffnen: frist öffnen ${name}`
    case 'open-anyway':
      return `${name} ist offen; es ist nichts zu tun.`
    case 'done-with':
      return `${name} ist erledigt mit „${why.title}“. Wird dieser Schritt wieder geöffnet, ist auch ${name} wieder offen.`
    case 'ahead':
      return `Der ${germanDay(why.day)} liegt in der Zukunft; erledigt ist erst, was geschehen ist.`
    case 'over':
      return `${whenWords(why.when)} ist vorbei. Bitte nennen Sie einen Termin ab heute.`
    case 'same':
      return `${name} steht schon auf ${whenWords(why.when)}.`
    case 'gate':
      return `${name} ist gesperrt, bis ${needs} erledigt ist. Freigeben kann es eine Person mit Begründung: frist freigeben ${name} grund: …`
    case 'no-gate':
      return `Vor ${name} steht keine Sperre; es ist nichts freizugeben.`
    case 'unlocked-already':
      return `${name} ist schon freigegeben.`
    case 'legal':
      return legalSentence(why, name)
    case 'law':
      return why.sentence
    case 'legal-drop':
      return `${name} ist eine gesetzliche Frist${why.norm ? ` (${why.norm})` : ''} und entfällt nicht durch Eintrag; sie folgt ihrem Ereignis.`
    case 'same-owner':
      return `${name} liegt schon dort.`
    case 'as-rule':
      return `${name} steht auf dem Termin, der sich aus der Regel ergibt; es ist nichts zurückzusetzen.`
    case 'legal-snooze':
      return `${name} ist eine gesetzliche Frist${why.norm ? ` (${why.norm})` : ''}; an sie wird immer erinnert.`
  }
}

function legalSentence({ norm, why, earliest }: Refusal & { kind: 'legal' }, name: string): string {
  const law = norm ? ` (${norm})` : ''
  if (earliest)
    return `${name} darf nicht vor dem ${germanDay(earliest)} liegen${law}: ${why} Ein späterer Tag lässt sich setzen; eine kürzere Frist nur mit Begründung über „vergabe“.`
  return why === ''
    ? `${name} folgt aus dem Gesetz${law} und bekommt ihren Tag von dem Ereignis, mit dem sie beginnt; von Hand lässt sie sich nicht verschieben.`
    : `${name} folgt aus dem Gesetz${law} und lässt sich nicht von Hand verschieben: ${why}`
}
