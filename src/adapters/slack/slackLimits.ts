/** Block Kit's limits, characters unless said otherwise. Source: docs.slack.dev, reference "Block Kit", one page a block. */
export const slackLimits = {
  /** Blocks in a message. */
  blocks: 50,
  headerText: 150,
  sectionText: 3000,
  contextText: 3000,
  altText: 2000,
  /** Elements in an actions block. */
  actionElements: 25,
  buttonLabel: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
  actionId: 255,
  /** `text` of a message: the API's advice; above 40,000 it cuts by itself. */
  messageText: 4000,
  /** Blocks in a modal or in the App Home. */
  viewBlocks: 100,
  /** Title and buttons of a modal. */
  viewTitle: 24,
  privateMetadata: 3000,
  inputLabel: 2000,
  inputHint: 2000,
  inputText: 3000,
  /** Options of a menu, or of one of its groups; groups of a menu. */
  options: 100,
  optionText: 75,
  optionValue: 150,
} as const
