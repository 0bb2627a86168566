/**
 * Whether somebody asks or wants something for themselves: then a person wrote it, however much of it reads like a note of
 * absence. Questions of politeness ("Haben Sie Fragen?") are none.
 */
export function ownMatter(text: string): boolean {
  const read = withoutCourtesy(text.slice(0, 6000))
  return read.includes('?') || wants.test(read)
}

/** Without addresses of pages and without questions that ask nothing: "Haben Sie dringende Fragen?" */
function withoutCourtesy(text: string): string {
  return text
    .replace(/https?:\S+/g, ' ')
    .replace(
      /(?:haben sie|sie haben|bei|noch|weitere|dringende) (?:(?:noch|weitere|dringende) )?(?:fragen|anliegen)\s*\?/giu,
      ' ',
    )
    .replace(/(?:dringend|eilig|notfall|es eilt)\s*\?/giu, ' ')
}

const wants =
  /\b(?:mein|unser)(?:e[mnrs]?)? (?:(?!kolleg|\p{L}*vertret)\S+ )?(?:sohn|söhne|tochter|töchter|kind(?:er|es|ern)?|junge|enkel\w*|pflegekind\w*|mann|ehemann|frau|ehefrau|mutter|vater|anliegen|frage|antrag)\b|\b(?:ihr|sein|dein)(?:e[mnrs]?)? (?:sohn|tochter|kind)\b|\bich (?:möchte (?!mich (?:für|bei))|wollte|hätte gern|beantrage|brauche|benötige|suche|frage mich|habe (?:noch )?eine frage)|\bich bitte (?!(?:sie )?(?:vorab |schon jetzt )?um (?:ihr |etwas |euer )?(?:verständnis|geduld|nachsicht|entschuldigung))|\b(?:könnten|würden) sie\b|\baber (?:ich|meine|eine|wir|trotzdem)\b|\bmy (?:son|daughter|child(?:ren)?|question|application)\b|\b(?:could|would) you\b|\bi (?:would like|need|want) to\b/iu

/**
 * The sentences of a text without its greeting, whitespace folded. Dots of dates end no sentence ("vom 1. bis 5. Mai").
 */
export function sentencesOf(text: string): string[] {
  return withoutCourtesy(text.slice(0, 4000))
    .replace(/(\d)\.(?=\s?(?:\d|\p{L}|\)|,))/gu, '$1 ')
    .replace(
      /^\s*(?:sehr geehrte|guten? (?:tag|morgen|abend)|hallo|liebe|moin|dear|hello|hi)\b[^\n]{0,80}\n/imu,
      '',
    )
    .split(/(?<=[.!?])\s+|\n\s*\n/u)
    .map(sentence => sentence.replace(/\s+/g, ' ').trim())
    .filter(sentence => /\p{L}/u.test(sentence))
}
