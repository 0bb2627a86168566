import type { Sql } from 'postgres'

/**
 * Name that a session bears while its transaction waits for the network (oauthTokens.ts). What it holds must outlast the
 * request: ended in the middle, the next one would spend the same refresh token, and the sign-in would be lost.
 */
export const patientName = 'patient kla'
/** Its requests end within 60 s; silent for longer it is frozen too. */
const patientSeconds = 75

/**
 * Ends sessions of ours whose program has said nothing for so many seconds although a transaction of it is open: it is frozen
 * or its host is gone, and what it locked would stay locked as long as that lasts. The transaction is undone, as after a
 * crash. No other transaction of ours waits for anything but the database, so none is silent that long while its program lives.
 * Returns how many were ended.
 *
 * idle_in_transaction_session_timeout does not do it: the driver sends a statement in two parts, and between them the server
 * calls the session active (measured: half of all moments in which a process was frozen while storing).
 */
export async function endFrozenSessions(
  client: Sql,
  seconds: number,
  patient = Math.max(seconds, patientSeconds),
): Promise<number> {
  const rows = await client`
    select pg_terminate_backend(pid) as ended from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
      and (application_name like 'kla%' or application_name = ${patientName}) and xact_start is not null
      and wait_event_type = 'Client' and wait_event = 'ClientRead'
      and state_change < clock_timestamp() - make_interval(secs => case application_name
        when ${patientName} then ${patient}::float8 else ${seconds}::float8 end)`
  return rows.filter(row => row.ended === true).length
}
