/*
 * Preloaded (`node --import`) into a process that a test kills: at SIGUSR2, or from its start with KILL_FROM=start, it begins to
 * count what is written to any socket (with KILL_ON=both also what is read) and kills its own process with SIGKILL before
 * number KILL_AT. Between two of these nothing happens that anybody outside could see, so all places of a crash are met by
 * counting; the program itself knows nothing of it.
 */
import { Socket } from 'node:net'

const killAt = Number(process.env.KILL_AT ?? 0)
let counting = process.env.KILL_FROM === 'start'
let seen = 0

process.on('SIGUSR2', () => {
  counting = true
})

function count(): void {
  if (counting && killAt > 0 && ++seen >= killAt) process.kill(process.pid, 'SIGKILL')
}

const write = Socket.prototype.write
Socket.prototype.write = function (this: Socket, ...args: Parameters<typeof write>) {
  count()
  return write.apply(this, args)
} as typeof write

if (process.env.KILL_ON === 'both') {
  // What came in is pushed before anybody can read it: the program dies with an answer that it never saw.
  const push = Socket.prototype.push
  Socket.prototype.push = function (this: Socket, ...args: Parameters<typeof push>) {
    count()
    return push.apply(this, args)
  }
}
