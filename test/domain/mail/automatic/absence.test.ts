import { describe, expect, test } from 'vitest'
import { isAbsenceNote } from '../../../../src/domain/mail/automatic/absence.ts'
import { processorTime } from '../../../peers/processorTime.ts'

describe('a note of absence is told by its words, whatever its subject', () => {
  test.each([
    'Ich bin vom 22.04.2024 bis zum 03.05.2024 nicht im Büro. Ihre E-Mail wird nicht weitergeleitet.',
    'Vielen Dank für Ihre Nachricht. Ich befinde mich derzeit im Urlaub und bin ab dem 6. Mai wieder erreichbar.',
    'Danke für Ihre Mail!\n\nBin bis 3.5. außer Haus. In dringenden Fällen hilft Ihnen Frau Brandt weiter.',
    'Guten Tag,\n\nich bin zurzeit in Elternzeit. Meine Vertretung übernimmt Herr Ehlers (ehlers@stadt.example).',
    'Sehr geehrte Damen und Herren,\nich bin krankheitsbedingt nicht im Dienst. Nachrichten werden nicht gelesen. Bitte wenden Sie sich an das Vorzimmer.',
    'Unser Sekretariat ist in den Osterferien vom 2. bis 19. April geschlossen. Ab dem 22. April sind wir wieder für Sie da.',
    'Liebe Eltern,\n\nvielen Dank für Ihre Nachricht. Wir sind in den Ferien nicht erreichbar. Ab dem 22.4. sind wir wieder für Sie da. Haben Sie dringende Fragen? Dann wenden Sie sich bitte an die Schulaufsicht.',
    'Thank you for your message. I am currently out of the office with limited access to e-mail. I will be back on May 6th.',
    'Hello,\n\nI am on annual leave until 3 May. For urgent matters please contact Svenja Brandt.',
    'Ich nehme an einer Fortbildung teil und bin bis Mittwoch nicht am Arbeitsplatz. Ihre Nachricht wird nicht automatisch weitergeleitet. Ich bitte um Ihr Verständnis.',
  ])('%s', text => {
    expect(isAbsenceNote('AW: Ihre Nachricht', text)).toBe(true)
  })

  test.each([
    'AUTO: Svenja Brandt ist bis 03.05. nicht im Büro (Rückkehr am 06.05.2024)',
    '[Auto-Reply] Ihre Nachricht',
    'Abwesenheitsnotiz: Ihre Nachricht',
    'Abwesenheitsbenachrichtigung: Ihre Nachricht',
    'Nicht im Büro: Ihre Nachricht',
  ])('or by the subject „%s“', subject => {
    expect(isAbsenceNote(subject, 'Bin bis 3.5. weg.')).toBe(true)
  })
})

describe('who wants something is a person, however absent', () => {
  test.each([
    ['Abwesenheit', 'Mein Sohn ist seit Montag abwesend, weil die Schulbegleitung krank ist.'],
    ['Urlaub', 'Ich bin im Urlaub nicht erreichbar, aber meine Frage: Wann startet die Klassenassistenz?'],
    [
      'Abwesenheitsnotiz: 3b',
      'Unser Sohn Ole fehlt heute. Ich bin nicht im Büro, sondern zu Hause erreichbar.',
    ],
    ['Frage', 'Ich bin ab dem 6. Mai wieder erreichbar. Könnten Sie mich dann anrufen'],
    [
      'Erreichbarkeit',
      'Ich bin diese Woche nicht erreichbar. In dringenden Fällen wenden Sie sich an meinen Mann.',
    ],
    [
      'Schule',
      'Die Schulbegleitung unserer Tochter ist bis Freitag im Urlaub. Eine Vertretung gibt es nicht.',
    ],
    [
      'Personal',
      'Die Kollegin ist in Elternzeit, ihre Vertretung kommt erst im August. Das ist für die Klasse zu spät.',
    ],
    ['Termin', 'Ich bin am Montag nicht im Haus. Dienstag ab 10 Uhr passt mir gut.'],
    [
      'Rückmeldung',
      'Vielen Dank für Ihre Nachricht. Wir nehmen am Termin teil und bringen die Unterlagen mit.',
    ],
    ['Out of school', 'My son is out of school until Monday. We would like to know who can help.'],
    [
      'Antrag',
      'Ich bin alleinerziehend und berufstätig. Ich beantrage eine Klassenassistenz. Ich bin erst ab Mai wieder erreichbar.',
    ],
  ])('%s: %s', (subject, text) => {
    expect(isAbsenceNote(subject, text)).toBe(false)
  })

  test('and so is who answers a note of absence', () => {
    expect(isAbsenceNote('AW: Automatische Antwort: Frage', 'Danke, dann warte ich.')).toBe(false)
  })

  test('a long text of sentences without an end is looked at in a moment', () => {
    const took = processorTime()
    isAbsenceNote('Frage', 'ich bin am wieder nicht '.repeat(20_000))
    expect(took()).toBeLessThan(2_000)
  })
})
