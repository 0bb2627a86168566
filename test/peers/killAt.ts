/*
 * Preloaded (`node --import`) into a process that a test kills: at SIGUSR2 it begins to count what is written to any
 * socket and kills its own process with SIGKILL before write number KILL_AT. Between two writes nothing happens that
 * anybody outside could see, so all places of a crash are met by counting; the program itself knows nothing of it.
 */
import { Socket } from 'node:net'

const killAt = Number(process.env.KILL_AT ?? 0)
let counting = false
let writes = 0

process.on('SIGUSR2', () => {
  counting = true
})

const write = Socket.prototype.write
Socket.prototype.write = function (this: Socket, ...args: Parameters<typeof write>) {
  if (counting && killAt > 0 && ++writes >= killAt) process.kill(process.pid, 'SIGKILL')
  return write.apply(this, args)
} as typeof write
