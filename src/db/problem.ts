/**
 * The database cannot be used and a person must do something: the message is one German sentence (or two)
 * that says what is wrong and what to do next. Everything else that goes wrong stays an ordinary error.
 */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem'
}
