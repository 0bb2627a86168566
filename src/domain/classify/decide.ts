import type { Stakeholder, Topic } from './labels.ts'
import type { Hit } from './sign.ts'

/**
 * From here on a label is said, below it is "ungeklärt" and a person chooses. Chosen on training/first-letters.jsonl;
 * a trained model brings its own.
 */
export const thresholds = { stakeholder: 0.55, topic: 0.42 }

/** How often each group writes to such a mailbox at all, as log-odds: rare groups need a better reason. */
export const priors: {
  stakeholder: Partial<Record<Stakeholder, number>>
  topic: Partial<Record<Topic, number>>
} = {
  stakeholder: {
    eltern: 0.5,
    schule: 0.3,
    automatisch: -2,
    presse: -1,
    politik: -0.7,
    schulamt: -0.7,
    kreisverwaltung: -0.5,
    bewerber: -0.5,
  },
  topic: {
    presseanfrage: -2,
    datenschutz: -0.7,
    kooperationsvertrag: -0.7,
    beschwerde: -0.4,
    ausschreibung: -0.4,
  },
}

export interface Decision<Label extends string> {
  /** null: ungeklärt. */
  label: Label | null
  /** 0 to 1, of the best label, also when it stayed below the threshold. */
  confidence: number
  /** The best label, also below the threshold: what a person is offered first. */
  best: Label
  /** The signs that spoke for it. */
  hits: Hit<Label>[]
}

/**
 * Weighs labels against each other: log-odds are added up and made into shares (softmax). With no sign at all every
 * label is equally unlikely, so nothing is decided. This is the seam for a trained model: it replaces
 * `scoresOf`, the rest stays.
 */
export function decide<Label extends string>(
  labels: readonly Label[],
  hits: readonly Hit<Label>[],
  threshold: number,
  prior: Partial<Record<Label, number>> = {},
): Decision<Label> {
  const scores = scoresOf(labels, hits, prior)
  const best = labels.reduce((a, b) => (scores[b] > scores[a] ? b : a))
  const total = labels.reduce((sum, label) => sum + Math.exp(scores[label] - scores[best]), 0)
  const confidence = Math.round((1 / total) * 1000) / 1000
  return {
    label: confidence >= threshold ? best : null,
    confidence,
    best,
    hits: hits.filter(hit => hit.label === best && hit.weight > 0).sort((a, b) => b.weight - a.weight),
  }
}

/** Signs of one letter are not independent of each other, so their sum is damped before it is read as log-odds. */
const damping = 0.95

export function scoresOf<Label extends string>(
  labels: readonly Label[],
  hits: readonly Hit<Label>[],
  prior: Partial<Record<Label, number>>,
): Record<Label, number> {
  const scores = Object.fromEntries(labels.map(label => [label, prior[label] ?? 0])) as Record<Label, number>
  for (const hit of hits) scores[hit.label] += hit.weight * damping
  return scores
}
