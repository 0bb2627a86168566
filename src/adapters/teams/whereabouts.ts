/** By which server of Teams a conversation is reached, and as whom. */
export interface Whereabouts {
  serviceUrl: string
  /** "28:" and our app's id. */
  botId: string
}

/** A person's own chat with us. */
export interface PersonalChat extends Whereabouts {
  conversation: string
}
