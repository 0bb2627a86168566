import type { LetterOut, LetterSender, SendResult } from '../../src/adapters/types.ts'
import { connect } from '../../src/db/connect.ts'
import { startInstance } from '../../src/db/instances.ts'
import { usualCaps } from '../../src/domain/mail/outgoing/outgoingGate.ts'
import { type SendNeeds, sendLetter } from '../../src/flows/letters/sendLetter.ts'
import { type Handling, secret } from './handling.ts'

/** A process of ours that sends: its own connections, its own proof of life. */
export interface SendingProcess {
  needs: SendNeeds
  /** What left, in order. */
  handed: LetterOut[]
  /** Answers of the server to the next letters; none left: 250. */
  answers: SendResult[]
  /** Sends everything that is ready, `workers` side by side, as often as each job would come back at once. */
  sendAll(workers?: number): Promise<void>
  stop(): Promise<void>
}

export async function sendingProcess(
  world: Handling,
  more: Partial<SendNeeds> = {},
): Promise<SendingProcess> {
  const connection = connect(world.database.url)
  const instance = await startInstance(connection)
  const handed: LetterOut[] = []
  const answers: SendResult[] = []
  const sender: LetterSender = {
    async send(letter, beforeFinalByte) {
      const answer = answers.shift() ?? { kind: 'sent', response: '250 ok' }
      if (answer.kind === 'later') return answer
      await beforeFinalByte()
      handed.push(letter)
      return answer
    },
    check: async () => null,
  }
  const needs: SendNeeds = {
    db: connection.db,
    now: world.needs.now,
    enqueue: world.needs.enqueue,
    instanceId: instance.id,
    underWay: new Set(),
    postTargets: world.needs.postTargets,
    from: { name: 'Kreis', address: 'klassenassistenz@kreis-pinneberg.de' },
    caps: usualCaps,
    secret,
    copies: false,
    senderFor: () => sender,
    ...more,
  }
  return {
    needs,
    handed,
    answers,
    async sendAll(workers = 3) {
      const rows = await connection.client`select id from outgoing_mails where state = 'ready' order by id`
      const waiting = rows.map(row => Number(row.id))
      const work = async () => {
        for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await sendLetter(needs, id)
      }
      await Promise.all(Array.from({ length: workers }, work))
    },
    async stop() {
      await instance.stop()
      await connection.close()
    },
  }
}
