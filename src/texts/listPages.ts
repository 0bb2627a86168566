import type { Action, Block } from '../reply/reply.ts'

/** Where somebody is in a list, and the command that shows another page of it. */
export interface Paging {
  /** Counted from 1; null: none was said. */
  page: number | null
  /** The same command with another page: "schule lücken seite:2". */
  line(page: number): string
}

/** So many Vorgänge are counted exactly; whoever has more needs no exact figure, and should not wait for one. */
export const mostCounted = 1_000

/** "17", or "1.000 oder mehr". */
export function totalWords(total: number): string {
  return total < mostCounted ? String(total) : '1.000 oder mehr'
}

/** Rows of one page: so many rows of usual length fit into 3,000 characters, the least that a platform takes in one piece. */
export const pageRows = 25

/** The rows of the page that was asked for; behind the last page the last one. */
export function onPage<T>(all: readonly T[], paging: Paging, most = pageRows): readonly T[] {
  const start = firstOn(all.length, paging, most)
  return all.slice(start, start + most)
}

/** How many rows stand before the page that was asked for. */
export function firstOn(total: number, { page }: Paging, most = pageRows): number {
  return (clamped(page, pagesOf(total, most)) - 1) * most
}

/** How long a list is, and how many rows of it one page has. */
interface Length {
  total: number
  most?: number
}

/** The page that is shown of lists that are turned over together. */
export function pageShown(lists: readonly Length[], { page }: Paging): number {
  return clamped(page, pagesOfAll(lists))
}

/** What stands under a list that has several pages: which one this is, and buttons to the next and back. */
export function pageBlocks(lists: readonly Length[], paging: Paging): Block[] {
  const pages = pagesOfAll(lists)
  if (pages === 1) return []
  const page = clamped(paging.page, pages)
  const total = lists.reduce((sum, each) => sum + each.total, 0)
  const actions: Action[] = [
    ...(page < pages ? [{ label: 'weiter', command: paging.line(page + 1) }] : []),
    ...(page > 1 ? [{ label: 'zurück', command: paging.line(page - 1) }] : []),
  ]
  const next = page < pages ? ` Weiter: ${paging.line(page + 1)}` : ''
  return [
    { kind: 'text', text: `Seite ${page} von ${pages}, insgesamt ${totalWords(total)}.${next}` },
    { kind: 'actions', actions },
  ]
}

function pagesOfAll(lists: readonly Length[]): number {
  return Math.max(...lists.map(({ total, most }) => pagesOf(total, most ?? pageRows)), 1)
}

function pagesOf(total: number, most: number): number {
  return Math.max(1, Math.ceil(total / most))
}

function clamped(page: number | null, pages: number): number {
  return Math.min(Math.max(page ?? 1, 1), pages)
}
