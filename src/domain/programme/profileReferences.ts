import { stakeholders } from '../classify/labels.ts'
import { circleIn } from '../process/template/circleIn.ts'
import { linkFaults } from '../process/template/linkFaults.ts'
import { milestoneTemplateId } from '../process/template/milestoneTemplate.ts'
import { leadsNowhere, templateFaults } from '../process/template/templateFaults.ts'
import type { Profile } from './profile.ts'
import type { Path, ProfileFault } from './profileFault.ts'
import { folded, nearestNames } from './spelling.ts'

/** What no schema sees: names that point nowhere, names given twice, milestones that wait for each other. */
export function faultsOfReferences(profile: Profile): ProfileFault[] {
  return [
    ...twice(profile.regionen, 'regionen', 'id'),
    ...twice(profile.orte, 'orte', 'name'),
    ...twice(profile.meilensteine, 'meilensteine', 'id'),
    ...twice(profile.beteiligte, 'beteiligte', 'id'),
    ...twice(profile.abhaengigkeiten, 'abhaengigkeiten', 'id'),
    ...regionFaults(profile),
    ...milestoneFaults(profile),
    ...channelFaults(profile),
    ...directoryFaults(profile),
    ...partyFaults(profile),
    ...twice(profile.gremien, 'gremien', 'id'),
    ...twice(profile.zustaendigkeiten, 'zustaendigkeiten', 'id'),
    ...twice(profile.kennzahlen, 'kennzahlen', 'id'),
    ...twice(profile.finanzierung, 'finanzierung', 'id'),
    ...twice(profile.kernbereiche, 'kernbereiche', 'id'),
    ...twice(profile.schulen, 'schulen', 'name'),
    ...bodyFaults(profile),
    ...roleFaults(profile),
    ...competenceFaults(profile),
    ...schoolFaults(profile),
    ...reminderFaults(profile),
    ...processFaults(profile),
  ]
}

function twice<K extends string>(items: readonly Record<K, string>[], list: string, key: K): ProfileFault[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const name = folded(item[key])
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    return [{ path: [list, index, key], sentence: `„${item[key]}“ steht in „${list}“ schon einmal.` }]
  })
}

function unknown(path: Path, name: string, list: string, known: readonly string[]): ProfileFault {
  const [nearest] = nearestNames(name, known, 1)
  const hint = nearest ? ` Meinten Sie „${nearest}“?` : ''
  return { path, sentence: `„${name}“ steht nicht in „${list}“.${hint}` }
}

function regionFaults({ regionen, orte }: Profile): ProfileFault[] {
  const known = orte.map(place => place.name)
  const regionOf = new Map<string, string>()
  return regionen.flatMap((region, index) =>
    region.orte.flatMap((name, at) => {
      const path = ['regionen', index, 'orte', at]
      if (!known.includes(name)) return [unknown(path, name, 'orte', known)]
      const other = regionOf.get(name)
      regionOf.set(name, region.name)
      return other
        ? [
            {
              path,
              sentence: `„${name}“ gehört schon zu ${other}. Ein Ort gehört zu höchstens einer Region.`,
            },
          ]
        : []
    }),
  )
}

function milestoneFaults({ meilensteine, regionen }: Profile): ProfileFault[] {
  const ids = meilensteine.map(each => each.id)
  const regions = regionen.map(each => each.id)
  const pointing = meilensteine.flatMap((each, index) => [
    ...each.haengt_ab_von.flatMap((id, at) =>
      ids.includes(id)
        ? []
        : [unknown(['meilensteine', index, 'haengt_ab_von', at], id, 'meilensteine', ids)],
    ),
    ...each.regionen.flatMap((id, at) =>
      regions.includes(id) ? [] : [unknown(['meilensteine', index, 'regionen', at], id, 'regionen', regions)],
    ),
  ])
  return pointing.length > 0 ? pointing : cycleFaults(meilensteine)
}

function cycleFaults(milestones: Profile['meilensteine']): ProfileFault[] {
  // One is enough: the others go through the same milestones as a rule.
  const circle = circleIn(new Map(milestones.map(each => [each.id, each.haengt_ab_von])))
  if (!circle) return []
  const index = milestones.findIndex(each => each.id === circle[0])
  return [
    {
      path: ['meilensteine', index, 'haengt_ab_von'],
      sentence: `Die Meilensteine warten aufeinander: ${circle.join(' → ')}.`,
    },
  ]
}

function channelFaults({ kanaele, kanalregeln }: Profile): ProfileFault[] {
  const known = [...stakeholders, 'sonst']
  const faults: ProfileFault[] = Object.keys(kanaele)
    .filter(key => !known.includes(key))
    .map(key => ({ ...unknown(['kanaele', key], key, 'Arten von Absendern', known), atKey: true }))
  if (!Object.hasOwn(kanaele, 'sonst'))
    faults.push({
      path: ['kanaele'],
      sentence: 'In „kanaele“ fehlt „sonst“: der Kanal für alle übrigen Anfragen.',
    })
  const names = [...new Set(Object.values(kanaele))]
  // A channel in which people only ask is told of nothing, so it need not stand in `kanaele`; a slip is one.
  for (const name of Object.keys(kanalregeln))
    if (!names.includes(name) && nearestNames(name, names, 1).length > 0)
      faults.push({ ...unknown(['kanalregeln', name], name, 'kanaele', names), atKey: true })
  return faults
}

function directoryFaults({ verzeichnis, orte }: Profile): ProfileFault[] {
  const places = orte.map(place => place.name)
  return verzeichnis.flatMap((each, index) => [
    ...(each.ort && !places.includes(each.ort)
      ? [unknown(['verzeichnis', index, 'ort'], each.ort, 'orte', places)]
      : []),
    ...each.domains.flatMap((domain, at) =>
      /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)
        ? []
        : [
            {
              path: ['verzeichnis', index, 'domains', at],
              sentence: `„${domain}“ ist keine Domain. Erwartet wird etwas wie elmshorn.de, klein geschrieben und ohne @.`,
            },
          ],
    ),
    ...each.adressen.flatMap((address, at) =>
      /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)
        ? []
        : [
            {
              path: ['verzeichnis', index, 'adressen', at],
              sentence: `„${address}“ ist keine E-Mail-Adresse.`,
            },
          ],
    ),
  ])
}

function partyFaults({ vereinbarung, beteiligte }: Profile): ProfileFault[] {
  const ids = beteiligte.map(each => each.id)
  return (vereinbarung?.parteien ?? []).flatMap((id, at) =>
    ids.includes(id) ? [] : [unknown(['vereinbarung', 'parteien', at], id, 'beteiligte', ids)],
  )
}

function bodyFaults({ gremien }: Profile): ProfileFault[] {
  const ids = gremien.map(each => each.id)
  return gremien.flatMap((body, index) =>
    body.gibt_weiter_an.flatMap((id, at) =>
      ids.includes(id) ? [] : [unknown(['gremien', index, 'gibt_weiter_an', at], id, 'gremien', ids)],
    ),
  )
}

function roleFaults({ beteiligte, kanaele }: Profile): ProfileFault[] {
  const ids = beteiligte.map(each => each.id)
  const channels = Object.values(kanaele)
  return beteiligte.flatMap((each, index) => [
    ...(['vertretung', 'leitung'] as const).flatMap(key => {
      const id = each[key]
      return id === null || ids.includes(id)
        ? []
        : [unknown(['beteiligte', index, key], id, 'beteiligte', ids)]
    }),
    ...(each.kanal === null || channels.includes(each.kanal)
      ? []
      : [unknown(['beteiligte', index, 'kanal'], each.kanal, 'kanaele', channels)]),
  ])
}

function competenceFaults({ zustaendigkeiten, orte }: Profile): ProfileFault[] {
  const places = orte.map(place => place.name)
  return zustaendigkeiten.flatMap((each, index) =>
    each.orte === 'alle'
      ? []
      : each.orte.flatMap((name, at) =>
          places.includes(name)
            ? []
            : [unknown(['zustaendigkeiten', index, 'orte', at], name, 'orte', places)],
        ),
  )
}

function schoolFaults({ schulen, orte }: Profile): ProfileFault[] {
  const places = orte.map(place => place.name)
  return schulen.flatMap((each, index) =>
    each.ort === null || places.includes(each.ort)
      ? []
      : [unknown(['schulen', index, 'ort'], each.ort, 'orte', places)],
  )
}

function reminderFaults({ erinnerungen, kanaele }: Profile): ProfileFault[] {
  const channels = Object.values(kanaele)
  return erinnerungen.kanal === null || channels.includes(erinnerungen.kanal)
    ? []
    : [unknown(['erinnerungen', 'kanal'], erinnerungen.kanal, 'kanaele', channels)]
}

function processFaults({
  ablaeufe,
  beteiligte,
  regionen,
  meilensteine,
  vereinbarung,
  vergabe,
}: Profile): ProfileFault[] {
  const steps = (list: readonly { id: string }[]) => new Set(list.map(each => each.id))
  const templates = new Map([
    [milestoneTemplateId, steps(meilensteine)] as const,
    ...ablaeufe.map(each => [each.id, steps(each.schritte)] as const),
  ])
  const signed = vereinbarung?.unterzeichnet_mit
  const nowhere = signed ? leadsNowhere(signed, templates) : null
  return [
    ...templateFaults(ablaeufe, {
      roles: steps(beteiligte),
      regions: steps(regionen),
      templates,
    }).map(({ path, sentence }) => ({ path: ['ablaeufe', ...path], sentence })),
    ...linkFaults(
      [
        { template: milestoneTemplateId, steps: meilensteine, path: ['meilensteine'] },
        ...ablaeufe.map((each, i) => ({
          template: each.id,
          steps: each.schritte,
          path: ['ablaeufe', i, 'schritte'],
        })),
      ],
      { templates, tenders: vergabe.gebraucht === 'ja' },
    ),
    ...(nowhere ? [{ path: ['vereinbarung', 'unterzeichnet_mit'], sentence: `${nowhere}.` }] : []),
  ]
}
