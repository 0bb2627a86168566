/** What Teams takes in a message. Sources: learn.microsoft.com, "Format your bot messages", "Types of cards", "Universal Actions"; Adaptive Cards schema 1.5. */
export const teamsLimits = {
  /** The newest schema that all Teams clients show, telephones too. */
  version: '1.5',
  /**
   * Bytes of message and card as UTF-16. A bot may send 100 KB by today's documentation (40 KB by older ones), a Workflow 28 KB;
   * more than 28 KB nobody reads in a chat anyway.
   */
  messageBytes: 28 * 1024,
  /** Part of them that is not the card: recipients, conversation, summary. */
  envelopeBytes: 3 * 1024,
  /** Pictures as data URI, which Teams does not count; our own limit, so that a telephone still loads the message. Characters of all of them. */
  pictureCharacters: 500_000,
  /** Notification and fallback text. */
  summary: 500,
  heading: 200,
  /** One line or paragraph. */
  line: 1000,
  paragraph: 4000,
  /** Buttons that Teams shows side by side; the next ones go into a further row. */
  actionsInSet: 6,
  actionSets: 4,
  buttonLabel: 60,
  /** A command in a button comes back as data and is never cut. */
  command: 2000,
  tableColumns: 6,
  /** Characters of a table as JSON. */
  table: 8000,
  cell: 200,
  choices: 100,
  fields: 20,
  /** Title bar of a dialog. */
  dialogTitle: 60,
} as const
