/**
 * A stopwatch that runs only while this process computes: its function returns the milliseconds since the start. What others
 * do on the machine meanwhile does not count, so a limit says something about the program and nothing about its neighbours.
 */
export function processorTime(): () => number {
  const begun = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  }
}
