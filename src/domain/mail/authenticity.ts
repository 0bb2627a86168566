/**
 * Is a letter from the address it names? pass: the domain in From answers for it (DMARC, or aligned DKIM or SPF). fail: it is
 * certainly not (DMARC fails where the domain asks to quarantine or reject, or our own server said so). unknown: neither.
 */
export type Authenticity = 'pass' | 'fail' | 'unknown'
