import { type Cover, takeAll } from './removal.ts'

/*
 * What has a form: addresses of mail and web, accounts, telephone and file numbers. First what may stand is taken (times,
 * amounts, paragraphs of law), then what is known by its form or by the word before it; of the other figures only small ones
 * stay. Every pattern has lengths, so that no letter takes long.
 */

const endings = 'de|com|org|net|eu|info|example|test|gmbh|berlin|hamburg|online|me|io|app|at|ch'
const mail =
  /[\p{L}\d._%+-]{1,64}\s?(?:@|\(at\)|\[at\]|\{at\}|\(ät\)| at (?=[\p{L}\d-]{1,40}(?:\.| punkt | dot |\(punkt\)|\(dot\))))\s?[\p{L}\d-]{1,63}(?:(?:\.|\s?\((?:punkt|dot)\)\s?| punkt | dot )[\p{L}\d-]{1,63}){0,4}/giu
const web = new RegExp(
  `https?:\\/\\/\\S{1,500}|\\bwww\\.\\S{1,300}|(?<![\\w.@-])(?:[\\p{L}\\d-]{1,63}\\.){1,4}(?:${endings})\\b(?:\\/\\S{0,300})?`,
  'giu',
)
const file =
  /[^\s/\\,;:()[\]„“"'|<>]{1,120}\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|txt|jpe?g|png|gif|heic|tiff?|zip|msg|eml|mp[34]|m4a|mov|csv|vcf|ics)\b/giu
const handle = /(?<![\p{L}\d])@[\p{L}\d_.]{2,40}/gu
const iban = /\b[A-Z]{2}\s?\d{2}(?:[ -]?[A-Z\d]{2,4}){3,9}\b|\b[a-z]{2}\s?\d{2}(?:[ -]?\d){10,28}\b/g
const bankCode =
  /\b(?:bic|swift|blz|bankleitzahl|konto(?:nummer|-?nr\.?)?|kto\.?(?:-?nr\.?)?)\s?(?:ist|lautet|[:=])?\s{0,3}([A-Z\d][A-Z\d -]{4,22}[A-Z\d])\b/gi

const amount =
  /(?<![\p{L}\d.,/-])\d{1,3}(?:\.\d{3}){0,3}(?:,\d{1,2})?\s?(?:€|euro?\b|cent\b|prozent|%|mio|tausend|stunden?|std|h\b|tagen?|werktagen?|arbeitstagen?|wochen?(?:stunden)?|monate?n?|minuten?|min\b|jahre?n? (?!alt)|kinder[np]?|schülerinnen|schülern?|klassen?|plätzen?|stellen?|personen|teilnehmende?n?|km\b|qm\b|m²|meter|mal\b)/giu
const plainAmount =
  /(?<![\p{L}\d.,/-])\d{1,3}(?:\.\d{3}){0,3},\d{2}(?![\d.,/-])|(?<![\p{L}\d.,/-])\d{4,6}\s?(?:€|euro?\b)/giu
const time =
  /(?<![\d.,/-])\d{1,2}(?:[:.]\d{2})?\s?(?:–|-|bis)?\s?(?:\d{1,2}(?:[:.]\d{2})?)?\s?(?:uhr|h)\b|(?<![\d.,:/-])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])/giu
const law =
  /§§?\s?\d{1,4}\s?[a-z]?\b(?:(?:\s?,\s?|\s?(?:abs|absatz|satz|nr|nummer|ff?|i\. ?v\. ?m|und|bis)\.?\s?){1,2}(?:\d{1,3}\s?[a-z]?\b|(?=\s)))*|\b(?:art|artikel|abs|absatz|satz|ziffer|ziff|kapitel|punkt|seite|lose?|top|anlage|phase|stufe|raum|gruppe|region|sgb|phase)\.?\s?\d{1,3}[a-z]?\b(?![\d./-])/giu
const schoolYear = /(?<![\d.,/-])20\d\d\s?[/-]\s?(?:20)?\d\d(?![\d./-])/g

const cue =
  '(?:az|aktenzeichen|akz|gz|geschäftszeichen|kassenzeichen|buchungszeichen|vorgangszeichen|zeichen|[\\p{L}-]{0,30}(?:nummer|-nr|nr|-id|kennung|nummern)|benutzername|benutzerkennung|login|passwort|kennwort|pin|tan|postfach|rechnung nr|angebot nr|vertrag nr|steuer-?id|nr)'
const fileNumber = new RegExp(
  `(?<![\\p{L}])${cue}(?![\\p{L}])\\.?\\s?(?:lautet|ist|war|von|[:=#])?\\s{0,3}((?=[^\\s]*\\d|[A-Z\\d]{1,4}[ -][^\\s]*\\d)[\\p{L}\\d]{1,20}(?:[./_-][\\p{L}\\d]{1,20}){0,8}(?:[ ]\\p{L}{0,2}\\d[\\p{L}\\d./-]{0,20}|[ ]\\p{Lu}{1,3}(?=[ ]\\d)){0,6})`,
  'giu',
)
/** What follows a cue, whatever it is: names of users and words of entry hold no figures sometimes. */
const login =
  /\b(?:benutzername|benutzerkennung|login|passwort|kennwort)\s?(?:lautet|ist|war|[:=])\s{0,3}(\S{2,60})/giu
const courtFile = /\b\d{1,3}\s[A-Z][A-Za-z]{0,3}\s\d{1,6}\/\d{2,4}\b/g
const plate =
  /(?<![\p{L}\d])[A-ZÄÖÜ]{1,3}[-–][A-ZÄÖÜ]{1,2}[ -]?\d{1,4}[EH]?(?![\p{L}\d])|\bkennzeichen\s?(?:ist|lautet|:)?\s{0,3}([A-ZÄÖÜ]{1,3}[ -]{1,2}[A-ZÄÖÜ]{1,2}[ -]?\d{1,4}[EH]?)/giu
const phoneCue =
  /(?<!\p{L})(?:tel|telefon|telefonnummer|fon|fax|mobil|handy|handynummer|durchwahl|dw|app|apparat|rufnummer|unter|nummer|nr|whatsapp|hotline)\.?\s?(?:ist|lautet|[:=])?\s{0,3}([+(]?-?\d[\d\s()/.–-]{1,22}\d)/giu
const phone = /(?<![\p{L}\d.,])(?:\+|\(?0)[\d(][\d\s()/.–-]{4,22}\d(?![\p{L}\d])/gu
const icd = /(?<![\p{L}\d])[A-TV-Z]\d{2}(?:\.\d{1,2})?[GVZA]?(?![\p{L}\d])/gu
const dose = /(?<![\p{L}\d.,])\d{1,4}(?:,\d{1,2})?\s?(?:mg|ml|µg|mcg|i\.?e\.?)\b/giu

/** Takes what its form or the word before it makes certain, also where a date could be read in it. */
export function takeForms(cover: Cover): void {
  takeAll(cover, mail, 'mail')
  takeAll(cover, file, 'datei')
  takeAll(cover, web, 'netz')
  takeAll(cover, handle, 'mail')
  takeAll(cover, iban, 'konto')
  takeAll(cover, bankCode, 'konto', 1)
  takeAll(cover, login, 'zeichen', 1)
  takeAll(cover, courtFile, 'zeichen')
  takeAll(cover, icd, 'gesundheit')
  takeAll(cover, dose, 'gesundheit')
  takeAll(cover, fileNumber, 'zeichen', 1)
}

/** Takes telephone numbers, and lets amounts, times and paragraphs stand. To be called after dates. */
export function takeNumbers(cover: Cover): void {
  takeAll(cover, law, 'bleibt')
  takeAll(cover, schoolYear, 'bleibt')
  takeAll(cover, plate, 'kennzeichen')
  takeAll(cover, amount, 'bleibt')
  takeAll(cover, plainAmount, 'bleibt')
  takeAll(cover, time, 'bleibt')
  takeAll(cover, phoneCue, 'telefon', 1)
  takeAll(cover, phone, 'telefon')
}

/** A run of figures with what joins them. */
const figures =
  /(?<![\p{L}\d])(?:\p{Lu}{1,3}[ -]?)?\d[\p{L}\d]*(?:[./_–-]\p{L}{0,4}\d[\p{L}\d]*|[ ]\d[\p{L}\d]*)*/gu

/**
 * Takes the rest: what is longer than three figures or mixed with letters is somebody's number. To be called after dates and
 * classes.
 */
export function takeOtherNumbers(cover: Cover): void {
  for (const found of cover.text.matchAll(figures)) {
    const parts = [...found[0].matchAll(/[^\s]+/g)]
    const digits = found[0].replace(/\D/g, '').length
    const harmless = digits <= 3 && /^\d{1,3}$/.test(found[0])
    if (harmless) continue
    for (const part of parts) {
      const from = found.index + part.index
      if (digits <= 3 && /^\d{1,2}$/.test(part[0])) continue
      cover.takeFree(from, from + part[0].length, 'nummer')
    }
  }
}
