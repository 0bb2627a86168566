/** Something a person must put right: `sentences` are German, whole, and say what to do. Shown without a stack. */
export class ProblemForPeople extends Error {
  override name = 'ProblemForPeople'
  sentences: readonly string[]

  constructor(...sentences: string[]) {
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}
