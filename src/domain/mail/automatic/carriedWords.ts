import { domainOf, isMailAddress, isMailSystem, isNoReply, sameMailbox } from '../addresses.ts'
import type { Letter } from '../letter.ts'

/**
 * Whether a letter from an address that nobody reads carries the words of a person: somebody can be answered (Reply-To), it comes
 * from the office's own web page, or it reads like a form or like the notice of a tool that a person wrote.
 */
export function carriesWords(letter: Letter): boolean {
  return answerable(letter) || fromOwnHouse(letter) || isFormOrNotice(letter)
}

function answerable(letter: Letter): boolean {
  return letter.replyTo.some(
    ({ address }) =>
      isMailAddress(address) &&
      !isNoReply(address) &&
      !isMailSystem(address) &&
      !sameMailbox(address, letter.from.address),
  )
}

function fromOwnHouse({ from, to }: Letter): boolean {
  return to.some(({ address }) => domainOf(address) === domainOf(from.address))
}

/** A field of a form as its mail writes it: "Telefon: 04121 …". */
const field =
  /^[ \t*>•-]{0,6}(?:(?:ihr |dein )?(?:vor- und nachname|vorname|nachname|name|absender(?:in)?|e-?mail(?:-?adresse)?|mail|telefon(?:nummer)?|tel\.?|schule|klasse|anliegen|betreff|thema|frage|kommentar|(?:ihre )?(?:nachricht|mitteilung|anfrage|frage)))[ \t]*[*:]{1,3}/gim
/** "Neue Nachricht von Amira Haddad", "Frau Haddad hat Ihnen geschrieben". */
const notice =
  /\b(?:nachricht|anfrage|mitteilung|kontaktanfrage|rückmeldung|frage|antwort) (?:von|durch) \p{Lu}|kontaktformular|anfrageformular|formular(?:eingang|daten|anfrage)|hat (?:ihnen|dir|euch)? ?(?:eine (?:neue )?(?:nachricht|mitteilung|anfrage) )?(?:geschrieben|gesendet|geschickt|hinterlassen)|\b(?:new )?message from \p{Lu}|\bcontact form\b/iu

function isFormOrNotice({ subject, newestText }: Letter): boolean {
  const text = newestText.slice(0, 5000)
  const fields = new Set([...text.matchAll(field)].map(match => match[0].trim().toLowerCase()))
  return fields.size >= 2 || notice.test(`${subject}\n${text.slice(0, 500)}`)
}
