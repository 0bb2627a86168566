/** Milliseconds of processor time that the work took in this thread: other work on a busy machine does not count. */
export function ownTime(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
