import { plainWords } from '../classify/plainWords.ts'
import { hitsOf, signs } from '../classify/sign.ts'

const notYet = signs([
  {
    label: 'not-yet',
    weight: 1,
    kind: 'kündigt eine Antwort an',
    in: ['body'],
    any: `
      (ich )?(kuemmere?|klaere?|schaue?|pruefe?|frage?|melde|uebernehme|uebernehm|erkundige) (mich|ich|das|es|mal|nach|gleich|morgen|dazu|darum|drum|beim?|bei|dort|an|uns);
      (ich|wir) (kuemmer*|klaer*|schau*|pruef*|frag*|meld*|uebernehm*|erkundig*|leite*|geb*|gehe*|rufe*|ruf);
      bin dran; sind dran; moment; gleich; (weiss|wissen|wissen wir|kenne) … (nicht|nix|auch nicht); keine ahnung; muss ich … (klaeren|pruefen|nachsehen|nachschauen|fragen);
      wer; frag mal; fragt mal; da (muss|muesste|muessten)*; gute frage; interessiert (mich|uns); (das|dasselbe|gleiche) … auch; ping; push; looking into; let me check; i will check; no idea; on it;
      danke*; vielen dank; thx; thanks*; ok*; alles klar; super; prima; gerne; moin; hallo; guten (morgen|tag); lol; haha*; hm*`,
  },
])

/** An announcement or thanks and an answer in one: "Ich habe nachgefragt: Der Start ist am 1. August." */
const longEnough = 12

/**
 * Whether what a colleague wrote below a question answers it. Not: a question, "ich kümmere mich", thanks, an emoji, a link without
 * words. "Ja" and "nein" do. Errs towards no: then a person says so.
 */
export function isAnswer(text: string): boolean {
  const said = text.slice(0, 6_000).replace(/https?:\/\/\S+/gi, ' ')
  if (said.includes('?') || !/\p{L}{2}/u.test(said)) return false
  const plain = plainWords(said)
  const words = plain.text.split(' ').filter(word => /[a-z0-9]/.test(word))
  if (/^ (?:ja|nein|yes|no|doch|stimmt)(?: |$)/.test(plain.text)) return true
  if (words.length < 3) return false
  return hitsOf(notYet, { body: plain }).length === 0 || words.length > longEnough * 2
}
