/* How people end a letter, and what programs and houses put below it. Each pattern looks at one trimmed line. */

/** RFC 3676 section 4.3: two hyphens and a space; many programs lose the space. */
export const delimiter = /^(?:-- ?|-----BEGIN PGP SIGNATURE-----)$/
/** Other lines that some put there; others part the sections of their letter by them. */
export const weakDelimiter = /^(?:-{3,4}|—{1,6}|_{2,4})$/

/** "Mit freundlichen Grüßen", in German and in the languages of families and neighbours. */
export const closing =
  /^(?:mit (?:freundlichen|freundlichem|besten|herzlichen|lieben|vielen|sonnigen|kollegialen) gr(?:ü|ue)(?:ß|ss)|mit freundlicher empfehlung|freundliche gr(?:ü|ue)|(?:viele|beste|liebe|herzliche|sch(?:ö|oe)ne|ganz liebe) gr(?:ü|ue)|(?:lieben?|sch(?:ö|oe)nen|herzlichen|besten) gru|gr(?:ü|ue)(?:ß|ss)e\b|gru(?:ß|ss)\b|hochachtungsvoll|m\.?f\.?g\b|mfg\b|[lv]g\b|i\. ?a\.|im auftrag|best regards|kind regards|regards\b|sincerely|yours (?:sincerely|faithfully)|best wishes|cheers\b)/iu

/** Closings of other languages, which must be alone on their line (with the name behind them at most). */
export const foreignClosing =
  /^(?:(?:med )?(?:venlige?|kærlige?|bedste) hilse?n(?:er)?|hilsen|m ?vh|med vänliga? hälsning(?:ar)?|vänliga hälsningar|med vennlig hilsen|met vriendelijke groeten?|(?:bien )?cordialement|bien à vous|saludos(?: cordiales)?|atentamente|(?:cordiali|distinti) saluti|atenciosamente|pozdrawiam(?: serdecznie)?|z poważaniem|z powazaniem|s pozdravem|cu stimă|saygılarım(?:la|ızla)|sevgiler|с уважением|с наилучшими пожеланиями|з повагою|поздрави|me respekt|s poštovanjem|مع (?:أطيب )?التحيات?|با احترام)(?:[,.!]|$)|^kh,?$/iu

/** "Von meinem iPhone gesendet": a signature of the device, not of the person. A sentence is none ("…, es ist leichter"). */
export const device =
  /^[<(]{0,2}(?:von (?:meinem|meiner|unserem) .{1,60} (?:gesendet|gesandt|verschickt)|(?:gesendet|gesandt|verschickt|versendet) (?:von (?:mein|unser|outlook|yahoo|samsung|proton|mail|iphone|unterwegs|mobil|android|gmx|web\.de|t-online)|mit (?:der|dem|outlook|proton|samsung|telekom|blackberry|gmx|web\.de|freenet|fairemail|k-9|mein|t-online|windows|mail)|über|aus (?:der|outlook)).{0,70}|diese (?:nachricht|e-?mail|mail) wurde (?:von|mit) .{1,80} (?:gesendet|verschickt|versandt)|(?:sent|from) (?:from |via |with |by )?(?:my |a |outlook|yahoo|proton|the |mail|samsung|windows|galaxy|mobile|airmail|typeapp|nine|bluemail|\[mail\]|iphone).{0,60}|sent from \S{1,30}(?: for \S{1,20})?|get (?:\[)?outlook for .{1,60}|outlook für (?:ios|android|mac) ?(?:<[^>]{1,200}> )?(?:beziehen|herunterladen|abrufen).{0,80}|holen sie sich outlook für .{1,60}|laden sie outlook für .{1,60}|von (?:outlook|samsung|yahoo).{1,60} gesendet|télécharge[rz] outlook .{1,60}|envoyé (?:de|depuis|à partir de|sans fil) .{1,60}|sendt (?:fra|med) .{1,60}|enviado (?:desde|do|a partir) .{1,60}|inviato (?:da|dal) .{1,60}|verzonden (?:vanaf|met|vanuit) .{1,60}|verstuurd vanaf .{1,60}|skickat från .{1,60}|lähetetty .{1,60}|wysłan[eoy] z .{1,60}|odesláno z .{1,60}|отправлено (?:с|из) .{1,60}|надіслано з .{1,60}|.{1,40} ?(?:cihazımdan|iphone'umdan) gönderildi|從我的 .{1,20} 傳送|从我的 .{1,20}发送)[.!]?[)>]{0,2}(?: ?<[^>]{1,200}>)?$/iu

/** A device's line is short and has no verb of its own: "Sent from my desk, is much easier" is prose. */
export const prose =
  /[,;:] ?(?:is|are|was|ist|war|sind|habe|weil|da|wo|und|and|which)\b|\b(?:ich|wir|i|we)\b(?! (?:phone|pad))/iu

/** Sentences that houses and virus scanners put below every letter. */
export const disclaimer =
  /^(?:\W{0,4}(?:wichtiger hinweis|hinweis|vertraulichkeitshinweis|disclaimer|confidentiality notice|important notice|rechtlicher hinweis|datenschutzhinweis(?:e)?)\W{0,4}$|(?:diese|dieses|die in dieser|der inhalt dieser) (?:e-?mail|nachricht|mail|schreiben).{0,80}(?:vertraulich|ausschließlich für|ist nur für|kann vertrauliche)|(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication).{0,80}(?:confidential|privileged|intended (?:only|solely))|(?:bitte )?(?:denken sie an die umwelt|prüfen sie bitte, ob|bitte prüfen sie, ob (?:diese|der ausdruck)|schützen sie unsere umwelt|please consider the environment)|virenfrei\. ?(?:www\.avast|www\.avg)|diese e-?mail wurde von (?:avast|avg|avira) .{0,60}geprüft|kein zugang für (?:elektronisch signierte|rechtsverbindliche))/iu

/** Rules of characters: "____", "=====", "***". */
export const ruleLine = /^(?:[-_=*#~+–—]{2,}|\u1427)$/u
/** What stands below such a rule when a mailing list or a scanner put it there. */
export const listFooter = /mailing ?list|https?:\/\/|unsubscribe|abbestellen|abmelden|verteiler/iu
