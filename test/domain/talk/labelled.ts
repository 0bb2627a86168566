import { readFileSync } from 'node:fs'

/** The messages of a labelled list: "+" concerns the programme, "-" is talk among colleagues; " / " is a new line. */
export function labelled(name: 'train' | 'test' | 'later'): { text: string; matter: boolean }[] {
  return readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => /^[+-] /.test(line))
    .map(line => ({ text: line.slice(2).replaceAll(' / ', '\n'), matter: line.startsWith('+') }))
}
