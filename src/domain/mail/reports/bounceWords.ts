/*
 * Words of delivery reports without a norm, in German and English: qmail, Exim, Postfix, Sendmail, Exchange and Microsoft
 * 365, Gmail, Notes, GMX, web.de, T-Online. They count only in what a mail system sent (bounceText.ts); people say them
 * too.
 */

/** A letter was not delivered, or not yet. */
export const failedWords =
  /undeliver(?:able|ed)|deliver(?:y|ing) (?:status|has failed|failure|failed|problem|report|delay|incomplete|your (?:mail|message))|(?:mail|message)[ -]?(?:system )?(?:deliver\w* )?(?:failed|failure|delayed|status)|failed delivery|failure delivery|returned (?:mail|to sender)|returning (?:message|to sender)|failure notice|(?:could|can|did|was|were|has|have)(?:n[o']?t| not) (?:be(?:en)? )?(?:deliver|reach|sent)|unable to deliver|(?:error|trouble) (?:delivering|sending) your|did not reach|not delivered|unzustellbar|nicht zustellbar|(?:nicht|konnte|kann).{0,60}(?:zugestellt|zustellen|ausgeliefert|übermittelt)|zustell(?:ung|ungs|fehler|bericht|status|problem)|übermittlungsfehler|nachrichtenzustellung|rückläufer|zurückgesandt|delayed for more|no valid recipients|error message below/i

/** Still tried, as a subject says it. */
export const delayedSubject =
  /\bdelay(?:ed)?\b|verzöger|\bwarning\b|warnung|could not be delivered yet|noch nicht zugestellt|zustellung unvollständig|delivery incomplete|still trying/i

/** Still tried, in the text. */
export const delayedWords =
  /still (?:being )?(?:retried|trying|queued)|will (?:keep|continue|be) (?:trying|retr)|will be retried|try again (?:later|for)|retry (?:for|until)|(?:is|was|has been) delayed|temporary (?:failure|problem|error)|you do not need to resend|warning message only|noch nicht zugestellt|weiter(?:hin)? (?:versucht|versuchen)|versucht es (?:noch|weiter)|vorübergehend|verzögert/i

/** Exchange in German and English: a receipt of delivery, or that the other server gives none. */
export const deliveredSubject =
  /^(?:zugestellt|weitergeleitet|übermittelt|delivered|relayed):|\b(?:successful mail delivery report|delivery (?:report|status notification) \(?(?:success|relay))|\(success\)|\(relay\)|erfolgreich zugestellt/i

/** The address, its mailbox or its domain is not there: no later letter would arrive either. */
export const addressWords =
  /user unknown|unknown (?:user|recipient|host|address|local[- ]part)|no such (?:user|recipient|mailbox|person|account|address|domain)|does(?:n[o']?t| not) exist|does(?:n[o']?t| not) have an? \S{1,60} account|(?:mailbox|user|account|address|recipient|domain|host)(?: \S{1,80})? (?:is |was |has been |name )?(?:unavailable|not found|not known|disabled|inactive|expired|unknown|invalid|suspended|not recogni[sz]ed)|could(?:n[o']?t| not) be found|host or domain name not found|name or service not known|no (?:mx|mailbox|account)(?: here| records?)? (?:found|by that name)|no valid recipients|unroute?able|invalid (?:user|recipient|mailbox|address)|not (?:listed in|a known user|our customer|a valid (?:user|mailbox|recipient))|recipient (?:address )?rejected: (?:user|address|unknown|undeliverable|disabled|invalid)|unbekannte[rn]? (?:empfänger|adresse|benutzer|nutzer)|(?:empfänger|adresse|benutzer|nutzer|postfach|konto|domain|domäne)(?:adresse)?(?: \S{1,80})? (?:ist |wurde |konnte )?(?:nicht (?:gefunden|bekannt|vorhanden|vergeben|mehr aktiv)|unbekannt|ungültig|deaktiviert|gelöscht|gesperrt)|existiert nicht/i

/** Said of us or of the letter, whatever the code: nothing against the address. */
export const notTheAddress =
  /spam|polic(?:y|ies)|block(?:ed|list)|black ?list|reputation|relay|too (?:large|big)|exceed|quota|\bfull\b|\bvoll\b|überfüllt|virus|dmarc|\bspf\b|dkim|authenticat|greylist|rate limit/i

/** Given up for good, for whatever reason. A full mailbox is not among them: it may be empty tomorrow. */
export const permanentWords =
  /permanent(?:ly)?[ -](?:fatal )?(?:error|failure|failed)|failed permanently|permanenter? fehler|dauerhafter? fehler|endgültig|refused to accept|rejected|\b55[0134][ -]/i
