/** Where this machine reaches a server that listens on `host`: one that listens on all addresses answers to "localhost". */
export function webAddress(host: string, port: number): URL {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return new URL(`http://${name}:${port}`)
}
