import { Temporal } from 'temporal-polyfill'
import type { ChatCore } from '../../../src/adapters/chatTypes.ts'
import { type RunningWeb, startWeb } from '../../../src/adapters/web/startWeb.ts'
import type { WebPost } from '../../../src/adapters/web/webPost.ts'
import type { Form } from '../../../src/reply/form.ts'
import type { Incoming } from '../../../src/reply/incoming.ts'
import type { Reply } from '../../../src/reply/reply.ts'

export const regionReply: Reply = {
  summary: 'Region 1: Elmshorn, Pinneberg, Barmstedt. Programm aktiv.',
  audience: 'everyone',
  blocks: [
    { kind: 'heading', text: 'Region 1: Elmshorn, Pinneberg, Barmstedt' },
    {
      kind: 'text',
      text: 'Programm aktiv. Als Nächstes: Bekanntmachung des Teilnahmewettbewerbs, voraussichtlich April 2024',
    },
    {
      kind: 'rows',
      title: 'Meilensteine',
      rows: [
        {
          sign: 'done',
          state: 'erledigt',
          text: 'Unterlagen an die Vergabestelle',
          detail: 'KW 12 (18.–24.03.2024)',
        },
        {
          sign: 'planned',
          state: 'geplant',
          text: 'Teilnahmewettbewerb',
          detail: 'voraussichtlich April 2024',
        },
        {
          sign: 'moved',
          state: 'verschoben',
          text: 'Klassenassistenzen starten',
          detail: '01.08.2025',
          remark: 'bisher 01.08.2024: Zeitplan der Ausschreibung',
        },
        {
          sign: 'new',
          state: 'neu',
          text: 'Teamleitungen an den Schulen',
          detail: 'voraussichtlich 4. Quartal 2024',
        },
        { sign: 'fixed', state: 'fest', text: 'erster Schultag 2025/26', detail: '08.09.2025' },
      ],
    },
    {
      kind: 'facts',
      facts: [
        {
          label: 'Ausschreibung',
          value:
            'Verhandlungsverfahren mit Teilnahmewettbewerb, liegt bei der Vergabestelle, noch nicht bekannt gemacht',
        },
        {
          label: 'Kooperation',
          value:
            'Vertrag in interner Abstimmung (Schulamt, Jugendamt, Rechtsabteilungen). Zuschlag erst nach Unterzeichnung',
        },
        {
          label: 'Anfragen',
          value:
            '12 offen: Eltern 5, Schulen 3, Träger 2, Schulträger 1, ungeklärt 1. Überfällig 1, älteste KA-2024-0009 (9 Arbeitstage)',
        },
      ],
    },
    {
      kind: 'rows',
      title: 'Fristen',
      rows: [
        { sign: 'urgent', state: 'heute', text: 'F-7 Rechtsprüfung Kooperationsvertrag', detail: 'Schulamt' },
        {
          sign: 'planned',
          state: 'in 2 Tagen',
          text: 'F-9 Vorlage Jugendhilfeausschuss',
          detail: 'Projektleitung',
        },
      ],
    },
    {
      kind: 'note',
      text: 'Stand 22.03.2024, Quelle: Zwischeninformation Klassenassistenz. Anfragen: heute 09:14',
    },
    {
      kind: 'actions',
      actions: [
        { label: 'Offene Anfragen', command: 'vorgang liste ort:Elmshorn' },
        { label: 'Fristen', command: 'fristen' },
      ],
    },
  ],
}

export const listReply: Reply = {
  summary: '3 offene Vorgänge',
  audience: 'everyone',
  blocks: [
    { kind: 'heading', text: 'Offene Vorgänge: 3' },
    {
      kind: 'table',
      columns: ['Nummer', 'Typ', 'Thema', 'Ort', 'Antwort bis', 'zuständig'],
      rows: [
        ['KA-2024-0009', 'Eltern', 'Einzelfall', 'Barmstedt', 'Do 18.04.2024, überfällig', 'niemand'],
        ['KA-2024-0017', 'Schule', 'Zeitplan', 'Elmshorn', 'Do 25.04.2024', 'Koordination Jugendamt'],
        ['KA-2024-0018', 'ungeklärt', '–', '–', 'Fr 26.04.2024', 'niemand'],
      ],
    },
  ],
}

/** The announcement of screens.md for one Vorgang. */
export function announcement(number: string, what: string): Reply {
  return {
    summary: `Neue Anfrage ${number} · ${what}`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `Neue Anfrage ${number} · ${what}` },
      { kind: 'text', text: 'Antwort bis Do 25.04.2024 · zuständig: noch niemand' },
      { kind: 'note', text: 'Erkannt an: Funktion in der Signatur, „an unserer Schule“-Wendung (sicher)' },
      {
        kind: 'actions',
        actions: [
          { label: 'Übernehmen', command: `vorgang zuweisen ${number} ich` },
          { label: 'Ansehen', command: `vorgang zeige ${number}` },
          { label: 'Abgeben …', command: `vorgang abgeben ${number}`, asks: ['assignee', 'reason'] },
        ],
      },
    ],
  }
}

/** What handing over a Vorgang asks. */
export const handoverForm: Form = {
  title: 'KA-2024-0017 abgeben',
  command: 'vorgang abgeben KA-2024-0017',
  submit: 'Abgeben',
  fields: [
    {
      kind: 'choice',
      key: 'assignee',
      label: 'Zuständige Funktion',
      hint: 'ich oder eine Funktion',
      required: true,
      initial: null,
      choices: [
        { value: 'ich', label: 'ich (Koordination Jugendamt)' },
        { value: 'Koordination Schulamt', label: 'Koordination Schulamt' },
      ],
    },
    { kind: 'lines', key: 'reason', label: 'Grund', hint: null, required: true, initial: null, most: 40 },
    { kind: 'day', key: 'until', label: 'Bis', hint: null, required: false, initial: '2024-05-03' },
    { kind: 'line', key: 'note', label: 'Notiz', hint: null, required: false, initial: null },
  ],
}

export const token = 'ein-langes-zugangswort-0815'
export const now = Temporal.Instant.from('2024-04-22T07:14:00Z')

export interface WebWorld {
  web: RunningWeb
  /** Without path, "http://127.0.0.1:…". */
  origin: string
  heard: Incoming[]
  posts: WebPost[]
  stop(): Promise<void>
}

/** The web server with one stored announcement; it answers "vorgang …" with a table and all else with a region. */
export async function webWorld({
  answer,
  form,
  ...more
}: Partial<Parameters<typeof startWeb>[0] & ChatCore> = {}): Promise<WebWorld> {
  const heard: Incoming[] = []
  const posts: WebPost[] = [
    {
      address: 'announcement:9:web',
      channel: 'allgemein',
      thread: null,
      reply: announcement('KA-2024-0009', 'Eltern · Einzelfall · Barmstedt'),
      at: '2024-04-11T08:40:00Z',
    },
  ]
  const web = await startWeb({
    host: '127.0.0.1',
    port: 0,
    core: {
      answer: async incoming => {
        heard.push(incoming)
        if (answer) return answer(incoming)
        return incoming.text.startsWith('vorgang') ? listReply : regionReply
      },
      form: form ?? (async () => handoverForm),
    },
    person: { id: 'web', name: 'Koordination Jugendamt', roles: ['koordination_jugendamt'] },
    recentPosts: async () => posts,
    token,
    programmeName: 'Klassenassistenz im Kreis Pinneberg',
    now: () => now,
    ...more,
  })
  return { web, origin: `http://127.0.0.1:${web.port}`, heard, posts, stop: () => web.stop() }
}
