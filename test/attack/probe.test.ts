import { afterAll, expect, test } from 'vitest'
import { dataClasses, roles, type Role, sightIn } from '../../src/domain/ticket/visibility.ts'
import { renderText } from '../../src/reply/renderText.ts'
import { auditLog } from '../../src/db/schema.ts'
import { channel, directMessage, exampleWorld, office, person } from '../commands/exampleWorld.ts'
import { commands } from '../../src/registry.ts'

const world = await exampleWorld('pinneberg', { workplaceUrl: 'https://kla.kreis.example' })
afterAll(() => world.drop())
const seqOf: Record<string, [number, string]> = { kindeswohl: [4,'kindeswohl'], vergabe: [5,'vergabe'], presse: [6,'presse'], antrag_verdacht: [7,'antrag_verdacht'], bewerbung: [8,'bewerbung'], einzelfall: [9,'einzelfall'], dsgvo_izg: [10,'dsgvo_izg'] }
const lines = (n: string) => [
  `vorgang zeige ${n}`, `${n}`, `vorgang abschließen ${n}`, `vorgang abschließen ${n} wirklich`, `vorgang abschließen ${n} grund: egal`, `vorgang öffnen ${n}`,
  `vorgang zuweisen ${n} ich`, `vorgang zuweisen ${n} niemand`, `vorgang zuweisen ${n} ASD`, `vorgang zuweisen ${n} Schulträger`, `vorgang übernehmen ${n}`,
  `vorgang abgeben ${n} an ASD grund: x`, `vorgang abgeben ${n} an ich grund: x`, `vorgang schlummern ${n} bis 29.04.2024`, `vorgang schlummern ${n} bis 01.01.2020`, `vorgang schlummern ${n} bis 31.12.2024`,
  `vorgang einordnen ${n}`, `vorgang einordnen ${n} typ:schule`, `vorgang einordnen ${n} schutz:allgemein`, `vorgang einordnen ${n} schutz:allgemein wirklich`, `vorgang einordnen ${n} kindeswohl`, `vorgang einordnen ${n} region 1`,
  `vorgang notiz ${n}: hallo`, `vorgang notiz ${n}: ${'x'.repeat(5100)}`, `vorgang antworten ${n}: Guten Tag`, `vorgang rückgängig ${n}`,
  `vorgang verknüpfen ${n} mit KA-17`, `vorgang verknüpfen KA-17 mit ${n}`, `vorgang verknüpfen ${n} mit ${n}`, `vorgang lösen KA-17 von ${n}`, `vorgang lösen ${n} von KA-17`,
  `vorgang zuordnen ${n} zu KA-17`, `vorgang zuordnen KA-17 zu ${n}`, `vorgang zuordnen KA-17 zu ${n} wirklich`, `vorgang trennen KA-17 von ${n}`, `vorgang trennen ${n} von KA-17`,
  `übernehme ${n}`, `erledigt ${n} danke`, `ist ${n} schon erledigt?`, `wie stehts um ${n}?`, `gib ${n} an das Schulamt ab`, `wer hat ${n}?`, `${n} nicht abschließen`, `bitte ${n} und KA-17 zusammenführen`, `rückgängig ${n}`, `antworte auf ${n}: hallo`, `schließ ${n} ab, bitte`, `entwurf zeigen ${n}`, `zustaendig ${n}`,
]
test('probing', async () => {
  const bad: string[] = []
  const places = { office, channel, directMessage, dmVoll: { ...directMessage, level: 'voll' as const }, chVoll: { ...channel, level: 'voll' as const } }
  const people: Role[][] = [...roles.filter(r => r !== 'kanal').map(r => [r]), ['projektgruppe', 'personal']]
  let n = 0
  for (const [pname, place] of Object.entries(places)) for (const rs of people) for (const [cls, [seq]] of Object.entries(seqOf)) {
    const sight = sightIn({ roles: rs, inChannel: place.shared, platform: place.platform, ...('level' in place && place.level && { level: place.level }) }, cls as never)
    if (sight !== 'nothing') continue
    const real = `KA-2024-${String(seq).padStart(4, '0')}`
    const fake = 'KA-2024-0999'
    const a = lines(real), b = lines(fake)
    for (let i = 0; i < a.length; i++) {
      n++
      const x = await world.said(a[i]!, person(...rs), place)
      const y = await world.said(b[i]!, person(...rs), place)
      const xs = JSON.stringify(x).replaceAll(real, '#'), ys = JSON.stringify(y).replaceAll(fake, '#')
      if (xs !== ys) bad.push(`${pname} ${rs} ${cls}: ${a[i]!.slice(0,60)}\n   real ${xs.slice(0,400)}\n   fake ${ys.slice(0,400)}`)
    }
  }
  console.log(n, 'probes', bad.length, 'differ')
  console.log(bad.slice(0, 25).join('\n'))
}, 600_000)
