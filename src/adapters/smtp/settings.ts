/** Where letters leave. */
export interface SenderSettings {
  host: string
  port: number
  /** 'plain-loopback' sends everything unencrypted and is refused unless `host` is this machine. */
  security: 'tls' | 'starttls' | 'plain-loopback'
  /** null: the server takes letters without sign-in, as relays inside an authority do. */
  signIn: SignIn | null
  /** PEM file with the only authority to trust; undefined: those that Node trusts. */
  caFile?: string | undefined
  /** Seconds for connecting, the greeting and each answer before the end mark. Default 60. */
  answerSeconds?: number | undefined
  /** Seconds for the answer to the end mark. Default 600, RFC 5321 4.5.3.2.6: servers scan letters meanwhile. */
  finalAnswerSeconds?: number | undefined
}

/** A password, or OAuth2 (XOAUTH2, or OAUTHBEARER where only that is offered) with a token asked for at each sign-in. */
export type SignIn =
  | { kind: 'password'; user: string; password: string }
  | {
      kind: 'token'
      user: string
      /** `refused`: the server has just refused this one. Rejects with an error that holds a `tokenFault` (adapters/types.ts). */
      accessToken: (refused?: string) => Promise<string>
      /** What to say when a fresh token is refused too: German, part of a sentence. */
      whyRefused?: (token: string) => string
    }
