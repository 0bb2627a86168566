/** "Wären Sie so lieb, … zu schließen?": a request in the form of a question, said to whom can do it. */
const kindly =
  /(?<!\p{L})(?:wär(?:e|en|est|st)|waer(?:e|en|est|st)|seie?[nd]?) (?:sie |du |ihr )?(?:doch |bitte |vielleicht |wohl )?so (?:gut|nett|lieb|freundlich)(?:,| und)?/iu

/** Pseudo-conditions: "wenn Sie bitte …", "wenn Sie schon dabei sind", "wenn möglich". */
const ifYouPlease =
  /(?<!\p{L})wenn (?:(?:sie|du|ihr) (?:mal |doch )?(?=bitte)|(?:sie|du|ihr) (?:so (?:gut|nett|lieb|freundlich) (?:wären|wärst|wärt|sind|bist|seid)|(?:gerade |mal |kurz )?zeit (?:haben|hast|habt|finden|findest)|schon (?:mal )?dabei (?:sind|bist|seid))|(?:es )?(?:irgend )?(?:möglich|geht)(?: ist)?)/giu

/** "Wie besprochen", "mit sofortiger Wirkung", "wie folgt": said in passing, and said nowhere against an order. */
const inPassing =
  /(?<!\p{L})(?:(?:so )?wie (?:gerade |eben |gestern |heute |telefonisch )?(?:besprochen|vereinbart|abgesprochen|gewünscht|angekündigt|ausgemacht)|unbeschadet [^,;.]+(?=[,;])|mit sofortiger wirkung|wie folgt|folgendermaßen|mit folgendem (?:text|inhalt)|(?:den )?folgende[ns]? (?:text|antwort))(?!\p{L})/giu

/** The text as somebody would say it who is in a hurry. What is asked, doubted or denied in it stays so. */
export function withoutFlourish(text: string): string {
  const asked = kindly.test(text) ? text.replace(kindly, ' bitte ').replace(/\?/, '.') : text
  return asked
    .replace(ifYouPlease, ' ')
    .replace(inPassing, ' ')
    .replace(/\s+([,.:;!?])/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .replace(/^[\s,:]+/, '')
    .trim()
}
