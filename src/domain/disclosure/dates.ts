import { type Cover, takeAll } from './removal.ts'

/*
 * Dates of birth and ages. A date that lies years back has no use for who reads an excerpt and is most likely a birth; the
 * dates of a programme lie ahead.
 */

const months =
  'januar|jänner|februar|märz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|mär|apr|jun|jul|aug|sept?|okt|nov|dez'
const day = `\\d{1,2}\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?(?:\\d{4}|\\d{2})|\\d{1,2}\\.?\\s?(?:${months})\\.?(?:\\s\\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\s?[./]\\s?\\d{4}|\\d{1,2}\\.\\s?\\d{1,2}\\.?|(?:${months})\\s\\d{4}|\\d{4}`
const born = new RegExp(
  `(?:geb\\.|\\bgeb\\b|geboren|geburtsdatum|geburtstag|geburtsjahr|jahrgang|\\bjg\\.?|\\*|zur welt gekommen|auf die welt gekommen)\\s?:?\\s{0,3}(?:ist|am|im|in|war|hat|er|sie|,|den|wurde)?\\s?(?:am|im|der|den)?\\s?(${day})`,
  'giu',
)
const bornAfter = new RegExp(
  `(?<![\\p{L}\\d.,])(${day})\\s?(?:in \\p{L}{2,30} )?(?:geboren|zur welt gekommen|auf die welt gekommen)`,
  'giu',
)
const anyDay = new RegExp(
  `(?<![\\p{L}\\d.,/-])(?:\\d{1,2}\\s?[./]\\s?\\d{1,2}\\s?[./]\\s?(\\d{4}|\\d{2})|\\d{1,2}\\.?\\s?(?:${months})\\.?\\s(\\d{4})|(\\d{4})-\\d{2}-\\d{2}|\\d{1,2}\\s?/\\s?(\\d{4})|(?:${months})\\s(\\d{4})|\\d{1,2}-\\d{1,2}-(\\d{4}))(?![\\d/-])`,
  'giu',
)
const shortDay = /(?<![\p{L}\d.,/-])\d{1,2}\.\s?\d{1,2}\.(?!\d)/gu
const dayOfMonth = new RegExp(`(?<![\\p{L}\\d.,/-])\\d{1,2}\\.\\s?(?:${months})(?!\\p{L})`, 'giu')
const year = /(?<![\p{L}\d.,/-]|\d )(?:19|20)\d{2}(?![\p{L}\d/-]|[.,]\d| \d)/gu

const count =
  '(?:\\d{1,2}|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwoelf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn)'
const ages = [
  new RegExp(
    `(?<![\\p{L}\\d])\\d{1,2}(?:\\s?(?:jahre?|j\\.?))?\\s?(?:alt|jung)\\b|(?<!\\p{L})${count}(?:einhalb)?[ -]jahre? (?:alt|jung)\\b`,
    'giu',
  ),
  new RegExp(`(?<!\\p{L})${count}(?:einhalb)?[ -]?jährig\\p{L}{0,2}`, 'giu'),
  new RegExp(`(?<!\\p{L})(?:im )?alter:? (?:von )?${count}(?: jahren?)?\\b`, 'giu'),
  new RegExp(
    `(?<=\\b(?:ist|wird|war|bin|werde)(?: (?:erst|gerade|jetzt|schon|bald|nun|fast|noch))? )${count}(?=\\s?(?:und|,|\\.|!|\\?|aber|geworden|$|\\n))`,
    'giu',
  ),
  new RegExp(
    `(?<=(?:sohn|tochter|kind|junge|mädchen|enkel|enkelin|bruder|schwester),? (?:ist )?)${count}(?:einhalb)? jahre(?!n| lang)`,
    'giu',
  ),
  new RegExp(`\\(\\s?${count}\\s?(?:j\\.?|jahre?)?\\s?\\)`, 'giu'),
]

/**
 * Takes dates of birth and ages to remove them, and lets the other dates stand. `thisYear`: about when the letter was written.
 */
export function takeDates(cover: Cover, thisYear: number): void {
  takeAll(cover, born, 'geburtsdatum', 1)
  takeAll(cover, bornAfter, 'geburtsdatum', 1)
  for (const each of ages) takeAll(cover, each, 'alter')
  for (const found of cover.text.matchAll(anyDay)) {
    const written = found.slice(1).find(each => each !== undefined)!
    cover.take(
      found.index,
      found.index + found[0].length,
      longAgo(fullYear(written, thisYear), thisYear) ? 'datum' : 'bleibt',
    )
  }
  takeAll(cover, shortDay, 'bleibt')
  takeAll(cover, dayOfMonth, 'bleibt')
  for (const found of cover.text.matchAll(year))
    cover.take(found.index, found.index + 4, longAgo(Number(found[0]), thisYear) ? 'datum' : 'bleibt')
}

/** Whoever goes to school was born longer ago than this. */
const longAgo = (year: number, thisYear: number) => year <= thisYear - 3

function fullYear(written: string, thisYear: number): number {
  if (written.length === 4) return Number(written)
  const century = Math.floor(thisYear / 100) * 100
  return Number(written) + (Number(written) > (thisYear % 100) + 5 ? century - 100 : century)
}
