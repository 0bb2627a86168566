import { createHash } from 'node:crypto'

/** Bytes that look random, the same in every run. */
function bytes(seed: string, length: number): Buffer {
  const out = Buffer.alloc(length)
  let block = createHash('sha512').update(seed).digest()
  for (let at = 0; at < length; at += block.length) {
    block.copy(out, at)
    block = createHash('sha512').update(block).digest()
  }
  return out
}

const questions = [
  'wann beginnt die Klassenassistenz an unserer Schule in Elmshorn?',
  'unser Sohn geht in die zweite Klasse in Barmstedt. Verliert er seine Schulbegleitung?',
  'als Schulträger brauchen wir Angaben zu Räumen und Ausstattung für Pinneberg.',
  'für einen Artikel bitten wir um eine Stellungnahme zum Zeitplan.',
  'ich bewerbe mich als Klassenassistenz und kann ab August anfangen.',
]

function head(index: number, type: string): string {
  return [
    'Return-Path: <absender@post.example>',
    `Received: from relais${index % 7}.example by mx.kreis.example; Mon, 22 Apr 2024 08:00:00 +0200`,
    `From: Absender ${index} <absender${index}@post.example>`,
    'To: postfach@kreis.example',
    `Subject: =?utf-8?Q?Frage_=C3=BCber_das_Vorhaben_${index}?=`,
    `Message-ID: <mess-${index}@post.example>`,
    'Date: Mon, 22 Apr 2024 08:00:00 +0200',
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
  ].join('\r\n')
}

function words(index: number): string {
  return `Guten Tag,\r\n\r\n${questions[index % questions.length]}\r\n\r\nMit freundlichen Grüßen\r\nAbsender ${index}\r\n`
}

/** A short plain letter, about 800 bytes. */
export function smallLetter(index: number): Buffer {
  return Buffer.from(
    `${head(index, 'text/plain; charset=utf-8')}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${words(index)}`,
  )
}

/** What attachments of a mixed collection weigh in bytes: mostly nothing, now and then up to 8 MB. */
const weights = [0, 0, 0, 20_000, 60_000, 0, 150_000, 0, 400_000, 900_000]

/** Plain, HTML and quoted letters with attachments of very different size, about 350 kB on average. */
export function mixedLetter(index: number): Buffer {
  return richLetter(index, index % 100 === 99 ? 5_800_000 : (weights[index % weights.length] ?? 0))
}

/** One of about 49 MB, just below what is still taken in. */
export function largeLetter(index: number): Buffer {
  return richLetter(index, 35_700_000)
}

/** Plain, HTML and quoted text, and a file of so many bytes; none for 0. */
function richLetter(index: number, weight: number): Buffer {
  const boundary = `grenze-${index}`
  const html = `<html><body><p>Guten Tag,</p>${`<p>${questions[index % questions.length]}</p>`.repeat(20)}</body></html>`
  const quoted = `\r\nAm 21.04.2024 um 10:00 schrieb Kreis:\r\n${'> Zwischeninformation zum Vorhaben\r\n'.repeat(30)}`
  const parts = [
    `Content-Type: multipart/alternative; boundary="alt-${index}"\r\n\r\n--alt-${index}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words(index)}${quoted}\r\n--alt-${index}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--alt-${index}--`,
    ...(weight > 0
      ? [
          `Content-Type: application/pdf; name="anlage.pdf"\r\nContent-Disposition: attachment; filename="anlage.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${
            bytes(`anlage-${index}`, weight)
              .toString('base64')
              .match(/.{1,76}/g)
              ?.join('\r\n') ?? ''
          }`,
        ]
      : []),
  ]
  return Buffer.from(
    `${head(index, `multipart/mixed; boundary="${boundary}"`)}\r\n\r\n${parts
      .map(part => `--${boundary}\r\n${part}\r\n`)
      .join('')}--${boundary}--\r\n`,
  )
}
