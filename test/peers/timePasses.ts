/**
 * Time passes for the jobs: what waits to be tried again, or until a platform must have settled, is due now. The pauses of
 * retries grow to minutes; tests that are about what comes after them need not sit them out. `rows` asks the database.
 */
export async function timePasses(rows: (query: string) => Promise<unknown>): Promise<void> {
  await rows(`update posts set not_before = null where not_before is not null`)
  await rows(
    `update pgboss.job set start_after = now() where state in ('created', 'retry') and start_after > now()`,
  )
}
