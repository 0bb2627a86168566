import { Temporal } from 'temporal-polyfill'
import type { Deputyship } from '../domain/people/lentRoles.ts'
import { codesAnHour, codeValidMinutes } from '../domain/people/linkCode.ts'
import { dayOf, germanDayWithWeekday, germanTime } from '../domain/time/day.ts'
import type { Action, Block, Reply } from '../reply/reply.ts'

/** "Slack" for the folder "slack". */
export function platformWords(platform: string): string {
  return platform.charAt(0).toUpperCase() + platform.slice(1)
}

/** Sentences for the asker alone: who somebody is and what is wrong with an address or a code concerns nobody else. */
function sentences([summary, ...more]: readonly [string, ...string[]], actions: Action[] = []): Reply {
  const blocks: Block[] = [summary, ...more].map(text => ({ kind: 'text', text }))
  if (actions.length > 0) blocks.push({ kind: 'actions', actions })
  return { summary, audience: 'asker', blocks }
}

const whoAmI: Action = { label: 'Wer bin ich hier?', command: 'ich' }
const unlinkMe: Action = { label: 'Verknüpfung lösen', command: 'ich trennen' }

export interface PersonFacts {
  /** The function. */
  name: string
  /** Own roles, in words. */
  roles: readonly string[]
  deputyships: readonly Deputyship[]
  /** Names of roles in words. */
  roleWords(role: Deputyship['roles'][number]): string
  known: { by: 'list' } | { by: 'link'; since: Temporal.Instant } | { by: 'machine' }
  /** What `kanalregeln` say of the channel in which it is asked; null: nothing. */
  channel: { intake: boolean; readOnly: boolean } | null
}

/** Who the asker is here, why, and what holds in this channel. */
export function personReply(facts: PersonFacts): Reply {
  const { name, roles, deputyships, roleWords, known, channel } = facts
  const summary = `Sie sind hier: ${name}`
  return {
    summary,
    audience: 'asker',
    blocks: [
      { kind: 'heading', text: summary },
      {
        kind: 'facts',
        facts: [
          { label: 'Funktion', value: name },
          { label: roles.length === 1 ? 'Rolle' : 'Rollen', value: roles.join(', ') },
          ...deputyships.map(each => ({
            label: 'In Vertretung',
            value: [
              `${each.absent}${spanWords(each)}`,
              ...(each.roles.length > 0
                ? [`mit ${each.roles.map(roleWords).join(', ')}`]
                : ['ohne weitere Rollen']),
            ].join(', '),
          })),
          { label: 'Erkannt', value: knownWords(known) },
          ...(channel ? [{ label: 'In diesem Kanal', value: channelWords(channel) }] : []),
        ],
      },
      ...(known.by === 'link' ? [{ kind: 'actions', actions: [unlinkMe] } satisfies Block] : []),
    ],
  }
}

/** " vom Mo 29.04.2024 bis Fr 03.05.2024", "" where neither end is known. */
function spanWords({ from, until }: Pick<Deputyship, 'from' | 'until'>): string {
  const words = (iso: string) => germanDayWithWeekday(Temporal.PlainDate.from(iso))
  return `${from ? ` vom ${words(from)}` : ''}${until ? ` bis ${words(until)}` : ''}`
}

function knownWords(known: PersonFacts['known']): string {
  switch (known.by) {
    case 'list':
      return 'Ihr Konto steht in der Liste der Personen'
    case 'link':
      return `Ihr Konto ist seit ${germanDayWithWeekday(dayOf(known.since))}, ${germanTime(known.since)} Uhr mit Ihrer dienstlichen Adresse verknüpft`
    case 'machine':
      return 'Sie sitzen an diesem Rechner'
  }
}

function channelWords({ intake, readOnly }: { intake: boolean; readOnly: boolean }): string {
  return [
    intake ? 'Aus jeder neuen Frage wird ein Vorgang' : 'Vorgänge entstehen nur auf Wunsch',
    readOnly ? 'Befehle zeigen nur, sie ändern nichts' : 'alle Befehle',
  ].join('; ')
}

/** To whom nobody knows. `account`: the own id, for the administration; `byMail`: a code can be sent. */
export function guestReply(account: string, byMail: boolean): Reply {
  const first = 'Ihr Konto ist hier keiner Funktion zugeordnet. Sie sehen, was öffentlich ist.'
  return byMail
    ? sentences([
        first,
        'Arbeiten Sie mit? Schreiben Sie mir in einer Direktnachricht „ich“ und Ihre dienstliche Adresse, zum Beispiel: ich vorname.nachname@kreis.example',
        `Steht die Adresse in der Liste der Personen, bekommen Sie einen Code per E-Mail. Sonst geben Sie der Administration bitte diese Kennung: ${account}`,
      ])
    : sentences([first, `Arbeiten Sie mit? ${byAdministration(account)}`])
}

/** Where no mail leaves the house. */
function byAdministration(account: string): string {
  return `Die Administration trägt Ihr Konto in die Liste der Personen ein; bitte geben Sie ihr diese Kennung: ${account}`
}

export const personSentences = {
  /** The same whether the address is known or not. */
  asked: () =>
    sentences([
      'Wenn diese Adresse in der Liste der Personen steht, ist jetzt ein Code dorthin unterwegs.',
      `Er gilt ${codeValidMinutes} Minuten. Schreiben Sie mir dann: ich code und die sechs Ziffern. Kommt nichts an, hilft die Administration.`,
    ]),
  tooManyCodes: () =>
    sentences([
      `Von diesem Konto wurden in der letzten Stunde schon ${codesAnHour} Codes angefordert. Bitte versuchen Sie es später noch einmal, oder wenden Sie sich an die Administration.`,
    ]),
  /** The address, or the code, was typed where others read it. */
  onlyDirectly: () =>
    sentences([
      'Bitte in einer Direktnachricht an mich: Ihre Adresse und Codes gehören nicht in einen Kanal. Ich habe nichts getan.',
    ]),
  noMailServer: (account: string) =>
    sentences([`Von hier kann gerade kein Code verschickt werden. ${byAdministration(account)}`]),
  inTheHouse: () =>
    sentences(
      [
        'Hier gibt es nichts zu verknüpfen: Wer an diesem Rechner sitzt, ist schon bekannt. Verknüpft werden Konten in einem Chat.',
      ],
      [whoAmI],
    ),
  listed: () =>
    sentences(
      ['Ihr Konto steht schon in der Liste der Personen; eine Verknüpfung braucht es nicht.'],
      [whoAmI],
    ),
  noCode: () => sentences(['Das ist kein Code. Er hat sechs Ziffern, zum Beispiel: ich code 123456']),
  wrong: (left: number) =>
    sentences([
      left > 0
        ? `Dieser Code stimmt nicht. Sie haben noch ${left === 1 ? 'einen Versuch' : `${left} Versuche`}.`
        : 'Dieser Code stimmt nicht, und es war der letzte Versuch. Bitte fordern Sie einen neuen an: ich und Ihre dienstliche Adresse',
    ]),
  void: () =>
    sentences([
      'Für dieses Konto gilt gerade kein Code. Bitte fordern Sie einen neuen an: ich und Ihre dienstliche Adresse',
    ]),
  linked: (name: string, roles: readonly string[]) =>
    sentences(
      [
        `Ihr Konto ist jetzt verknüpft. Sie sind hier: ${name}.`,
        `${roles.length === 1 ? 'Rolle' : 'Rollen'}: ${roles.join(', ')}`,
      ],
      [whoAmI, { label: 'Hilfe', command: 'hilfe' }, unlinkMe],
    ),
  unlinked: () =>
    sentences(['Die Verknüpfung ist gelöst. Sie sehen von jetzt an, was öffentlich ist.'], [whoAmI]),
  notLinked: () => sentences(['Ihr Konto ist nicht verknüpft; es ist nichts zu lösen.'], [whoAmI]),
  listedStays: () =>
    sentences([
      'Ihr Konto steht in der Liste der Personen; heraus nimmt es die Administration. Eine Verknüpfung gibt es nicht.',
    ]),
} as const
