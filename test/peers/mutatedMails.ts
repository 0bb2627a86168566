import { readdirSync, readFileSync } from 'node:fs'

/** Mails from test/mails, damaged in one to six ways. The same seed and number give the same mail, on every machine. */
export function mutatedMails(seed: number): (number: number) => Buffer {
  const folder = new URL('../mails/', import.meta.url)
  const seeds = readdirSync(folder)
    .filter(name => name.endsWith('.eml'))
    .sort()
    .map(name => readFileSync(new URL(name, folder)))
  return number => {
    const random = randomFrom(seed * 0x9e3779b1 + number)
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
    let mail: Buffer = Buffer.from(pick(seeds))
    for (let i = Math.floor(random() * 6); i >= 0; i--)
      mail = pick(damages)({ mail, random, other: pick(seeds) })
    return mail
  }
}

/** mulberry32: small, fast, good enough. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Damage {
  mail: Buffer
  random(): number
  other: Buffer
}

const at = ({ mail, random }: Damage) => Math.floor(random() * (mail.length + 1))
const text = (mail: Buffer) => mail.toString('latin1')
const bytes = (mail: string) => Buffer.from(mail, 'latin1')

/** Lines of the mail, changed in some way. */
function lines(change: (all: string[], index: number, damage: Damage) => void): (damage: Damage) => Buffer {
  return damage => {
    const all = text(damage.mail).split('\n')
    change(all, Math.floor(damage.random() * all.length), damage)
    return bytes(all.join('\n'))
  }
}

const charsets = [
  'utf-8',
  'utf-7',
  'utf-16',
  'iso-8859-15',
  'windows-1252',
  'cp850',
  'x-invented',
  '"',
  'gb18030',
  '',
]
const encodings = ['base64', 'quoted-printable', '7bit', '8bit', 'binary', 'x-uuencode', 'invented', '']
const types = [
  'text/plain',
  'text/html',
  'text/calendar',
  'multipart/mixed; boundary=g',
  'multipart/mixed',
  'multipart/alternative; boundary="--"',
  'multipart/signed; boundary=g',
  'message/rfc822',
  'message/delivery-status',
  'application/ms-tnef',
  'application/pkcs7-mime',
  'text',
  '/',
  '',
]

const damages: ((damage: Damage) => Buffer)[] = [
  // Bits and bytes.
  damage => {
    const mail = Buffer.from(damage.mail)
    for (let i = damage.random() * 30; i > 0 && mail.length > 0; i--) {
      const place = Math.floor(damage.random() * mail.length)
      mail[place] = mail[place]! ^ (1 << Math.floor(damage.random() * 8))
    }
    return mail
  },
  damage => {
    const noise = Buffer.from(Array.from({ length: damage.random() * 60 }, () => damage.random() * 256))
    const place = at(damage)
    return Buffer.concat([damage.mail.subarray(0, place), noise, damage.mail.subarray(place)])
  },
  damage => damage.mail.subarray(0, at(damage)),
  damage => damage.mail.subarray(at(damage) % 200),
  damage => {
    const [from, to] = [at(damage), at(damage)].sort((a, b) => a - b) as [number, number]
    return Buffer.concat([damage.mail.subarray(0, from), damage.mail.subarray(to)])
  },
  damage => {
    const [from, to] = [at(damage), at(damage)].sort((a, b) => a - b) as [number, number]
    return Buffer.concat([damage.mail.subarray(0, to), damage.mail.subarray(from)])
  },
  // Two mails in one.
  damage => Buffer.concat([damage.mail.subarray(0, at(damage)), damage.other]),
  damage => {
    const place = at(damage)
    return Buffer.concat([damage.mail.subarray(0, place), damage.other, damage.mail.subarray(place)])
  },
  // Lines and parts.
  lines((all, i, { random }) => all.splice(i, 0, ...Array<string>(Math.ceil(random() * 50)).fill(all[i]!))),
  lines((all, i) => all.splice(i, 1)),
  lines((all, i, { random }) => {
    const other = Math.floor(random() * all.length)
    ;[all[i], all[other]] = [all[other]!, all[i]!]
  }),
  lines(all => all.reverse()),
  damage => {
    const parts = text(damage.mail).split(/(?=^--)/m)
    return bytes(parts.sort(() => damage.random() - 0.5).join(''))
  },
  damage => {
    const parts = text(damage.mail).split(/(?=^--)/m)
    return bytes(parts.flatMap(part => (damage.random() < 0.5 ? [part, part] : [part])).join(''))
  },
  // Line ends.
  damage => bytes(text(damage.mail).replaceAll('\r\n', '\n')),
  damage => bytes(text(damage.mail).replaceAll('\r\n', '\r')),
  damage => bytes(text(damage.mail).replaceAll('\r\n', damage.random() < 0.5 ? '\n\r' : '\r\n \r\n')),
  // Headers.
  lines((all, i, { random }) =>
    all.splice(i % 12, 0, `Content-Type: ${types[Math.floor(random() * types.length)]}`),
  ),
  lines((all, i, { random }) =>
    all.splice(i % 12, 0, `Content-Transfer-Encoding: ${encodings[Math.floor(random() * encodings.length)]}`),
  ),
  lines((all, i) => all.splice(i % 12, 0, '')),
  lines((all, i) => all.splice(i % 12, 0, `X-Lang: ${'x'.repeat(20_000)}`)),
  lines((all, i) => all.splice(i % 12, 0, 'From: "<a@b.example>" <"@>, (((,', 'Subject: =?utf-8?Q?=?= =?')),
  damage =>
    bytes(
      text(damage.mail).replace(
        /charset=[^\r\n;]*/gi,
        () => `charset=${charsets[Math.floor(damage.random() * charsets.length)]}`,
      ),
    ),
  damage =>
    bytes(
      text(damage.mail).replace(/boundary=[^\r\n;]*/i, damage.random() < 0.5 ? 'boundary=' : 'boundary="g'),
    ),
  damage => bytes(text(damage.mail).replaceAll(damage.random() < 0.5 ? ':' : ';', '')),
  damage => bytes(text(damage.mail).replaceAll('=', damage.random() < 0.5 ? '==' : '=3D')),
]
