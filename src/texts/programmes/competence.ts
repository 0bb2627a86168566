import type { Competence } from '../../domain/programme/competence.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import type { Block, Reply } from '../../reply/reply.ts'
import { standNote } from '../standNote.ts'

/** The answer to "zuständig Springe". `where`: "Springe", "Grundschule Nord (Springe)"; `lacking`: what keeps it from being whole. */
export function competenceReply(
  where: string,
  competences: readonly Competence[],
  profile: Pick<Profile, 'stand' | 'quelle'>,
  lacking: string | null = null,
): Reply {
  const sources = [...new Set(competences.map(each => each.quelle))].join('; ')
  return {
    summary:
      competences.length > 0
        ? `Zuständig für ${where}: ${[...new Set(competences.map(each => each.stelle))].join('; ')}.`
        : `Wer für ${where} zuständig ist, sagt keine Quelle.`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: `Zuständig: ${where}` },
      ...(competences.length === 0
        ? [{ kind: 'text', text: 'Dazu sagt keine Quelle etwas.' } satisfies Block]
        : []),
      ...(competences.length > 0 ? [{ kind: 'facts', facts: competences.map(fact) } satisfies Block] : []),
      ...(lacking ? [{ kind: 'text', text: lacking } satisfies Block] : []),
      standNote({ stand: profile.stand, quelle: sources || profile.quelle }, null),
    ],
  }
}

function fact({ bereich, frueher, stelle, team, hinweis }: Competence): { label: string; value: string } {
  const words = [stelle, team, hinweis].filter(part => part !== null)
  return { label: frueher ? `${bereich}, früher ${frueher}` : bereich, value: words.join(' · ') }
}
