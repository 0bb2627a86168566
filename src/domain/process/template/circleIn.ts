/** Things that wait for each other in a circle, in the order in which they wait, the first again at the end; null: none do. */
export function circleIn(needs: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>()
  const walk = (id: string, way: readonly string[]): string[] | null => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id]
    if (done.has(id)) return null
    for (const next of needs.get(id) ?? []) {
      const circle = walk(next, [...way, id])
      if (circle) return circle
    }
    done.add(id)
    return null
  }
  for (const id of needs.keys()) {
    const circle = walk(id, [])
    if (circle) return circle
  }
  return null
}
