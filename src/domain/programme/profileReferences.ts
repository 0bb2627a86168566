import { stakeholders } from '../classify/labels.ts'
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
  const needs = new Map(milestones.map(each => [each.id, each.haengt_ab_von]))
  const done = new Set<string>()
  const cycleFrom = (id: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id]
    if (done.has(id)) return null
    for (const next of needs.get(id) ?? []) {
      const cycle = cycleFrom(next, [...way, id])
      if (cycle) return cycle
    }
    done.add(id)
    return null
  }
  for (const [index, { id }] of milestones.entries()) {
    const cycle = cycleFrom(id, [])
    // One is enough: the others go through the same milestones as a rule.
    if (cycle)
      return [
        {
          path: ['meilensteine', index, 'haengt_ab_von'],
          sentence: `Die Meilensteine warten aufeinander: ${cycle.join(' → ')}.`,
        },
      ]
  }
  return []
}

function channelFaults({ kanaele }: Profile): ProfileFault[] {
  const known = [...stakeholders, 'sonst']
  const faults: ProfileFault[] = Object.keys(kanaele)
    .filter(key => !known.includes(key))
    .map(key => ({ ...unknown(['kanaele', key], key, 'Arten von Absendern', known), atKey: true }))
  if (!Object.hasOwn(kanaele, 'sonst'))
    faults.push({
      path: ['kanaele'],
      sentence: 'In „kanaele“ fehlt „sonst“: der Kanal für alle übrigen Anfragen.',
    })
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
  return vereinbarung.parteien.flatMap((id, at) =>
    ids.includes(id) ? [] : [unknown(['vereinbarung', 'parteien', at], id, 'beteiligte', ids)],
  )
}
