/**
 * Domains that give an address to anybody: two addresses in one of them have nothing to do with each other. The common ones in
 * Germany, as of 2024; a missing one only means that a Reply-To within it is followed as in a domain of its own.
 */
const domains: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'web.de',
  'email.de',
  'mail.de',
  't-online.de',
  'magenta.de',
  'freenet.de',
  '1und1.de',
  'online.de',
  'onlinehome.de',
  'ionos.de',
  'arcor.de',
  'vodafone.de',
  'vodafonemail.de',
  'kabelmail.de',
  'unitybox.de',
  'o2online.de',
  'o2mail.de',
  'alice.de',
  'alice-dsl.de',
  'alice-dsl.net',
  'ewe.net',
  'ewetel.net',
  'versanet.de',
  'netcologne.de',
  'osnanet.de',
  'htp-tel.de',
  'wtnet.de',
  'msn.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aim.com',
  'ymail.com',
  'rocketmail.com',
  'mailbox.org',
  'proton.me',
  'protonmail.com',
  'protonmail.ch',
  'pm.me',
  'mail.com',
  'email.com',
  'mail.ru',
  'bluewin.ch',
  'aon.at',
  'riseup.net',
  'systemli.org',
  'disroot.org',
  'duck.com',
  'hey.com',
])

/** These exist under many endings: gmx.net, gmx.at, yahoo.co.uk. */
const names =
  /^(?:gmx|hotmail|live|outlook|yahoo|aol|posteo|tutanota|tuta|fastmail|yandex|zoho|zohomail)(?:\.[a-z]{2,5}){1,2}$/

/** Whether anybody can have an address there, e.g. "gmail.com", "gmx.net". */
export function isPublicProvider(domain: string): boolean {
  const name = domain.toLowerCase().replace(/\.$/, '')
  return domains.has(name) || names.test(name)
}
