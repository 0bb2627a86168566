/**
 * Advisory locks of this program, each with its number so that no two meet. All carry "KLA" in their upper
 * bytes, since pg-boss and operators may use such locks in the same database. None but `gate`, `processes`
 * and `links` is ever waited for inside a transaction, and no transaction takes two of them.
 */
export const locks = {
  /** One bigint; shared by all users of an embedded server, in its database `postgres`. */
  presence: 0x4b_4c_41_01,
  /** One bigint; who changes the tables. */
  migration: 0x4b_4c_41_02,
  /** First of two integers, the second is the instance's id; held while the instance lives. */
  instance: 0x4b_4c_41_03,
  /** Seed of the 64-bit hash of a lease's name; held by the one that has the lease. */
  lease: 0x4b_4c_41_04,
  /** First of two integers, the second is the number of the holding; held as long as its lease. */
  holding: 0x4b_4c_41_05,
  /** First of two integers, the second is the hash of the programme; held for the two statements that count and let through. */
  gate: 0x4b_4c_41_06,
  /** First of two integers, the second is the hash of the programme; held by the transaction that changes its Abläufe. */
  processes: 0x4b_4c_41_07,
  /** First of two integers, the second is the hash of the programme; held by the transaction that counts and writes codes of accounts. */
  links: 0x4b_4c_41_08,
} as const
