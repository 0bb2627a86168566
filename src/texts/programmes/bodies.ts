import { Temporal } from 'temporal-polyfill'
import type { ProcessNote } from '../../domain/process/kinds/notes.ts'
import type { Session } from '../../domain/process/kinds/sessions.ts'
import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { Body, Profile } from '../../domain/programme/profile.ts'
import { dayOf, germanDay } from '../../domain/time/day.ts'
import type { Action, Block, Reply, Row } from '../../reply/reply.ts'
import { standNote } from '../standNote.ts'
import { stepRow } from '../steps/stepRows.ts'
import { roleWords, whenWords } from '../steps/stepWords.ts'
import { wordsElsewhere } from '../steps/wordsElsewhere.ts'

/** The answer to "gremium": who meets, what for. */
export function bodiesReply(profile: Profile): Reply {
  const rows: Row[] = profile.gremien.map(body => ({
    sign: 'none',
    state: body.name,
    text: body.aufgabe ?? '',
    detail: body.turnus ?? '',
  }))
  return {
    summary: `${rows.length} Gremien: ${profile.gremien.map(each => each.name).join(', ')}`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `Gremien, ${profile.name}` },
      { kind: 'rows', title: '', rows },
      { kind: 'actions', actions: [{ label: 'Was steht an?', command: 'gremium vorlage' }] },
      standNote(profile, null),
    ],
  }
}

/** A body with what is known of it; notes only where free words may be shown. */
export interface BodyShown {
  body: Body
  /** Name of the bodies that get its results. */
  givesTo: readonly string[]
  coming: readonly Session[]
  /** Results of other bodies that it has not dealt with, with the name of who gave them. */
  received: readonly (StepOfProcess & { from: string; text: string | null })[]
  decisions: readonly ProcessNote[]
  /** False in a channel: then decisions and results are counted only. */
  words: boolean
}

/** The answer to "gremium <Name>". */
export function bodyReply(shown: BodyShown, lead: string, profile: Profile, now: Temporal.Instant): Reply {
  const { body, givesTo, coming } = shown
  const facts = [
    { label: 'Aufgabe', value: body.aufgabe ?? '' },
    { label: 'Leitung', value: roleWords(profile, body.leitung ?? null) },
    { label: 'Mitglieder', value: body.mitglieder.map(each => roleWords(profile, each)).join(', ') },
    { label: 'Turnus', value: body.turnus ?? '' },
    { label: 'Gibt weiter an', value: givesTo.join(', ') },
    {
      label: 'Nächste Sitzung',
      value: coming[0] ? whenWords(coming[0].step.when) : 'kein Termin eingetragen',
    },
  ].filter(fact => fact.value !== '')
  return {
    summary: `${lead ? `${lead} ` : ''}${body.name}: nächste Sitzung ${coming[0] ? whenWords(coming[0].step.when) : 'noch ohne Termin'}.`,
    audience: 'everyone',
    blocks: [
      ...(lead ? [{ kind: 'text', text: lead } satisfies Block] : []),
      { kind: 'heading', text: body.name },
      { kind: 'facts', facts },
      ...receivedBlocks(shown, { profile, today: dayOf(now) }),
      ...decisionBlocks(shown),
      standNote({ ...profile, quelle: body.quelle }, now),
    ],
  }
}

function receivedBlocks({ received, words }: BodyShown, around: Around): Block[] {
  if (received.length === 0) return []
  const rows: Row[] = received.map(({ from, text, ...at }) => ({
    ...stepRow(at, { ...around, nameOf: null, withoutProcess: true }),
    text: `Ergebnis aus ${from}`,
    ...(words && text !== null && { remark: text }),
  }))
  return [{ kind: 'rows', title: 'Übergebene Ergebnisse', rows }, ...(words ? [] : [elsewhere])]
}

function decisionBlocks({ decisions, words }: BodyShown): Block[] {
  if (decisions.length === 0) return []
  if (!words) return [{ kind: 'text', text: `Festgehaltene Beschlüsse: ${decisions.length}` }, elsewhere]
  const rows: Row[] = decisions.map(({ text, by, at }) => ({
    sign: 'done',
    state: germanDay(dayOf(Temporal.Instant.from(at))),
    text,
    detail: by,
  }))
  return [{ kind: 'rows', title: 'Beschlüsse', rows }]
}

interface Around {
  profile: Profile
  today: Temporal.PlainDate
}

const elsewhere: Block = {
  kind: 'text',
  text: wordsElsewhere,
}

/** The answer to "gremium nächste": the next meeting with all that belongs to it. */
export function nextSessionReply(
  body: Body,
  coming: readonly Session[],
  lead: string,
  profile: Profile,
  now: Temporal.Instant,
): Reply {
  const next = coming[0]
  const around = { profile, today: dayOf(now), nameOf: null, withoutProcess: true, withHint: true }
  const sentence = next
    ? `${body.name} tagt am ${whenWords(next.step.when)}.`
    : `Es ist kein Termin eingetragen. Eintragen mit: gremium termin ${body.auch[0] ?? body.name} <Tag>`
  const rows = next
    ? next.process.instance.subject.kind === 'gremium'
      ? next.process.steps.map(step => stepRow({ ...next, step }, around))
      : [stepRow(next, around)]
    : []
  const later = coming.slice(1, 4).map(each => whenWords(each.step.when))
  const actions: Action[] = next ? [{ label: 'Fristen', command: 'fristen' }] : []
  return {
    summary: [lead, sentence].filter(Boolean).join(' '),
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `Nächste Sitzung: ${body.name}` },
      ...(lead ? [{ kind: 'text', text: lead } satisfies Block] : []),
      { kind: 'text', text: sentence },
      ...(rows.length > 0 ? [{ kind: 'rows', title: '', rows } satisfies Block] : []),
      ...(later.length > 0 ? [{ kind: 'text', text: `Danach: ${later.join(', ')}` } satisfies Block] : []),
      ...(actions.length > 0 ? [{ kind: 'actions', actions } satisfies Block] : []),
      standNote({ ...profile, quelle: next?.process.template.quelle ?? body.quelle }, now),
    ],
  }
}

/** The answer to "gremium vorlage": what waits for a committee. */
export function agendaReply(rows: readonly StepOfProcess[], profile: Profile, now: Temporal.Instant): Reply {
  const today = dayOf(now)
  const dated = rows.filter(each => each.step.when !== null)
  const undated = rows.filter(each => each.step.when === null)
  const sentence =
    rows.length === 0
      ? 'Für die Gremien steht nichts an.'
      : `Für die Gremien ${rows.length === 1 ? 'steht ein Schritt' : `stehen ${rows.length} Schritte`} an.`
  const row = (at: StepOfProcess) => stepRow(at, { profile, today, nameOf: null })
  return {
    summary: sentence,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: 'Vorlagen für die Gremien' },
      { kind: 'text', text: sentence },
      ...(dated.length > 0
        ? [{ kind: 'rows', title: 'Mit Termin', rows: dated.map(row) } satisfies Block]
        : []),
      ...(undated.length > 0
        ? [
            {
              kind: 'rows',
              title: 'Ohne Termin, vom Amt festzulegen',
              rows: undated.map(row),
            } satisfies Block,
          ]
        : []),
      standNote(profile, now),
    ],
  }
}
