import type { Reply } from '../../reply/reply.ts'

/** What commands are about that only some programmes have, by the first word of their name: "keine Pools", "Pools". */
const features: Readonly<Record<string, readonly [none: string, some: string]>> = {
  meilenstein: ['keine Meilensteine', 'Meilensteine'],
  vereinbarung: ['keine Vereinbarung', 'eine Vereinbarung'],
  vergabe: ['keine Ausschreibung', 'eine Ausschreibung'],
  uebergabe: ['keine Übergabe der Projektleitung', 'eine Übergabe der Projektleitung'],
  gremium: ['keine Gremien', 'Gremien'],
  schule: ['keine Prüflisten der Schulen', 'Prüflisten der Schulen'],
  pool: ['keine Pools', 'Pools'],
  bezirk: ['keine Bezirke', 'Bezirke'],
  bericht: ['keine Berichte', 'Berichte'],
  matrix: ['zurzeit keine Matrix', 'eine Matrix'],
  modell: ['keine Modellstandorte', 'Modellstandorte'],
  schlichtung: ['keine Schlichtung', 'eine Schlichtung'],
  abdeckung: ['keine Zahlen zur Versorgung der Schulen', 'Zahlen zur Versorgung der Schulen'],
  antragsweg: ['keinen Antragsweg', 'einen Antragsweg'],
  finanzierung: ['keine Zahlen zur Finanzierung', 'Zahlen zur Finanzierung'],
  grundlagen: ['keine hinterlegten Grundlagen', 'hinterlegte Grundlagen'],
  stichtag: ['keinen Stichtag', 'einen Stichtag'],
  zustaendig: ['keine Liste der Zuständigkeiten', 'eine Liste der Zuständigkeiten'],
}

/** How the words of an input begin a command that this programme has not. `had`: first words of the names of its own commands, folded. */
export function notHere(feature: string, had: readonly string[]): Reply {
  const some = Object.keys(features)
    .filter(each => had.includes(each))
    .map(each => features[each]![1])
  const list = some.length > 1 ? `${some.slice(0, -1).join(', ')} und ${some.at(-1)}` : some.join('')
  const text = `Dieses Programm hat ${features[feature]?.[0] ?? 'das nicht'}${list === '' ? '' : `; es hat ${list}`}.`
  return {
    summary: text,
    audience: 'asker',
    blocks: [
      { kind: 'text', text },
      {
        kind: 'actions',
        actions: [
          { label: 'Status', command: 'status' },
          { label: 'Hilfe', command: 'hilfe' },
        ],
      },
    ],
  }
}
