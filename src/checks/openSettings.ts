import type { Profile } from '../domain/programme/profile.ts'
import type { Finding } from './finding.ts'

/** Fields that a programme can do without, and what is missing as long as they are null. */
const fields: readonly { missing(profile: Profile): boolean; sentence: string }[] = [
  {
    missing: ({ postfach }) => postfach === null,
    sentence: 'postfach ist leer: Es gilt die Adresse aus den Einstellungen (KLA_MAIL_FROM).',
  },
  {
    missing: ({ antwort_in_arbeitstagen }) => antwort_in_arbeitstagen === null,
    sentence: 'antwort_in_arbeitstagen ist leer: Bürgerinnen und Bürgern wird keine Antwortzeit zugesagt.',
  },
  {
    missing: ({ wiedervorlage_arbeitstage }) => wiedervorlage_arbeitstage === null,
    sentence: 'wiedervorlage_arbeitstage ist leer: Vorgänge haben keine interne Frist.',
  },
  {
    missing: ({ notfall }) => notfall.telefon_asd === null || notfall.telefon_bereitschaft === null,
    sentence: 'notfall ist unvollständig: Der Hinweis „Ist ein Kind in Gefahr?“ nennt nicht alle Rufnummern.',
  },
  {
    missing: ({ fachdienst }) => fachdienst === null || fachdienst.telefon === null,
    sentence: 'fachdienst ist leer oder ohne Rufnummer: Eltern wird keine Stelle für ihr Kind genannt.',
  },
  {
    missing: ({ pressestelle }) => pressestelle === null || pressestelle.kontakt === null,
    sentence: 'pressestelle ist leer oder ohne Kontakt: Presseanfragen wird kein Kontakt genannt.',
  },
  {
    missing: ({ links }) => links.datenschutz === null,
    sentence: 'links.datenschutz ist leer: Eingangsbestätigungen verweisen auf keine Datenschutzhinweise.',
  },
  {
    missing: ({ regionen }) => regionen.every(region => region.orte.length === 0),
    sentence: 'regionen nennt keine Orte: Alles gilt für das ganze Gebiet.',
  },
  {
    missing: ({ vergabe }) => vergabe.gebraucht === 'offen',
    sentence: 'vergabe.gebraucht steht auf offen: Befehle zur Vergabe gibt es erst bei „ja“.',
  },
]

/** What the office has not settled: null fields that people notice, steps of reports without a date, and the list `offen`. Hints. */
export function openSettings(profile: Profile): Finding[] {
  const undated = profile.ablaeufe
    .filter(({ art }) => art === 'bericht' || art === 'pflicht')
    .filter(({ schritte }) => schritte.every(step => step.termin === null))
    .map(({ name }) => name)
  return [
    ...fields.filter(({ missing }) => missing(profile)).map(({ sentence }) => sentence),
    ...(undated.length > 0
      ? [`Ohne Tag, daher ohne Erinnerung: ${[...new Set(undated)].join(', ')} (ablaeufe, termin).`]
      : []),
    ...profile.offen.map(each => `Noch nicht festgelegt: ${each}`),
  ].map(sentence => ({ kind: 'open', what: 'Profil', sentence }))
}
