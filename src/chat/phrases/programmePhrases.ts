import type { Programme } from '../../domain/programme/programme.ts'
import { hasBodies } from '../seen/bodiesSeen.ts'
import { hasPools } from '../seen/poolsSeen.ts'
import { hasSchoolChecklist } from '../seen/schoolsSeen.ts'
import { hasDistricts } from '../seen/unitsSeen.ts'
import { fold } from '../words.ts'
import { joined, placeOf, type Rule, region } from './phraseRule.ts'
import type { Features } from './sentenceFeatures.ts'

/** Speaks of no Vorgang and no step: those have rules of their own. */
const general = (found: Features) =>
  found.tickets.length === 0 && found.deadlines.length === 0 && found.steps.length === 0

const lacking = / (offen\w*|fehlt|fehlen|luecken?|aussteht|stehen aus|steht aus|geregelt|erfuellt|klaeren) /

const hasCompetences = ({ profile }: Programme) => profile.zustaendigkeiten.length > 0

/**
 * The common questions about what only some programmes have: who is competent, schools, pools, bodies. Each rule holds where the
 * programme has it; elsewhere the same words mean what they mean in every programme. Nouns that may be inflected stand in `when`,
 * because the words of a cue are what slips of a key are put right to.
 */
export const programmeRules: readonly Rule[] = [
  {
    intent: 'competence_show',
    cue: / (zustaendig|zustaendigkeit) /,
    when: (found, text, programme) => general(found) && hasCompetences(programme) && schoolIn(text) !== null,
    args: (_, text) => ({ school: schoolIn(text) }),
  },
  {
    intent: 'competence_show',
    cue: / (zustaendig|zustaendigkeit) /,
    when: (found, _, programme) => general(found) && hasCompetences(programme) && isPlaceNamed(found),
    args: region,
  },
  {
    intent: 'coverage_show',
    cue: / (versorgt|abgedeckt|versorgung|abdeckung) /,
    when: (found, _, { profile }) => general(found) && profile.abdeckung !== null,
  },
  {
    intent: 'school_show',
    cue: / /,
    when: (found, text, programme) =>
      general(found) &&
      lacking.test(joined(found)) &&
      hasSchoolChecklist(programme) &&
      schoolIn(text) !== null,
    args: (_, text) => ({ school: schoolIn(text) }),
  },
  {
    intent: 'pool_show',
    cue: / /,
    when: (found, text, programme) =>
      general(found) && lacking.test(joined(found)) && hasPools(programme) && schoolIn(text) !== null,
    args: (_, text) => ({ what: schoolIn(text) }),
  },
  {
    intent: 'school_gaps',
    cue: / (welche|welchen|wo|wie viele) /,
    when: (found, _, programme) =>
      general(found) &&
      hasSchoolChecklist(programme) &&
      lacking.test(joined(found)) &&
      / schulen /.test(joined(found)),
  },
  {
    intent: 'body_next',
    cue: / (wann|naechste|naechsten|naechster|naechstes) /,
    when: (found, text, programme) =>
      general(found) &&
      hasBodies(programme) &&
      / (trifft|treffen|tagt|tagen|sitzung|zusammen|termin) /.test(joined(found)) &&
      bodyIn(text, programme) !== null,
    args: (_, text, programme) => ({ body: bodyIn(text, programme) }),
  },
  {
    intent: 'unit_show',
    cue: lacking,
    when: (found, _, programme) =>
      general(found) && hasDistricts(programme) && placeOf(found)?.kind !== undefined && asksWhat(found),
    args: region,
  },
]

function isPlaceNamed(found: Features): boolean {
  return placeOf(found) !== null || found.unknownPlace !== null
}

/** "Was ist in Mitte offen?" asks for steps, "offene Anfragen in Mitte" does not. */
function asksWhat(found: Features): boolean {
  return / was /.test(joined(found)) && !/ (anfragen?|vorgaenge|mails?|briefe|post) /.test(joined(found))
}

/** A school that is called by its name, at most six words: "Grundschule am Musterpark", "Gymnasium Springe". */
const school =
  /(?<![\p{L}\d])(?:der |die |das |dem |den )?((?:\p{L}+schule|\p{L}+schul-\p{L}+|Schule|Gymnasium|Schulzentrum|IGS|KGS|OBS|GS)\s+(?:(?:am|an|im|in|auf|der|dem|den|zum|zur|bei|Sankt|St\.)\s+){0,3}["„]?[\p{Lu}\d][\p{L}\d.-]*(?:[ -]\p{Lu}[\p{L}-]*){0,3})/u
const noName = /\s(?:Noch|Fehlt|Offen|Zuständig)$/iu

/** The name of a school in a sentence; null: none is named. */
export function schoolIn(text: string): string | null {
  const name =
    school
      .exec(text)?.[1]
      ?.replace(/["„“”]/g, '')
      .replace(noName, '')
      .trim() ?? null
  // "die Grundschule in Springe" is a school in a place, not a name.
  return name !== null && / (?:in|im) /.test(name) && !/ im /.test(name) ? null : name
}

/** The body that a sentence names, as the profile spells it; the longest spelling wins. */
function bodyIn(text: string, { profile }: Programme): string | null {
  const said = ` ${plain(text)} `
  const spellings = profile.gremien.flatMap(body =>
    [body.name, ...body.auch].map(spelling => ({ name: body.name, spelling: plain(spelling) })),
  )
  const found = spellings
    .filter(each => said.includes(` ${each.spelling} `))
    .sort((a, b) => b.spelling.length - a.spelling.length)
  return found[0]?.name ?? null
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
