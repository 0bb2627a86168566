/** Does the work for an id unless this process is doing it already: doubled jobs leave alone what is under way. */
export async function onceAtATime(
  underWay: Set<number>,
  id: number,
  work: () => Promise<void>,
): Promise<void> {
  if (underWay.has(id)) return
  underWay.add(id)
  try {
    await work()
  } finally {
    underWay.delete(id)
  }
}
