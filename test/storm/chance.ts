/** Chance that can be had again: the same seed gives the same numbers in the same order. */
export interface Chance {
  seed: number
  /** From 0 up to but not including 1. */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  /** True in so many of a hundred cases. */
  percent(n: number): boolean
  one<T>(of: readonly T[]): T
}

/** Mulberry32: 32 bits of state are plenty for choosing where to pull the plug. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    seed,
    next,
    int,
    percent: n => next() * 100 < n,
    one: of => of[int(0, of.length - 1)]!, // never asked of nothing
  }
}
