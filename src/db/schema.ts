/** All tables: what came in, what it became, what leaves the house, and what is written down about it. */
export * from './tables/conversations.ts'
export * from './tables/leaving.ts'
export * from './tables/mails.ts'
export * from './tables/processes.ts'
export * from './tables/records.ts'
export * from './tables/tickets.ts'
export * from './tables/ticketWork.ts'
