// The sink in a process of its own: node smtpSinkProcess.ts <journal file> <options as JSON>. Started by smtpSink.ts.
import { appendFileSync } from 'node:fs'
import { type SinkBehaviour, type SinkOptions, startSmtpSink } from './smtpSink.ts'

const [journal = '', options = '{}'] = process.argv.slice(2)
const sink = await startSmtpSink({
  ...(JSON.parse(options) as SinkOptions),
  onLetter: letter => appendFileSync(journal, `${JSON.stringify(letter)}\n`),
})
process.on('message', async behaviour => {
  await sink.behave(behaviour as SinkBehaviour)
  process.send?.('done')
})
// Also when the test was killed: no sink outlives it.
process.on('disconnect', async () => {
  await sink.stop()
  process.exit(0)
})
process.send?.([sink.port, sink.caFile])
