/*
 * The sentences that notes of absence are made of. Somebody is away: the writer, or the office itself; never a third person.
 */

const away = String.raw`(?:nicht (?:im (?:büro|hause?|dienst|amt|rathaus)|am (?:arbeitsplatz|schreibtisch)|in der (?:schule|dienststelle|verwaltung)|erreichbar|zu erreichen|anwesend|verfügbar|im einsatz|da\b)|abwesend|au(?:ß|ss)er (?:haus|dienst)|(?:im|in|in den|in einer|auf|auf einer) (?:\p{L}+ )?(?:\p{L}*urlaub|elternzeit|mutterschutz|sabbatical|dienstreise|fortbildung|betriebsferien)|erkrankt|krankgeschrieben|\bweg\b)`

export const absence: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:ich|wir)\b[^?!]{0,160}\b${away}`, 'iu'),
  new RegExp(
    String.raw`^(?:bin|befinde mich|sind|derzeit|zurzeit|zur zeit|aktuell|leider)\b[^?!]{0,120}\b${away}`,
    'iu',
  ),
  /\b(?:das|unser|die|unsere) (?:\p{L}*(?:büro|sekretariat|rathaus|amt|geschäftsstelle|verwaltung|dienststelle|schule))\b[^?!]{0,80}\b(?:geschlossen|nicht besetzt)/iu,
  /\b(?:i am|i'm|i’m|i will be|we are) (?:currently |presently )?(?:out of|away|not in the office|unavailable|on (?:\S+ )?(?:leave|holiday|vacation))|\b(?:our|the) office is closed/iu,
]

export const thanks =
  /\b(?:dank|danke)\b[^.?!]{0,20}\bfür (?:ihre|deine|eure|die|das|ihr) (?:\S+ )?(?:e-?mail|mail|nachricht|anfrage|zuschrift|mitteilung|schreiben|interesse)|\bthank(?:s| you) for (?:your|contacting|the) /iu

/** Where urgent letters go. */
export const urgent =
  /\b(?:dringend|eilig|wichtig|unaufschiebbar|not)\p{L}*\b[^.?!]{0,100}\b(?:wenden|kontaktieren|richten|schreiben|rufen|erreichen|anrufen|melden|hilft|helfen|steht|stehen)|\bwenden sie sich (?:dann |bitte |in \S+ \S+ )*an|\bin (?:urgent|case of (?:urgency|emergency))|\burgent (?:matters|cases|requests|issues|enquiries)|\bplease contact\b/iu
/** Who stands in. People name their deputy as well. */
export const deputy =
  /\bmeine(?:r)? (?:stell)?vertret\p{L}+|\bvertr(?:itt|eten) mich|\bwerde ich[^.?!]{0,60}\bvertreten\b|\bvertretung (?:hat|übernimmt|ist)\b|\b(?:meiner|unserer) abwesenheit/iu
export const unread =
  /\b(?:e-?mails?|nachricht(?:en)?|mails?|postfach)\b[^.?!]{0,60}\b(?:nicht|nur) (?:\S+ ){0,3}(?:weitergeleitet|gelesen|bearbeitet|abgerufen|beantwortet)|\blese (?:ich )?(?:meine|keine) (?:e-?mails|mails|nachrichten)\b|\bkeine weiterleitung|\bnot (?:be )?(?:forwarded|read|monitored)|\blimited access to (?:my )?e-?mail|\b(?:nachricht|e-?mail|mail|anfrage|anliegen)\b[^.?!]{0,80}\bnach (?:meiner|unserer) (?:rückkehr|abwesenheit)/iu
export const back =
  /\b(?:ab|am|bis)\b[^.?!]{0,60}\bwieder (?:für sie |persönlich |wie gewohnt )?(?:im\b|da\b|erreichbar|zu erreichen|anwesend|zurück|zur verfügung|besetzt|geöffnet)|\bnach (?:meiner|unserer) rückkehr|\bwieder im (?:büro|dienst|hause?)|\bbin ich (?:ab|am)\b[^.?!]{0,40}\bwieder\b|\bupon my return|\bi will (?:be back|return|respond|reply)|\bback (?:in the office|on)\b/iu
/** The office speaks to everybody at once; so does no letter to it. */
export const forEverybody = /\bsind wir\b[^.?!]{0,60}\bwieder (?:wie gewohnt )?für sie da\b/iu
export const understanding = /\b(?:verständnis|geduld|nachsicht)\b|\b(?:understanding|patience)\b/iu
