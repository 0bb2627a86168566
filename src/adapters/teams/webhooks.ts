import { isLoopback } from '../../domain/network/isLoopback.ts'

/**
 * "koordination=https://… schulen=https://…": the addresses of Workflows by the name of their channel. An address holds commas and
 * equals signs, so entries are told apart by white space. null: not to be read.
 */
export function webhooksIn(text: string): Map<string, string> | null {
  const entries = text
    .trim()
    .split(/\s+/)
    .map(entry => /^([^\s=]{1,100})=(\S+?)[,;]?$/.exec(entry))
  if (entries.some(entry => !entry || !mayHoldSecret(entry[2]!))) return null
  const found = new Map(entries.map(entry => [entry![1]!, entry![2]!]))
  return found.size === entries.length ? found : null
}

/** The address is the credential: over the open net only encrypted. */
function mayHoldSecret(url: string): boolean {
  const read = URL.parse(url)
  return read?.protocol === 'https:' || (read?.protocol === 'http:' && isLoopback(read.hostname))
}
