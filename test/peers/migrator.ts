// A process that starts on a database as the program does: migrator.ts <database url>
import { migrate } from '../../src/db/migrate.ts'

await migrate(process.argv[2] ?? '')
console.log('migrated')
