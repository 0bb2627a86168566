import type { Block, Reply } from '../../reply/reply.ts'

/** Why an attachment is not handed out: one sentence that says what happens next. */
export const attachmentRefusals = {
  missing: 'Diese Anlage gibt es nicht.',
  waiting: 'Die Anlage wird noch vom Virenscanner geprüft. Bitte in einigen Minuten noch einmal öffnen.',
  away: 'Der Virenscanner ist gerade nicht erreichbar, deshalb bleibt die Anlage geschlossen. Bitte später noch einmal versuchen oder die Administration verständigen.',
  tooLarge:
    'Die Anlage ist größer, als der Virenscanner prüfen kann, und bleibt geschlossen. Bitte die Administration verständigen.',
  infected:
    'Der Virenscanner hat in diesem Brief Schadsoftware gefunden. Die Anlage bleibt geschlossen; bitte die Administration verständigen.',
  changed:
    'Die Anlage stimmt nicht mit dem überein, was angekommen ist, und bleibt geschlossen. Bitte die Administration verständigen.',
  unreadable: 'Die Anlage lässt sich nicht aus dem Brief lesen. Bitte die Administration verständigen.',
} as const

/** Cannot be scanned: the letter stays closed for good, until a person decides. */
export const tooLargeForScanner = 'größer, als der Virenscanner prüft'

/**
 * The scanner found something. `number` is that of the Vorgang, null where the channel may not know of it; then the number of
 * the mail in the database stands for it.
 */
export function infectedNews(number: string | null, rawMailId: number): Reply {
  const text = `Schadsoftware in einer Anlage: ${number ?? `Brief Nr. ${rawMailId}`}`
  const blocks: Block[] = [
    { kind: 'heading', text },
    {
      kind: 'text',
      text: 'Die Anlagen dieses Briefes werden nicht herausgegeben. Bitte öffnen Sie sie auch im Postfach nicht und verständigen Sie die Administration.',
    },
  ]
  return { summary: text, audience: 'everyone', blocks }
}

/** Stands above the text of a letter that nobody here can read. */
export const encryptedLetter =
  'Der Brief ist verschlüsselt und konnte nicht gelesen werden. Bitte im Postfach öffnen oder um eine lesbare Fassung bitten.'
