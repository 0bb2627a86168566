import { describe, expect, test } from 'vitest'
import { evidenceKinds } from '../../../src/domain/classify/explain.ts'
import { processorTime } from '../../peers/processorTime.ts'
import { look } from './look.ts'

describe('a child in danger', () => {
  test.each([
    'Ein Junge aus meiner Klasse sagt, er will freitags nicht nach Hause.',
    'Der Kleine erzählt, nachts ist da keiner.',
    'Sie hat wieder blaue Flecken am Arm.',
    'Das Mädchen hat Angst, nach Hause zu gehen.',
    'Mein Schüler bettelt jeden Tag andere Kinder um Essen an und bittet um Brot.',
    'Der Vater hat das Kind mit dem Gürtel geschlagen.',
    'Sie ritzt sich und hat geschrieben, dass sie nicht mehr leben will.',
    'Meine Tochter sagt, der Onkel kommt nachts in ihr Zimmer.',
    'Er darf nichts sagen, sonst wird er eingesperrt.',
    'Mein Ex hat gesagt, er holt die Kinder und dann sieht sie keiner mehr.',
    'Die Mutter ist oft tagelang weg und die Kinder sind allein zu Hause.',
    'gestern hab ich ihn so fest gepackt das er blaue stellen hat',
    'Das Kind riecht nach Urin und ist ganz wund.',
    'Er sagt, er springt vom Balkon, wenn er wieder hin muss.',
    'Ich befürchte eine Kindeswohlgefährdung: Das Kind wird misshandelt.',
  ])('rings: %s', text => {
    const found = look(text)
    expect(found.urgentChildProtection).toBe(true)
    expect(found.flags).toContain('heute_sichten')
    expect(found.because.some(each => each.axis === 'urgent_child_protection')).toBe(true)
  })

  test('umlauts written out, capitals and missing stops make no difference', () => {
    expect(look('der vater SCHLAEGT das kind mit dem guertel').urgentChildProtection).toBe(true)
  })

  test('rings for what stands in the quoted text only', () => {
    const body =
      'Donnerstag um 9 passt.\n\n> Am 11.04.2024 schrieb die Lehrerin:\n> Finn sagte, er springt vom Balkon.'
    expect(look(body).urgentChildProtection).toBe(true)
  })

  test('rings in an automatic letter too', () => {
    const body = 'Ich bin bis 19.04. nicht im Haus.\n\n> Der Vater hat das Kind geschlagen.'
    expect(look(body, { subject: 'Abwesenheitsnotiz' }).urgentChildProtection).toBe(true)
  })

  test('rings for the remark at the end of a letter about something else', () => {
    const body =
      'Der Stundenplan ist fertig, die Räume sind geklärt.\n\nNebenbei: Bei einem Erstklässler sehen wir Striemen am Rücken.'
    expect(look(body).urgentChildProtection).toBe(true)
  })

  test.each([
    'Wir überarbeiten unser Kinderschutzkonzept. Gibt es Vorgaben zu Gewalt und Missbrauch?',
    'Einladung zum Seminar: Vernachlässigung, Misshandlung und Missbrauch erkennen, Verfahren nach § 8a SGB VIII.',
    'Für die Statistik brauche ich die Zahl der 8a-Meldungen. Alle Fälle sind abgeschlossen.',
    'In der Vereinbarung fehlt der Kinderschutz nach § 8a Abs. 4 SGB VIII.',
    'Mein Sohn hat sich auf dem Schulhof gerangelt und einen blauen Fleck am Knie, halb so wild.',
    'Wann startet die Klassenassistenz in Elmshorn?',
    'Wir verpassen ungern die Sitzung am Freitag und schlagen Montag vor.',
    'Unsere Kinder müssen an der Baustelle vorbei, das ist gefährlich.',
  ])('does not ring: %s', text => {
    expect(look(text).urgentChildProtection).toBe(false)
  })

  test.each([
    'Meine Tochter hat jeden Morgen Bauchschmerzen und will nicht in die Schule.',
    'Ein Junge aus unserer Gruppe wirkt traurig und zieht sich zurück.',
    'Mein Sohn darf seit Ostern nicht mehr in die Schule, weil niemand da ist, der ihn begleitet.',
  ])('a person reads it the same day: %s', text => {
    expect(look(text).flags).toContain('heute_sichten')
  })

  test('a general question about the programme waits like any other', () => {
    expect(look('Welche Aufgaben hat die Klassenassistenz? Mit freundlichen Grüßen').flags).not.toContain(
      'heute_sichten',
    )
  })

  test('is looked for in a megabyte of empty lines in no time', () => {
    const took = processorTime()
    for (const line of ['\n', '> \n', '\r', ' \n'])
      expect(look(`${line.repeat(1_000_000 / line.length)}Guten Tag`).urgentChildProtection).toBe(false)
    expect(took()).toBeLessThan(10_000)
  })

  test('what was told is never a kind of evidence that a channel may show', () => {
    const found = look(
      'Ein Junge aus unserer Gruppe wirkt traurig und abgemagert. Wann startet die Klassenassistenz?',
    )
    expect(found.flags).toContain('heute_sichten')
    expect(evidenceKinds(found.because).join(' ')).not.toMatch(/Vernachl|Gewalt|Kind wird|Spuren/)
    for (const each of found.because)
      if (each.label === 'heute_sichten') expect(each.kind).toBe('das Wohl einer Person könnte berührt sein')
  })
})
