import { signs } from './sign.ts'
import { topicsOfMatters } from './topicsOfMatters.ts'
import { topicsOfPeople } from './topicsOfPeople.ts'

const all = ['subject', 'body'] as const

/** What a letter is about. Words of the subject line count for both, so the lines for it weigh less. */
export const topicSigns = signs([...topicsOfMatters, ...topicsOfPeople])

/** Words of the programme and of school aid. A letter about a child without any of them is no question to the programme. */
export const programmeWords = signs([
  {
    label: 'programme',
    weight: 1,
    kind: 'spricht vom Vorhaben',
    in: all,
    any: `
      *klassenassist*; *assistenz*; assistent*; *begleit*; i kraft; i helfer*; integrationskr*;
      poolmodell*; pool; teamleit*; inklusion*; kooperations*; ausschreibung*; vergabe*;
      eingliederungshilfe; hilfeplan*; foerder*; bescheid; antrag; konzept*; projekt*; vorhaben;
      einschulung; eingeschult; helfern?; zeitplan; elternabend; infoabend; gutachten; unterlagen`,
  },
])

/** A question is put, whatever about. */
export const question = signs([
  {
    label: 'question',
    weight: 1,
    kind: 'Frage',
    in: all,
    any: `
      (wie|was|welche[rnsm]?|wer|wo|warum|wieso|gibt es|gilt|darf|duerfen|koennen (sie|wir)|muss|muessen|wird|werden|ist|sind|haetten|waere)`,
  },
])
