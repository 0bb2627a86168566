/** Resolves at the first SIGINT or SIGTERM. A second one ends the process at once: whoever asks twice means it. */
export function stopSignal(): Promise<void> {
  return new Promise(resolve => {
    let asked = false
    const stop = () => {
      if (asked) process.exit(130)
      asked = true
      resolve()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}
