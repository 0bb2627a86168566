import type { Stakeholder, Topic } from '../../domain/classify/labels.ts'
import type { Urgency } from '../../domain/ticket/relabelled.ts'
import type { TicketState } from '../../domain/ticket/states.ts'
import type { DataClass } from '../../domain/ticket/visibility.ts'
import { fold } from '../words.ts'

/*
 * German words for the values of arguments: the first is shown, all are understood. Written as people write;
 * compared without case and with umlauts written out.
 */

export const stateWords: Readonly<Record<TicketState | 'offen' | 'ueberfaellig', readonly string[]>> = {
  offen: [
    'offen',
    'offene',
    'offenen',
    'offener',
    'offenes',
    'unerledigt',
    'unerledigte',
    'unerledigten',
    'unbeantwortet',
    'unbeantwortete',
    'unbeantworteten',
    'unbearbeitet',
    'unbearbeitete',
    'unbearbeiteten',
    'nicht beantwortet',
    'nicht erledigt',
    'nicht abgeschlossen',
  ],
  eingegangen: ['eingegangen', 'eingegangene', 'eingegangenen', 'neu', 'neue', 'neuen', 'neuer'],
  in_bearbeitung: ['bearbeitung', 'in Bearbeitung', 'laufend', 'laufende', 'laufenden'],
  wartet: ['wartet', 'wartend', 'wartende', 'wartenden', 'wartet auf Dritte'],
  abgegeben: ['abgegeben', 'abgegebene', 'abgegebenen'],
  beantwortet: ['beantwortet', 'beantwortete', 'beantworteten'],
  abgeschlossen: [
    'abgeschlossen',
    'abgeschlossene',
    'abgeschlossenen',
    'geschlossen',
    'geschlossene',
    'geschlossenen',
    'erledigt',
    'erledigte',
    'erledigten',
  ],
  ueberfaellig: ['überfällig', 'überfällige', 'überfälligen', 'überfälliger', 'verspätet', 'verspätete'],
}

export const stakeholderWords: Readonly<Record<Stakeholder | 'ungeklaert', readonly string[]>> = {
  eltern: [
    'eltern',
    'elternteil',
    'mutter',
    'vater',
    'mütter',
    'müttern',
    'väter',
    'vätern',
    'sorgeberechtigte',
    'sorgeberechtigten',
    'elternvertretung',
    'elternbeirat',
  ],
  schule: [
    'schule',
    'schulen',
    'schulleitung',
    'schulleitungen',
    'grundschule',
    'grundschulen',
    'lehrkraft',
    'lehrkräfte',
    'lehrkräften',
  ],
  schultraeger: ['schulträger', 'schulträgern', 'schulträgers', 'gemeinde', 'gemeinden'],
  schulamt: ['schulamt', 'schulämter', 'schulämtern', 'schulamts', 'ministerium', 'schulaufsicht'],
  freier_traeger: [
    'träger',
    'trägern',
    'freie träger',
    'freien trägern',
    'freier träger',
    'freien träger',
    'leistungserbringer',
  ],
  jugendamt: ['jugendamt', 'jugendamts', 'jugendämter', 'jugendämtern'],
  kreisverwaltung: ['kreisverwaltung', 'verwaltung', 'kreis'],
  politik: [
    'politik',
    'politiker',
    'politikern',
    'fraktion',
    'fraktionen',
    'kreistag',
    'ausschuss',
    'abgeordnete',
    'abgeordneten',
  ],
  presse: ['presse', 'journalisten', 'journalist', 'journalistin', 'zeitung', 'medien'],
  bewerber: [
    'bewerbende',
    'bewerbenden',
    'bewerber',
    'bewerbern',
    'bewerberin',
    'bewerberinnen',
    'bewerbungen',
  ],
  sonstige: ['sonstige', 'sonstigen', 'andere', 'anderen'],
  automatisch: ['automatisch', 'automatische', 'automatischen'],
  ungeklaert: ['ungeklärt', 'ungeklärte', 'ungeklärten', 'unklar', 'unklare', 'unklaren'],
}

export const topicWords: Readonly<Record<Topic, readonly string[]>> = {
  zeitplan: ['zeitplan', 'zeitplans', 'zeitplanung', 'starttermin', 'startzeitpunkt'],
  ausschreibung: ['ausschreibung', 'ausschreibungen', 'vergabe', 'vergabeverfahren'],
  kooperationsvertrag: ['kooperationsvertrag', 'kooperationsvereinbarung', 'vertrag', 'kooperation'],
  personal: ['personal', 'stellen', 'stelle', 'personalfragen'],
  einzelfall: ['einzelfall', 'einzelfälle', 'einzelfällen', 'schulbegleitung'],
  finanzierung: ['finanzierung', 'finanzen', 'kosten', 'geld'],
  konzept: ['konzept', 'konzepts', 'pädagogik'],
  datenschutz: ['datenschutz', 'dsgvo'],
  termin: ['termin', 'terminanfrage', 'terminanfragen', 'besprechung'],
  beschwerde: ['beschwerde', 'beschwerden'],
  presseanfrage: ['presseanfrage', 'presseanfragen'],
  sonstiges: ['sonstiges'],
}

export const urgentWords: Readonly<Record<'ja', readonly string[]>> = {
  ja: [
    'dringend',
    'dringende',
    'dringenden',
    'dringender',
    'dringendes',
    'eilig',
    'eilige',
    'eiligen',
    'eiliges',
    'eilt',
    'dringlich',
    'dringliche',
    'dringlichen',
    'heute sichten',
  ],
}

export const bidderWords: Readonly<Record<'ja', readonly string[]>> = {
  ja: ['bieterfragen', 'bieterfrage', 'bieteranfragen', 'bieter', 'bietern', 'bieterpost'],
}

export const snoozedWords: Readonly<Record<'ja', readonly string[]>> = {
  ja: [
    'zurückgestellt',
    'zurückgestellte',
    'zurückgestellten',
    'schlummernd',
    'schlummernde',
    'schlummernden',
  ],
}

/** What a person says of how urgent a Vorgang is. */
export const urgencyWords: Readonly<Record<Urgency, readonly string[]>> = {
  heute: urgentWords.ja,
  kindeswohl: ['kindeswohl', 'kindeswohlgefährdung', 'kinderschutz', 'gefährdung'],
  normal: ['normal', 'normale', 'normaler', 'regulär'],
}

/** What a person says of how a Vorgang is protected. */
export const classWords: Readonly<Record<DataClass, readonly string[]>> = {
  allgemein: ['allgemein', 'keiner'],
  einzelfall: ['einzelfall', 'sensibel'],
  kindeswohl: ['kindeswohl', 'kindeswohlgefährdung', 'kinderschutz'],
  antrag_verdacht: ['antrag', 'widerspruch'],
  vergabe: ['vergabe', 'bieter', 'bieterfrage', 'bieterpost'],
  angebot_anlage: ['angebot'],
  presse: ['presse'],
  bewerbung: ['bewerbung'],
  dsgvo_izg: ['datenschutz', 'dsgvo', 'auskunft', 'informationszugang'],
}

/** The words of all that a Vorgang can be classified by, folded. */
export const classifying: ReadonlySet<string> = new Set(
  [stakeholderWords, topicWords, urgencyWords]
    .flatMap(words => Object.values<readonly string[]>(words))
    .flat()
    .flatMap(word => fold(word).split(' ')),
)
