/* How mail programs show the letter they answer. Invented letters; the shapes are those of the programs. */

export interface Program {
  name: string
  /** What stands above the quoted letter. */
  head: string
  /** The quoted letter has ">" before each line. */
  prefixed: boolean
}

const answering = (name: string, head: string): Program => ({ name, head, prefixed: false })
const quoting = (name: string, head: string): Program => ({ name, head, prefixed: true })

/** Programs that set the old letter below, unmarked. */
export const unmarked: Program[] = [
  answering(
    'Outlook, German',
    'Von: Klassenassistenz Kreis Seenland <ka@kreis.example>\nGesendet: Freitag, 19. April 2024 10:12\nAn: Uwe Thiessen <uwe@mail.example>\nBetreff: Ihre Frage KA-2024-0017',
  ),
  answering(
    'Outlook within an office, which knows names only',
    'Von: Schröder, Karin\nGesendet: Freitag, 19. April 2024 10:12\nAn: Thiessen, Uwe; Böttcher, Ralf\nCc: Registratur\nBetreff: AW: Begleitung',
  ),
  answering(
    'Outlook, old, plain text',
    '-----Ursprüngliche Nachricht-----\nVon: Klassenassistenz [mailto:ka@kreis.example]\nGesendet: Freitag, 19. April 2024 10:12\nAn: Uwe Thiessen\nBetreff: Ihre Frage\nWichtigkeit: Hoch',
  ),
  answering(
    'new Outlook',
    '________________________________\nVon: Klassenassistenz <ka@kreis.example>\nGesendet: Freitag, 19. April 2024 10:12:44\nAn: Uwe Thiessen <uwe@mail.example>\nBetreff: Ihre Frage',
  ),
  answering(
    'Outlook on the web with bold names',
    '*Von:* Klassenassistenz <ka@kreis.example>\n*Gesendet:* Freitag, 19. April 2024 10:12\n*An:* Uwe Thiessen <uwe@mail.example>\n*Betreff:* Ihre Frage',
  ),
  answering(
    'Outlook for iOS',
    'Outlook für iOS<https://aka.example/o0ukef> beziehen\n________________________________\nVon: Klassenassistenz <ka@kreis.example>\nGesendet: Friday, April 19, 2024 10:12:44 AM\nAn: Uwe Thiessen <uwe@mail.example>\nBetreff: Ihre Frage',
  ),
  answering(
    'Outlook for Mac',
    'Von: Klassenassistenz <ka@kreis.example>\nDatum: Freitag, 19. April 2024 um 10:12\nAn: Uwe Thiessen <uwe@mail.example>\nBetreff: Ihre Frage',
  ),
  answering(
    'Windows Mail',
    'Von: Klassenassistenz\nGesendet: Freitag, 19. April 2024 10:12\nAn: Uwe Thiessen\nBetreff: Ihre Frage',
  ),
  answering(
    'Outlook, each header in a paragraph of its own',
    'Von: Klassenassistenz <ka@kreis.example>\n\nGesendet: Freitag, 19. April 2024 10:12\n\nAn: Uwe Thiessen\n\nBetreff: Ihre Frage',
  ),
  answering(
    'Outlook with many recipients',
    'Von: Klassenassistenz <ka@kreis.example>\nGesendet: Freitag, 19. April 2024 10:12\nAn: Uwe Thiessen <uwe@mail.example>; Eva Muster <eva@mail.example>;\nIda Weiß <ida@mail.example>; Jan Petersen\n<jan@mail.example>\nCc: Schulamt\nBetreff: Ihre Frage',
  ),
  answering(
    'Outlook, English',
    'From: Klassenassistenz <ka@kreis.example>\nSent: Friday, April 19, 2024 10:12 AM\nTo: Uwe Thiessen <uwe@mail.example>\nSubject: Ihre Frage',
  ),
  answering(
    'Outlook, French',
    'De : Klassenassistenz <ka@kreis.example>\nEnvoyé : vendredi 19 avril 2024 10:12\nÀ : Uwe Thiessen\nObjet : Ihre Frage',
  ),
  answering(
    'Outlook, Danish',
    'Fra: Klassenassistenz <ka@kreis.example>\nSendt: 19. april 2024 10:12\nTil: Uwe Thiessen\nEmne: Ihre Frage',
  ),
  answering(
    'Outlook, Turkish',
    'Kimden: Klassenassistenz <ka@kreis.example>\nGönderildi: 19 Nisan 2024 Cuma 10:12\nKime: Uwe Thiessen\nKonu: Ihre Frage',
  ),
  answering(
    'web.de and GMX',
    'Gesendet: Freitag, 19. April 2024 um 10:12 Uhr\nVon: "Klassenassistenz" <ka@kreis.example>\nAn: uwe@mail.example\nBetreff: Ihre Frage',
  ),
  answering('GMX, new', 'Am 19.04.24 um 10:12 schrieb "Klassenassistenz Kreis" <ka@kreis.example>:'),
  answering(
    'T-Online',
    '-----Original-Nachricht-----\nBetreff: Ihre Frage\nDatum: 2024-04-19T10:12:44+0200\nVon: "Klassenassistenz" <ka@kreis.example>\nAn: "uwe@mail.example" <uwe@mail.example>',
  ),
  answering(
    'Telekom Mail app',
    '--- Original-Nachricht ---\nVon: Klassenassistenz\nBetreff: Ihre Frage\nDatum: 19. April 2024, 10:12\nAn: Uwe Thiessen',
  ),
  answering(
    'freenet',
    '--- Ursprüngliche Nachricht ---\nVon: Klassenassistenz <ka@kreis.example>\nAn: uwe@mail.example\nBetreff: Ihre Frage\nDatum: 19.04.2024 10:12:44',
  ),
  answering(
    'Samsung',
    '-------- Ursprüngliche Nachricht --------\nVon: Klassenassistenz <ka@kreis.example>\nDatum: 19.04.24 10:12 (GMT+01:00)\nAn: uwe@mail.example\nBetreff: Ihre Frage',
  ),
  answering('Android, old', 'Am 19.04.2024 10:12 vorm. schrieb Klassenassistenz <ka@kreis.example>:'),
  answering('Yahoo', 'Klassenassistenz <ka@kreis.example> schrieb am 10:12 Freitag, 19.April 2024:'),
  answering(
    'Yahoo, new',
    'Am Freitag, 19. April 2024 um 10:12:44 MESZ hat Klassenassistenz <ka@kreis.example> Folgendes geschrieben:',
  ),
  answering(
    'Lotus Notes, one line',
    'Von: Klassenassistenz/KREIS An: Uwe/MAIL Datum: 19.04.2024 10:12 Betreff: Frage',
  ),
  answering(
    'Lotus Notes, table',
    'Von:\tKlassenassistenz/KREIS/DE\nAn:\tUwe Thiessen\nKopie:\tRegistratur\nDatum:\t19.04.2024 10:12\nBetreff:\tIhre Frage',
  ),
  answering(
    'iNotes',
    '-----Klassenassistenz <ka@kreis.example> schrieb: -----\nAn: Uwe Thiessen\nVon: Klassenassistenz\nDatum: 19.04.2024 10:12\nBetreff: Ihre Frage',
  ),
  answering('Lotus Notes, details hidden', 'Klassenassistenz---19.04.2024 10:12:44---Guten Tag'),
  answering('GroupWise', '>>> Klassenassistenz <ka@kreis.example> 19.04.24 10:12 >>>'),
  answering(
    'Open-Xchange, HTML',
    'Klassenassistenz <ka@kreis.example> hat am 19.04.2024 10:12 MESZ geschrieben:',
  ),
  answering('Proton', 'Am Freitag, 19. April 2024 um 10:12 schrieb Klassenassistenz <ka@kreis.example>:'),
  answering(
    'Zoho',
    '---- Am Fr, 19 Apr 2024 10:12:44 +0200 Klassenassistenz <ka@kreis.example> schrieb ----',
  ),
  answering(
    'a head without its author',
    'Datum: Freitag, 19. April 2024 10:12\nAn: Uwe Thiessen <uwe@mail.example>\nBetreff: Ihre Frage',
  ),
]

/** Programs that put ">" before each line of the old letter. */
export const marked: Program[] = [
  quoting('Gmail', 'Am Fr., 19. Apr. 2024 um 10:12 Uhr schrieb Klassenassistenz <ka@kreis.example>:'),
  quoting(
    'Gmail, broken',
    'Am Fr., 19. Apr. 2024 um 10:12 Uhr schrieb Klassenassistenz Kreis Seenland <\nka@kreis.example>:',
  ),
  quoting(
    'Gmail, broken twice',
    'Am Fr., 19. Apr. 2024 um 10:12 Uhr schrieb Klassenassistenz Kreis\nSeenland, Fachdienst Jugend und Schule\n<klassenassistenz-posteingang@kreis.example>:',
  ),
  quoting('Gmail, older', 'Klassenassistenz <ka@kreis.example> schrieb am Fr., 19. Apr. 2024, 10:12:'),
  quoting(
    'Gmail, older, broken',
    'Klassenassistenz Kreis Seenland <ka@kreis.example> schrieb am Fr., 19.\nApr. 2024, 10:12:',
  ),
  quoting('Gmail, very old', '2024-04-19 10:12 GMT+02:00 Klassenassistenz <ka@kreis.example>:'),
  quoting('Apple Mail', 'Am 19.04.2024 um 10:12 schrieb Klassenassistenz <ka@kreis.example>:'),
  quoting(
    'iPhone',
    'Von meinem iPhone gesendet\n\nAm 19.04.2024 um 10:12 schrieb Klassenassistenz <ka@kreis.example>:',
  ),
  quoting('Thunderbird', 'Am 19.04.24 um 10:12 schrieb Klassenassistenz:'),
  quoting('Thunderbird, old', 'Am 19.04.2024 10:12, schrieb Klassenassistenz:'),
  quoting('Thunderbird, very old', 'Klassenassistenz Kreis schrieb:'),
  quoting('KMail', 'Am Freitag, 19. April 2024, 10:12:44 CEST schrieb Klassenassistenz:'),
  quoting('Evolution', 'Am Freitag, dem 19.04.2024 um 10:12 +0200 schrieb Klassenassistenz:'),
  quoting('K-9', 'Am 19. April 2024 10:12:44 MESZ schrieb Klassenassistenz <ka@kreis.example>:'),
  quoting('Horde', 'Zitat von Klassenassistenz <ka@kreis.example>:'),
  quoting('The Bat!', 'Sie schrieben am Freitag, 19. April 2024 um 10:12:'),
  quoting('Roundcube', 'Am 2024-04-19 10:12, schrieb Klassenassistenz:'),
  quoting('Open-Xchange', 'Klassenassistenz <ka@kreis.example> hat am 19.04.2024 10:12 MESZ geschrieben:'),
  quoting(
    'GroupWise, new',
    '>>> Klassenassistenz <ka@kreis.example> schrieb am 19.04.2024 um 10:12 in Nachricht\n<66223a1c0200002F0001@gwia.kreis.example>:',
  ),
  quoting('web.de, old', '-------- Original-Nachricht --------'),
  quoting('English', 'On Fri, Apr 19, 2024 at 10:12 AM Klassenassistenz <ka@kreis.example> wrote:'),
  quoting('English, broken', 'On Fri, Apr 19, 2024 at 10:12 AM Klassenassistenz\n<ka@kreis.example> wrote:'),
  quoting('French', 'Le ven. 19 avr. 2024 à 10:12, Klassenassistenz <ka@kreis.example> a écrit :'),
  quoting('Danish', 'Den 19. apr. 2024 kl. 10.12 skrev Klassenassistenz <ka@kreis.example>:'),
  quoting('Polish', 'pt., 19 kwi 2024 o 10:12 Klassenassistenz <ka@kreis.example> napisał(a):'),
  quoting('Ukrainian', 'пт, 19 квіт. 2024 р. о 10:12 Klassenassistenz <ka@kreis.example> пише:'),
  quoting(
    'a language without rules',
    '2024 m. balandžio 19 d., 10:12 Klassenassistenz <ka@kreis.example> rašė:',
  ),
]

export const question =
  'Guten Tag Herr Thiessen,\n\nan welcher Schule ist Ihr Kind, und in welcher Klasse?\n\nMit freundlichen Grüßen\nKlassenassistenz'

export function quotedBy(program: Program, text: string): string {
  return program.prefixed ? text.replace(/^/gm, '> ').replace(/^> $/gm, '>') : text
}
