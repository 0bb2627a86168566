import { Temporal } from 'temporal-polyfill'
import { namedSubject } from '../src/chat/arguments/namedSubject.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasBodies } from '../src/chat/seen/bodiesSeen.ts'
import { comingSessions, sessionTemplate } from '../src/domain/process/kinds/sessions.ts'
import { instanceKey } from '../src/domain/process/wantedInstances.ts'
import { isWorkingDay } from '../src/domain/time/calendar.ts'
import { dayOf, germanDayWithWeekday } from '../src/domain/time/day.ts'
import { changeProcesses } from '../src/flows/processes/changeProcesses.ts'
import { draftSentence } from '../src/texts/draftReplies.ts'
import { nextSessionReply } from '../src/texts/programmes/bodies.ts'

export default defineCommand({
  name: 'gremium termin',
  aliases: ['gremium sitzung', 'sitzung anlegen'],
  summary: 'Legt eine Sitzung eines Gremiums mit Einladung, Unterlagen und Protokoll an',
  help: 'Die Tage für Einladung, Unterlagen und Protokoll folgen aus dem Profil und verschieben sich mit der Sitzung.',
  intent: 'body_session',
  args: {
    body: { kind: 'title', label: 'Name des Gremiums', required: true, keys: ['gremium'] },
    day: { kind: 'day', label: 'Tag', required: true, keys: ['am', 'tag'] },
  },
  permission: staff,
  offered: programme => hasBodies(programme) && sessionTemplate(programme.profile.ablaeufe) !== null,
  changes: true,
  exampleProgramme: 'krefeld',
  examples: [{ input: 'gremium termin Steuergruppe 14.05.2024', shows: 'tagt am Di 14.05.2024' }],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { body: typed, day: iso },
    context,
  ) {
    const { programme } = needs
    const now = needs.now()
    const today = dayOf(now)
    const found = namedSubject(programme, [], 'gremium', typed, name => `gremium termin „${name}“ ${iso}`)
    if ('refusal' in found) return found.refusal
    const day = Temporal.PlainDate.from(iso)
    if (Temporal.PlainDate.compare(day, today) < 0)
      return draftSentence(`${germanDayWithWeekday(day)} ist vorbei. Ich habe nichts angelegt.`)
    const template = sessionTemplate(needs.templates.values())! // offered only where there is one
    const instance = { template: template.id, subject: found.subject, cycle: iso, start: day, facts: {} }
    const { after, result: fresh } = await changeProcesses(needs, context.person, plans => {
      const exists = plans.all.some(each => instanceKey(each.instance) === instanceKey(instance))
      return { begin: exists ? [] : [instance], result: !exists }
    })
    const body = programme.profile.gremien.find(each => each.id === found.subject.name)!
    const free = isWorkingDay(programme.profile.land, day) ? '' : ' Der Tag ist kein Arbeitstag.'
    const lead = fresh ? `Die Sitzung ist angelegt.${free}` : 'Diese Sitzung gibt es schon.'
    const coming = comingSessions(after.all, body.id, today)
    const own = coming.filter(each => each.process.instance.cycle === iso)
    return nextSessionReply(
      body,
      [...own, ...coming.filter(each => !own.includes(each))],
      lead,
      programme.profile,
      now,
    )
  },
})
