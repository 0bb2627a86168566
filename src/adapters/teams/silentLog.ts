import type { AppOptions, IPlugin } from '@microsoft/teams.apps'

type SdkLog = NonNullable<AppOptions<IPlugin>['logger']>

/**
 * The SDK writes whole activities, and errors with their answers, into its log: names and texts of people. What matters of it we
 * say ourselves: refused calls in the doorman, failed calls in `failure`.
 */
export const silentLog: SdkLog = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  trace() {},
  log() {},
  child: () => silentLog,
}
