import type { Block, Reply } from '../reply/reply.ts'

/** One sentence for the asker alone, with a way to look at the Vorgang where there is one to name. */
function sentence(text: string, number: string | null, more: readonly string[] = []): Reply {
  const blocks: Block[] = [text, ...more].map(each => ({ kind: 'text', text: each }))
  if (number)
    blocks.push({
      kind: 'actions',
      actions: [{ label: 'Vorgang zeigen', command: `vorgang zeige ${number}` }],
    })
  return { summary: text, audience: 'asker', blocks }
}

export const takenInReply = (number: string, more: readonly string[]) =>
  sentence(`${number} ist angelegt. Die Nummer steht als Antwort unter der Nachricht.`, number, more)

/** `number` null: it may not be named here. */
export const alreadyTakenIn = (number: string | null) =>
  number
    ? sentence(`Aus dieser Nachricht ist schon ${number} geworden.`, number)
    : sentence('Diese Nachricht ist schon aufgenommen; es ist nichts zu tun.', null)

/** The message stands in the thread of a Vorgang. */
export const belongsToTicket = (number: string | null) =>
  number
    ? sentence(`Diese Nachricht gehört zu ${number} und ist dort festgehalten.`, number)
    : sentence('Diese Nachricht ist schon festgehalten; es ist nichts zu tun.', null)

export const onlyStaffTakesIn = () =>
  sentence(
    'Einen Vorgang anlegen können nur Personen, die mit einer Funktion verknüpft sind. Mit „ich“ verknüpfen Sie Ihr Konto; Fragen schreiben Sie bitte an das Postfach des Vorhabens.',
    null,
  )

export const nothingToTakeIn = () =>
  sentence('In dieser Nachricht steht kein Text, aus dem ein Vorgang werden könnte.', null)
