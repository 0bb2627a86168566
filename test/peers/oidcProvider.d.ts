/** As much of oidc-provider's interface as the peer uses; the package has no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Saved {
    save(): Promise<string>
    destroy(): Promise<void>
  }
  interface Grant extends Saved {
    addOIDCScope(scope: string): void
  }

  export default class Provider {
    constructor(issuer: string, configuration: object)
    callback(): (request: IncomingMessage, response: ServerResponse) => void
    on(event: string, listener: (...args: unknown[]) => void): this
    Client: { find(id: string): Promise<object | undefined> }
    Grant: new (
      fields: object,
    ) => Grant
    RefreshToken: new (
      fields: object,
    ) => Saved
    AccessToken: { find(token: string): Promise<Saved | undefined> }
    ClientCredentials: { find(token: string): Promise<Saved | undefined> }
  }
}
