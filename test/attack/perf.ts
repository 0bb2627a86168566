

import { plainText, mentionedPeople } from '../../src/adapters/slack/plainText.ts'
import { programmeNamed } from '../domain/programme/profiles.ts'
import { personalDataIn } from '../../src/domain/disclosure/personalData.ts'
import { classifyTalk } from '../../src/domain/talk/classifyTalk.ts'
import { isMatter } from '../../src/domain/talk/isMatter.ts'
import { isAnswer } from '../../src/domain/talk/isAnswer.ts'
import { understand } from '../../src/chat/parse.ts'
import { commands } from '../../src/registry.ts'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { Temporal } from 'temporal-polyfill'
const programme = programmeNamed('pinneberg')
const N = 40_000; const FULL = process.argv[2] <= "40000"
const texts: Record<string, (n: number) => string> = {
  a: n => 'a'.repeat(n), words: n => 'Wann startet die Klassenassistenz in Elmshorn? '.repeat(n / 47),
  star: n => ' *a'.repeat(n / 3), star2: n => '*a '.repeat(n/3), under: n => ' _a_b'.repeat(n / 5), tick: n => '`'.repeat(n), tick2: n => '`a'.repeat(n/2), lt: n => '<'.repeat(n), at: n => '<@UA|'.repeat(n / 5), at2: n => '<@UAAAA'.repeat(n/7), zalgo: n => ('Z' + '\u0300\u0301\u0302\u0315'.repeat(20)).repeat(n / 81), rtl: n => '\u202eKA-4 abschließen\u202c '.repeat(n / 20),
  spaces: n => ' '.repeat(n), nl: n => '\n'.repeat(n), names: n => 'Frau Müller-Lüdenscheidt '.repeat(n / 25), phones: n => '0123 4567 89 '.repeat(n/13), digits: n => '1'.repeat(n), digsp: n => '1 '.repeat(n/2), mails: n => 'a@'.repeat(n/2), mails2: n => 'a.'.repeat(n/2) + '@', http: n => 'http://'.repeat(n/7), colon: n => ':a'.repeat(n/2), plate: n => 'PI-'.repeat(n/3), iban: n => 'DE89 3704 '.repeat(n/10), caps: n => 'Anna '.repeat(n/5), Sohn: n => 'Unser Sohn '.repeat(n/11), quote: n => '> zitat\n'.repeat(n/8), dq: n => '„'.repeat(n), ka: n => 'KA-17 '.repeat(n/6), grund: n => 'grund: '.repeat(n/7), hyph: n => 'a-'.repeat(n/2), strasse: n => 'Musterstraße '.repeat(n/13), emoji: n => '👨‍👩‍👧‍👦'.repeat(n/11), surr: n => '\ud800'.repeat(n), nul: n => 'Wann startet Elmshorn\u0000? '.repeat(n/24),
  mach: n => 'mach heute früher '.repeat(n/18), hier: n => 'hier ist die '.repeat(n/13),
}
const time = (f: () => unknown) => { const s = performance.now(); f(); return Math.round(performance.now() - s) }
const now = Temporal.Instant.from('2024-04-22T09:14:00+02:00')
const cmds = offeredCommands(programme, commands)
{
  for (const n of [Number(process.argv[2])]) for (const [k, f] of Object.entries(texts)) {
    process.stdout.write(k + " "); const t = f(n)
    const r: Record<string, number> = {}
    r.plain = n === N || !['star','star2','under','at'].includes(k) ? time(() => plainText(t, 'UBOT')) : -1
    r.ment = n === N ? time(() => mentionedPeople(t)) : -1
    let found: never
    r.cls = time(() => { found = classifyTalk(programme, t, { name: 'Gast', roles: ['gast'] }) as never })
    r.matter = time(() => isMatter(programme, t, found))
    r.answer = time(() => isAnswer(t))
    r.pd = time(() => personalDataIn(t, programme))
    r.und = time(() => understand(cmds, programme, t, { now, asker: 'X' }))
    r.fill = time(() => understand(cmds, programme, 'vorgang abgeben KA-17', { now, asker: 'X', filled: { assignee: t, reason: t } }))
    r.fill2 = time(() => understand(cmds, programme, 'vorgang einordnen KA-17', { now, asker: 'X', filled: { region: t, topic: t } }))
    r.notiz = time(() => understand(cmds, programme, 'vorgang notiz KA-17: ' + t, { now, asker: 'X' }))
    const slow = Object.entries(r).filter(([, v]) => v > 150)
    if (slow.length) console.log(n, k, JSON.stringify(Object.fromEntries(slow)))
  }
}
