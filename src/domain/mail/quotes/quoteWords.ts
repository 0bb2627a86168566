/*
 * The words by which mail programs announce a quoted letter. No standard says how (RFC 3676 section 4.5 knows only ">"), so
 * these are the habits of the programs that offices and families use, in the languages that families here write.
 */

/** "Ursprüngliche Nachricht" between dashes, and its relatives. */
export const separatorWords =
  "ursprüngliche (?:nachricht|e-?mail|mail)|urspr\\. nachricht|original[ -]?(?:nachricht|message|mail|e-?mail|appointment|termin)|antwort[ -]nachricht|ursprünglicher termin|weitergeleitete (?:nachricht|e-?mail|mail)|forwarded (?:message|mail|by .{1,80})|weitergeleitet von .{1,80}|weitergeleitet durch .{1,80}|message (?:d['’]origine|original|transféré|initial)|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|mensagem (?:original|encaminhada)|oorspronkelijk bericht|doorgestuurd bericht|oprindelig (?:besked|meddelelse)|videresendt (?:besked|meddelelse)|ursprungligt meddelande|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|przekazana wiadomość|původní zpráva|исходное сообщение|пересылаемое сообщение|оригінальне повідомлення|orijinal (?:mesaj|ileti)|özgün ileti|iletilen mesaj|mesaj original|reply message"

/** Apple Mail announces a forwarded letter in a sentence. */
export const sentenceSeparator =
  /^(?:anfang der weitergeleiteten (?:nachricht|e-?mail|mail)|begin forwarded message|début du message (?:réexpédié|transféré)|inizio messaggio inoltrato|inicio del mensaje reenviado|начало пересылаемого сообщения|początek przekazywanej wiadomości) ?:?$/iu

/** Header names as programs translate them, in small letters. */
export const headerWords = {
  from: 'von|from|de|da|van|fra|från|od|от|від|kimden|gönderen|expéditeur|lähettäjä|absender|发件人|差出人|보낸 사람',
  sent: 'gesendet|gesendet am|sent|envoyé|envoyé le|enviado|enviado el|enviado em|message du|inviato|verzonden|sendt|skickat|wysłano|lähetetty|odesláno|отправлено|надіслано|gönderildi|gönderilen|发送时间|送信日時',
  date: 'datum|date|data|am|fecha|dato|дата|tarih|日期',
  to: 'an|to|à|para|a|aan|til|till|do|komu|pour|кому|kime|vastaanottaja|收件人|宛先',
  subject:
    'betreff|betr|betr.|subject|objet|sujet|asunto|oggetto|assunto|onderwerp|emne|ämne|aihe|temat|předmět|тема|konu|主题|件名',
  other:
    'cc|kopie|copie à|bcc|antwort an|antworten an|reply-to|priorität|wichtigkeit|importance|priority|anlage|anlagen|anhang|anhänge|attachment|attachments|organisation|organization|gesendet von|sent by',
} as const

/** "wrote". German "geschrieben" and what follows "schrieb" are looked at more closely (attribution.ts). */
export const wrote =
  /(?<!\p{L})(?:wrote|writes|schrieb|schrieben sie|sie schrieben|schreibt|geschrieben|écrit|escribió|scritto|escreveu|schreef|geschreven|skrev|skreiv|kirjoitti|pisze|sagde|yazdı|şunları yazdı|írta|zitat von|ihre nachricht vom|quoting|a scris|пишет|пише|написав|đã viết)(?!\p{L})|napisał|napsal|napísal|написал|έγραψε|님이|작성|のメッセージ|写道|寫道/iu

/** Words or a date by which the head of a quoted letter begins. */
export const attributionStart =
  /^(?:(?:am|on|le|el|il|op|den|em|dnia|w dniu|dne|pe|at|på|vào|in data|zitat von|quoting|sie schrieben|>>>)\s|[в在]|(?:\p{L}{2,12}\.?,? )?(?:\d{1,2}[./] ?\d|\d{1,2}[.:]\d{2}|\d{4}[-/.]\d|\d{1,2}\.? \p{L}{3}))/iu
