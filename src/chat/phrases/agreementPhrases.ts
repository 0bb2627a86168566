import type { Programme } from '../../domain/programme/programme.ts'
import { asksFirst } from './caution.ts'
import { joined, optionalRegion, type Rule } from './phraseRule.ts'
import type { Features } from './sentenceFeatures.ts'

/** How people call the agreement of a programme. */
export const agreement =
  / (kooperations)?(vertrag|vertrags|vertraege|vereinbarung|vereinbarungen)|kooperationsv/

/** What happened to an agreement, in words that cannot mean another thing, and the step that this is, known by its title. */
interface Happening {
  said: RegExp
  title: RegExp
  /** The noun that stands for the step where no step or several have such a title. */
  noun: string
  /** Without a word for the agreement it may be about anything. */
  named: boolean
}

const agreed = /(zugestimmt|beschlossen|verabschiedet|beschluss gefasst|beschluss liegt vor)/.source
const happenings: readonly Happening[] = [
  {
    said: / (unterschrieben|unterzeichnet|gegengezeichnet|unterschriften .*(da|vor|vollstaendig)) /,
    title: /unterzeichn|unterschr/i,
    noun: 'Unterzeichnung',
    named: true,
  },
  {
    said: / (jha|jugendhilfeausschuss\w*) .*(angehoert|gehoert|beteiligt|befasst|zugestimmt|empfohlen) |anhoerung .*(jha|jugendhilfeausschuss\w*) .*(erfolgt|erledigt|durch|abgeschlossen|gelaufen) /,
    title: /jugendhilfeausschuss|\bJHA\b/i,
    noun: 'Jugendhilfeausschuss',
    named: false,
  },
  {
    said: new RegExp(` (kreistag\\w*|rat|stadtrat) .*${agreed} `),
    title: /kreistag|stadtrat/i,
    noun: 'Beschluss',
    named: true,
  },
  {
    said: / (bekannt ?gegeben|bekanntgemacht|veroeffentlicht) /,
    title: /bekanntgabe/i,
    noun: 'Bekanntgabe',
    named: true,
  },
  {
    said: / entwurf .*(fertig|steht|erledigt|abgeschlossen|liegt vor|geschrieben) | (entwurf|entworfen) $/,
    title: /^(?!.*abstimmung).*entwurf/i,
    noun: 'Entwurf',
    named: true,
  },
  {
    said: / rechtspruefung .*(durch|fertig|erledigt|abgeschlossen|erfolgt|da) | rechtlich geprueft /,
    title: /rechtsprüfung/i,
    noun: 'Rechtsprüfung',
    named: true,
  },
]

const happened = (found: Features) =>
  found.tickets.length === 0 && found.deadlines.length === 0 && found.steps.length === 0
    ? happenings.find(
        ({ said, named }) => said.test(joined(found)) && (!named || agreement.test(joined(found))),
      )
    : undefined

/** Ids of the steps of agreements, as the profile spells them. */
export function isAgreementStep({ profile }: Programme, id: string): boolean {
  return agreementSteps(profile).some(step => step.id === id)
}

function agreementSteps({ ablaeufe }: Programme['profile']) {
  return ablaeufe.filter(each => each.art === 'vereinbarung').flatMap(each => each.schritte)
}

/** "K9" when one step of the agreement is meant, else the noun that is then looked for. */
function stepMeant({ profile }: Programme, { title, noun }: Happening): string {
  const steps = agreementSteps(profile).filter(step => title.test(step.titel))
  return steps.length === 1 ? steps[0]!.id : noun
}

const aboutLetters = / (anfragen?|vorgaenge|mails?|briefe|schreiben|post|beschwerden?|nachrichten?) /

/** What people say and ask about the agreement without naming a step. Where a programme has none, these words mean nothing of this kind. */
export const agreementRules: readonly Rule[] = [
  {
    // "Wann wird der Vertrag unterschrieben?"
    intent: 'agreement_status',
    cue: agreement,
    when: (found, text, { profile }) =>
      profile.vereinbarung !== null &&
      found.tickets.length === 0 &&
      found.deadlines.length === 0 &&
      !aboutLetters.test(joined(found)) &&
      asksFirst(text) &&
      / (unterschr\w*|unterz\w*|gegengezeichnet|beschlossen|zugestimmt|fertig|durch|entwurf|rechtspruefung|geprueft|haengt|fehlt|dran|gilt|kraft|stockt) /.test(
        joined(found),
      ),
    args: optionalRegion,
  },
  {
    // The words of `happenings` once more: slips of a key are put right to words of cues.
    intent: 'agreement_step_done',
    cue: / (unterschrieben|unterzeichnet|gegengezeichnet|unterschriften|angehoert|gehoert|beteiligt|befasst|empfohlen|anhoerung|zugestimmt|beschlossen|verabschiedet|beschluss|gegeben|bekanntgegeben|bekanntgemacht|veroeffentlicht|entwurf|entworfen|rechtspruefung|rechtlich) /,
    when: (found, _, { profile }) => profile.vereinbarung !== null && happened(found) !== undefined,
    args: (found, _, programme) => ({
      step: { kind: 'words', text: stepMeant(programme, happened(found)!) },
      ...optionalRegion(found),
      ...doneOn(found),
    }),
  },
]

/** The day on which it was done, when another than today was said. */
export function doneOn({ day, range }: Features): Record<string, unknown> {
  return day !== null && range?.name !== 'heute' && range?.name !== 'morgen' ? { on: day } : {}
}
