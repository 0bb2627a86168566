import { type PersonalDataKind, personalDataNames } from '../domain/disclosure/personalData.ts'
import type { Profile } from '../domain/programme/profile.ts'
import type { DataClass } from '../domain/ticket/visibility.ts'
import type { Reply } from '../reply/reply.ts'

/** One text for the writer alone; it never repeats a word of the message. */
function quiet(paragraphs: readonly string[]): Reply {
  return {
    summary: paragraphs[0] ?? '',
    audience: 'asker',
    blocks: paragraphs.map(text => ({ kind: 'text', text })),
  }
}

/**
 * Says to whoever wrote about something that no channel may know what to do instead. Whether a Vorgang was made of it is not said: the
 * answer itself runs through the platform.
 */
export function notInChat(dataClass: DataClass, profile: Profile): Reply {
  const remove = 'Bitte löschen Sie Ihre Nachricht hier.'
  if (dataClass !== 'kindeswohl')
    return quiet([
      'Fragen und Unterlagen von Unternehmen zu einem Vergabeverfahren gehören nicht in den Chat: Sie beantwortet nur die Vergabestelle, allen zugleich auf der Vergabeplattform (§ 9 Abs. 2, § 20 Abs. 3 VgV).',
      `${remove} Wenden Sie sich bitte an die Vergabestelle.`,
    ])
  const { telefon_asd: asd, telefon_bereitschaft: standby } = profile.notfall
  const call = [
    ...(asd ? [`Jugendamt: ${asd}.`] : []),
    ...(standby ? [`Außerhalb der Dienstzeit: ${standby}.`] : []),
    'Bei akuter Gefahr: 110.',
  ]
  return quiet([
    `Geht es um ein Kind, das in Gefahr sein könnte? Dann rufen Sie bitte sofort an. ${call.join(' ')}`,
    `Bitte schreiben Sie dazu nichts in den Chat; er wird nicht rund um die Uhr gelesen. ${remove}`,
  ])
}

/** For whoever wrote it. `number`: the Vorgang that stays; null: it is not named here. */
export function personalDataHint(kinds: readonly PersonalDataKind[], number: string | null): Reply {
  const kept = number ? [`Vorgang ${number} bleibt bestehen.`] : []
  return quiet([personalDataOfYours(kinds), ...kept])
}

/** "Ihre Nachricht enthält vermutlich den Namen einer Person und eine Telefonnummer. …": which kinds, never the words. */
export function personalDataOfYours(kinds: readonly PersonalDataKind[]): string {
  return `Ihre Nachricht enthält vermutlich ${listed(kinds)}. Bitte löschen Sie die Nachricht hier und schreiben Sie ohne solche Angaben.`
}

/** The same for somebody who made a Vorgang of another person's message. */
export function personalDataOfOthers(kinds: readonly PersonalDataKind[]): string {
  return `Die Nachricht enthält vermutlich ${listed(kinds)}. Bitte sorgen Sie dafür, dass sie im Kanal gelöscht wird.`
}

function listed(kinds: readonly PersonalDataKind[]): string {
  const names = kinds.map(kind => personalDataNames[kind])
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`
}
