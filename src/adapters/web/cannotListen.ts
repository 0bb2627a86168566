/** The page cannot be reached under the address of the settings. The message is one German sentence that says what to do. */
export class CannotListen extends Error {
  override name = 'CannotListen'
}

/** The same failure of `listen` for people; null when it is none that settings could cure. */
export function cannotListen(error: unknown, host: string, port: number): CannotListen | null {
  const sentence = sentences[(error as NodeJS.ErrnoException).code ?? '']
  return sentence ? new CannotListen(sentence(host, port), { cause: error }) : null
}

const sentences: Record<string, ((host: string, port: number) => string) | undefined> = {
  EADDRINUSE: (_host, port) =>
    `Die Web-Seite kann nicht starten, weil ein anderes Programm den Port ${port} benutzt (vielleicht läuft kla schon): Bitte dieses beenden oder in KLA_WEB_PORT einen anderen Port angeben (0 sucht einen freien).`,
  EACCES: (_host, port) =>
    `Die Web-Seite kann nicht starten, weil dieses System den Port ${port} nicht freigibt: Bitte in KLA_WEB_PORT einen Port ab 1024 angeben (0 sucht einen freien).`,
  EADDRNOTAVAIL: host =>
    `Die Web-Seite kann nicht starten, weil „${host}“ keine Adresse dieses Rechners ist: Bitte KLA_WEB_HOST prüfen.`,
  ENOTFOUND: host =>
    `Die Web-Seite kann nicht starten, weil der Name „${host}“ nicht bekannt ist: Bitte KLA_WEB_HOST prüfen.`,
}
