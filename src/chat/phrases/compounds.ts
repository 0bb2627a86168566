import { fold, type Word } from '../words.ts'
import { classifying } from './vocabulary.ts'

/** What a matter is called behind its kind: "Datenschutzanfragen", "Vergabestand". */
const heads =
  /^(.{4,}?)(anfragen?|mails?|post|briefe?|beschwerden?|vorgaenge|faelle|fragen|themen|stand|sachen)$/

/** Compounds that are words of their own. */
const whole =
  /^(presseanfragen?|terminanfragen?|bieteranfragen|personalfragen|einzelfaelle|bieterfragen?|bieterpost|sachstand|zwischenstand|bestand|umstand|zustand|gesamtstand|projektstand|personalstellen)$/

const joints = ['', 's', 'n', 'en', 'e']

/** "Elternanfragen" are "Eltern Anfragen"; a word that names no kind of Vorgang stays as it is. */
export function compoundParts(word: Word): Word[] {
  const found = whole.test(word.folded) ? null : heads.exec(word.folded)
  if (!found || word.folded.length > 40) return [word]
  const kind = joints
    .filter(joint => found[1]!.endsWith(joint))
    .flatMap(joint => {
      const stem = found[1]!.slice(0, found[1]!.length - joint.length)
      return [stem, `${stem}e`, `${stem}en`]
    })
    .find(each => classifying.has(each))
  if (kind === undefined) return [word]
  return [kind === 'schul' ? 'schule' : kind, found[2]!].map(text => ({
    text,
    folded: fold(text),
    quoted: false,
  }))
}
