import { describe, expect, test } from 'vitest'
import { readLetter } from '../../../src/adapters/mime/readLetter.ts'
import { processorTime } from '../../peers/processorTime.ts'

const answer = 'Guten Tag,\n\ner geht in die 2b.\n\nGruß\nUwe'
const answerHtml = '<div>Guten Tag,<br><br>er geht in die 2b.<br><br>Gruß<br>Uwe</div>'
const old = '<p>Guten Tag Herr Thiessen,</p><p>an welcher Schule ist Ihr Kind?</p>'

function readHtml(html: string) {
  return readLetter(
    Buffer.from(
      `From: uwe@mail.example\nSubject: AW: Frage\nContent-Type: text/html; charset=utf-8\n\n<html><body>${html}</body></html>`,
    ),
  )
}

const programs = {
  Gmail: `${answerHtml}<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Am Fr., 19. Apr. 2024 um 10:12&nbsp;Uhr schrieb Klassenassistenz &lt;<a href="mailto:ka@kreis.example">ka@kreis.example</a>&gt;:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${old}</blockquote></div>`,
  'Gmail in a language nobody here knows': `${answerHtml}<div class="gmail_quote"><div class="gmail_attr">Klassenassistenz &lt;ka@kreis.example&gt; ezt írta (időpont: 2024. ápr. 19., P, 10:12):<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${old}</blockquote></div>`,
  Outlook: `<div class="WordSection1">${answerHtml}<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Von:</b> Klassenassistenz &lt;ka@kreis.example&gt;<br><b>Gesendet:</b> Freitag, 19. April 2024 10:12<br><b>An:</b> Uwe<br><b>Betreff:</b> Frage</p></div>${old}</div>`,
  'Outlook on the web': `${answerHtml}<div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>Von:</b> Klassenassistenz &lt;ka@kreis.example&gt;<br><b>Gesendet:</b> Freitag, 19. April 2024 10:12<br><b>An:</b> Uwe<br><b>Betreff:</b> Frage</font></div><div>${old}</div>`,
  'Outlook on the web in a language nobody here knows': `${answerHtml}<hr><div id="divRplyFwdMsg" dir="ltr"><b>Lähtekoht:</b> Klassenassistenz &lt;ka@kreis.example&gt;<br><b>Saadetud:</b> reede, 19. aprill 2024 10:12<br><b>Adressaat:</b> Uwe<br><b>Teema:</b> Frage</div><div>${old}</div>`,
  'Outlook for Mac': `${answerHtml}<span id="OLK_SRC_BODY_SECTION"><div><b>Von: </b>Klassenassistenz &lt;ka@kreis.example&gt;<br><b>Datum: </b>Freitag, 19. April 2024 um 10:12<br><b>An: </b>Uwe<br><b>Betreff: </b>Frage</div>${old}</span>`,
  'Apple Mail': `${answerHtml}<div><br><blockquote type="cite"><div>Am 19.04.2024 um 10:12 schrieb Klassenassistenz &lt;ka@kreis.example&gt;:</div><br><div>${old}</div></blockquote></div>`,
  Thunderbird: `${answerHtml}<div class="moz-cite-prefix">Am 19.04.24 um 10:12 schrieb Klassenassistenz:<br></div><blockquote type="cite" cite="mid:x@kreis.example">${old}</blockquote>`,
  'GMX and WEB.DE': `${answerHtml}<div name="quote" style="margin:10px 5px 5px 10px;padding:10px 0 10px 10px;border-left:2px solid #C3D9E5"><div style="margin:0 0 10px 0"><b>Gesendet:</b>&nbsp;Freitag, 19. April 2024 um 10:12 Uhr<br><b>Von:</b>&nbsp;"Klassenassistenz" &lt;ka@kreis.example&gt;<br><b>An:</b>&nbsp;uwe@mail.example<br><b>Betreff:</b>&nbsp;Frage</div><div name="quoted-content">${old}</div></div>`,
  Yahoo: `${answerHtml}<div id="yahoo_quoted_1" class="yahoo_quoted"><div>Am Freitag, 19. April 2024 um 10:12:44 MESZ hat Klassenassistenz &lt;ka@kreis.example&gt; Folgendes geschrieben:</div><div>${old}</div></div>`,
  Proton: `${answerHtml}<div class="protonmail_quote">Am Freitag, 19. April 2024 um 10:12 schrieb Klassenassistenz &lt;ka@kreis.example&gt;:<br><blockquote class="protonmail_quote" type="cite">${old}</blockquote></div>`,
  'an old web mailer without a head': `${answerHtml}<blockquote>${old}</blockquote>`,
}

describe.each(Object.entries(programs))('the answer of %s in HTML', (...[, html]) => {
  test('is parted from the quote', async () => {
    const { newestText, quotedText } = await readHtml(html)
    expect(newestText).toBe(answer)
    expect(quotedText).toContain('an welcher Schule')
    expect(quotedText).not.toContain('2b')
  })
})

test.each([
  ['Gmail', '<blockquote class="gmail_quote" style="margin:0px 0px 0px 40px;border:none;padding:0px">'],
  ['Apple Mail', '<blockquote style="margin: 0 0 0 40px; border: none; padding: 0px;">'],
])('what a person indents with %s stays their own', async (_, open) => {
  const { newestText, quotedText } = await readHtml(
    `<div>Wir brauchen dringend:</div>${open}<div>Hilfe am Vormittag</div></blockquote><div>Danke</div>`,
  )
  expect(newestText.split(/\n+/)).toEqual(['Wir brauchen dringend:', 'Hilfe am Vormittag', 'Danke'])
  expect(quotedText).toBe('')
})

test('a forwarded letter in Gmail names its author, and the note stays apart', async () => {
  const letter = await readHtml(
    '<div>Bitte der Mutter heute noch antworten.</div><div class="gmail_quote"><div class="gmail_attr">---------- Weitergeleitete Nachricht ---------<br>Von: <b>Amira Haddad</b> &lt;<a href="mailto:amira@mail.example">amira@mail.example</a>&gt;<br>Datum: Mo., 15. Apr. 2024 um 20:14&nbsp;Uhr<br>Betreff: Hilfe<br>An: &lt;service@kreis.example&gt;<br></div><br><div>Bekommt mein Kind Hilfe?</div></div>',
  )
  expect(letter.newestText).toBe('Bitte der Mutter heute noch antworten.')
  expect(letter.forwarded).toMatchObject({ from: { address: 'amira@mail.example' }, subject: 'Hilfe' })
})

test.each([
  ['blockquotes in a row', '<blockquote class="gmail_quote">a</blockquote>'.repeat(12_000)],
  ['blockquotes in each other', `${'<blockquote style="border:none">'.repeat(400)}a`],
  ['containers in each other', `${'<div name=quote>'.repeat(400)}a`],
  ['containers in a row', '<div class="yahoo_quoted">a b c</div>'.repeat(12_000)],
])('HTML made to be slow takes a few seconds at most: %s', async (_, html) => {
  const took = processorTime()
  await readHtml(html)
  expect(took()).toBeLessThan(4_000)
})
