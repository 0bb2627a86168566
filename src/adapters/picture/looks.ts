import type { TimelineItem, TimelineKind, TimelineState } from '../../domain/timeline/timeline.ts'

/**
 * Colours on white: each at least 4.5:1, so good for text too (WCAG 2.2, 1.4.3 and 1.4.11). They differ in lightness and along
 * blue and orange, which people who see no red or green tell apart; the sign and the word say the same without them.
 */
export const ink = { text: '#17222c', soft: '#4a5763', line: '#c9d2da', faint: '#eef2f5', paper: '#ffffff' }

export interface Look {
  colour: string
  /** The same, for the inside of what is not certain. */
  pale: string
  /** Filled, or an outline only. */
  filled: boolean
  /** Drawn in the middle of the mark, as a path in a square from -1 to 1; "" for none. */
  sign: string
}

const strokes = {
  check: 'M-0.55,0.05 L-0.15,0.45 L0.55,-0.4',
  question: 'M-0.35,-0.3 C-0.35,-0.75 0.4,-0.75 0.4,-0.25 C0.4,0.1 0,0.05 0,0.35 M0,0.62 L0,0.7',
  pause: 'M-0.25,-0.5 L-0.25,0.5 M0.25,-0.5 L0.25,0.5',
  cross: 'M-0.42,-0.42 L0.42,0.42 M0.42,-0.42 L-0.42,0.42',
  turn: 'M-0.55,0 L0.5,0 M0.1,-0.42 L0.52,0 L0.1,0.42',
}

const looks: Record<TimelineState, Look> = {
  done: { colour: '#0b5d4b', pale: '#d8ebe6', filled: true, sign: strokes.check },
  planned: { colour: '#1257a0', pale: '#dbe8f6', filled: false, sign: '' },
  moved: { colour: '#a34a00', pale: '#f8e3d3', filled: true, sign: strokes.turn },
  fixed: { colour: '#1b2f5b', pale: '#dde2ee', filled: true, sign: '' },
  open: { colour: '#6a3d9a', pale: '#e9e0f3', filled: false, sign: strokes.question },
  suspended: { colour: '#4f5b66', pale: '#e3e7ea', filled: true, sign: strokes.pause },
  blocked: { colour: '#a1181c', pale: '#f7dcdc', filled: true, sign: strokes.cross },
}

/** Outlines in a square from -1 to 1. */
const shapes: Record<TimelineKind, string> = {
  milestone: 'M1,0 A1,1 0 1,1 -1,0 A1,1 0 1,1 1,0 Z',
  legal: 'M-1,-1 L1,-1 L1,1 L-1,1 Z',
  gate: 'M-0.6,-1.6 L0.6,-1.6 L0.6,1.6 L-0.6,1.6 Z',
  meeting: 'M0,-1.15 L1.15,0 L0,1.15 L-1.15,0 Z',
  duty: 'M0,-1.15 L1.15,0.85 L-1.15,0.85 Z',
  step: 'M0,1.15 L1.15,-0.85 L-1.15,-0.85 Z',
}

export function lookOf(item: TimelineItem): Look & { shape: string } {
  return { ...looks[item.state], shape: shapes[item.kind] }
}

export const arrowHead = { right: 'M-1,-0.8 L0.6,0 L-1,0.8 Z', left: 'M1,-0.8 L-0.6,0 L1,0.8 Z' }
