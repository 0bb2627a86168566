import type { ProcessTemplate, StepTemplate } from '../../domain/process/template/template.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import type { Reply, Row } from '../../reply/reply.ts'
import { standNote } from '../standNote.ts'
import { roleWords } from '../steps/stepWords.ts'

/** The answer to "antragsweg": the steps as the source tells them, nothing of any application. */
export function applicationPathReply(
  path: ProcessTemplate,
  profile: Pick<Profile, 'beteiligte' | 'stand'>,
): Reply {
  return {
    summary: `${path.name}: ${path.schritte.length} Schritte.`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: path.name },
      { kind: 'rows', title: 'Schritte', rows: path.schritte.map(step => row(step, profile)) },
      { kind: 'text', text: 'Das ist eine Vorlage. Zu einzelnen Anträgen steht hier nichts.' },
      standNote({ stand: profile.stand, quelle: path.quelle }, null),
    ],
  }
}

function row(step: StepTemplate, profile: Pick<Profile, 'beteiligte'>): Row {
  const after = step.nach.length > 0 ? `nach ${step.nach.join(' und ')}` : ''
  const remark = [roleWords(profile, step.wer), step.hinweis ?? ''].filter(part => part !== '').join(' · ')
  return { sign: 'none', state: step.id, text: step.titel, detail: after, ...(remark && { remark }) }
}
