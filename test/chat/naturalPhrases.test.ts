import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { understand } from '../../src/chat/parse.ts'
import { commands } from '../../src/registry.ts'
import { profileNames, programmeNamed } from '../domain/programme/profiles.ts'

/** How people ask for a command without knowing its name → the intent that it has. */
const asked: [string, string, string][] = [
  ['krefeld', 'Wie viele Schulen sind versorgt?', 'coverage_show'],
  ['hannover', 'Wie läuft denn der Antragsweg?', 'application_path'],
  ['berlin', 'Welche Berichte fehlen noch?', 'report_list'],
  ['krefeld', 'Wie ist der Sammelstand der Berichte?', 'report_collected'],
  ['berlin', 'In welchen Bezirken ist noch etwas offen?', 'unit_gaps'],
  ['pinneberg', 'Zeig mir mal die Entwürfe', 'draft_list'],
  ['pinneberg', 'Bitte den Entwurf E-5 abschicken', 'draft_send'],
  ['pinneberg', 'Verwirf bitte den Entwurf E-5', 'draft_discard'],
  ['pinneberg', 'Zeig mir den Entwurf E-5', 'draft_show'],
  ['verden', 'Zeig mir den Vergleich der Finanzierung', 'funding_compare'],
  ['pinneberg', 'Leg eine Frist an: Vorlage JHA bis Freitag', 'deadline_new'],
  ['pinneberg', 'F-7 entfällt grund: abgesagt', 'deadline_drop'],
  ['pinneberg', 'F-7 haben wir geschafft', 'deadline_done'],
  ['pinneberg', 'Gib F-7 frei grund: Weisung', 'deadline_unlock'],
  ['pinneberg', 'F-7 bitte wieder öffnen', 'deadline_reopen'],
  ['pinneberg', 'Erinnere mich am Freitag an F-7', 'deadline_snooze'],
  ['pinneberg', 'Leg F-7 auf den 3. Mai', 'deadline_move'],
  ['pinneberg', 'Was ist mit F-7?', 'deadline_show'],
  ['pinneberg', 'Setz F-7 wieder zurück', 'deadline_unset'],
  ['pinneberg', 'Für F-7 ist jetzt die Projektleitung zuständig', 'deadline_owner'],
  ['pinneberg', 'Was steht diese Woche an?', 'deadlines_list'],
  ['krefeld', 'Welche Gremien gibt es?', 'body_show'],
  ['krefeld', 'Wann tagt die Steuergruppe?', 'body_next'],
  ['krefeld', 'Was sind unsere Rechtsgrundlagen?', 'foundations_show'],
  ['pinneberg', 'Was kannst du?', 'help'],
  ['pinneberg', 'Ich möchte den Kalender abonnieren', 'calendar_new'],
  ['pinneberg', 'Bitte den Kalender 3 sperren', 'calendar_revoke'],
  ['verden', 'Wie sieht die Matrix aus?', 'matrix_show'],
  ['pinneberg', 'Welche Meilensteine gibt es?', 'milestone_list'],
  ['verden', 'Welche Modellstandorte haben wir?', 'site_show'],
  ['hannover', 'Wie steht es um die Pools?', 'pool_show'],
  ['hannover', 'Welche Termine haben die Pools?', 'pool_dates'],
  ['pinneberg', 'Was liegt in der Quarantäne?', 'quarantine_list'],
  ['berlin', 'Läuft gerade eine Schlichtung?', 'arbitration_show'],
  ['krefeld', 'Welche Schulen haben noch Lücken?', 'school_gaps'],
  ['krefeld', 'Was fehlt noch in der Grundschule Süd?', 'school_show'],
  ['pinneberg', 'Wo stehen wir insgesamt?', 'status_overview'],
  ['pinneberg', 'Wie läuft es in Elmshorn?', 'status_region'],
  ['hannover', 'Wann ist der Stichtag?', 'survey_show'],
  ['pinneberg', 'Punkt 3 der Übergabe ist erledigt', 'handover_done'],
  ['pinneberg', 'Was steht noch in der Übergabe?', 'handover_list'],
  ['pinneberg', 'K4a ist durch', 'agreement_step_done'],
  ['pinneberg', 'Wie weit ist der Vertrag?', 'agreement_status'],
  ['pinneberg', 'Welche Fristen hat die Vergabe?', 'tender_periods'],
  ['pinneberg', 'In welcher Phase ist die Vergabe?', 'tender_phase'],
  ['pinneberg', 'Wer vertritt wen?', 'deputy_list'],
  ['pinneberg', 'Beende die Vertretung der Projektleitung', 'deputy_end'],
  ['pinneberg', 'KA-17 an das Schulamt abgeben grund: nicht unser Thema', 'ticket_assign'],
  ['pinneberg', 'Mach KA-17 zu', 'ticket_close'],
  ['pinneberg', 'Schreib auf KA-17: Danke', 'ticket_reply'],
  ['pinneberg', 'KA-17 ist von einer Schule', 'ticket_reclassify'],
  ['pinneberg', 'Was liegt bei mir?', 'ticket_list'],
  ['pinneberg', 'Löse die Verknüpfung von KA-17 und KA-14', 'ticket_unlink'],
  ['pinneberg', 'Notier bei KA-17: Rückruf', 'ticket_note'],
  ['pinneberg', 'Mach KA-17 wieder auf', 'ticket_reopen'],
  ['pinneberg', 'Mach das bitte rückgängig', 'undo'],
  ['pinneberg', 'Erinnere mich am Freitag an KA-17', 'ticket_snooze'],
  ['pinneberg', 'Ich kümmere mich um KA-17', 'ticket_assign'],
  ['pinneberg', 'KA-17 hängt mit KA-14 zusammen', 'ticket_link'],
  ['pinneberg', 'Was ist mit KA-17?', 'ticket_show'],
  ['pinneberg', 'KA-14 gehört zu KA-17', 'ticket_join'],
  ['pinneberg', 'Zeig mir den Zeitplan als Bild', 'timeline_show'],
  ['hannover', 'Wer ist in Springe zuständig?', 'competence_show'],
]

const now = Temporal.Instant.from('2024-04-22T09:14:00+02:00')

function said(profile: string, text: string) {
  const programme = programmeNamed(profile)
  return understand(offeredCommands(programme, commands), programme, text, {
    now,
    asker: 'Koordination Jugendamt',
  })
}

describe('commands are found by what people say', () => {
  test.each(asked)('%s: %s', (profile, text, intent) => expect(said(profile, text).intent).toBe(intent))

  test('a change that was said so is asked back, never carried out', () => {
    const ready = asked.filter(([profile, text]) => {
      const { command, problem } = said(profile, text)
      return command?.changes === true && problem === null
    })
    // This one is a command as it stands, with its number in front.
    expect(ready.map(([, text]) => text)).toEqual(['F-7 entfällt grund: abgesagt'])
  })
})

test('what only other programmes have is misread as no change of anything here', () => {
  for (const profile of profileNames) {
    const own = new Set(offeredCommands(programmeNamed(profile), commands).map(({ name }) => name))
    const changed = commands
      .filter(({ name }) => !own.has(name))
      .flatMap(({ name, examples }) => [name, ...examples.map(each => each.input)])
      .filter(text => {
        const { command, problem } = said(profile, text)
        return command?.changes === true && problem === null
      })
    expect(changed, profile).toEqual([])
  }
})
