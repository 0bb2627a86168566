/** What a promise brings within so many milliseconds, otherwise `late`; the work goes on. Rejects as the promise does. */
export async function within<T, L>(work: Promise<T>, milliseconds: number, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined
  const time = new Promise<L>(resolve => {
    timer = setTimeout(() => resolve(late), milliseconds)
  })
  try {
    return await Promise.race([work, time])
  } finally {
    clearTimeout(timer)
    // Whoever stopped waiting must not be ended by a failure that comes later.
    work.catch(() => {})
  }
}
