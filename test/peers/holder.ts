// A process that is an instance and holds a lease, until it is killed: holder.ts <database url> <name of the lease>
import { startInstance } from '../../src/db/instances.ts'
import { leaseFor } from '../../src/db/leases.ts'

const [url = '', name = ''] = process.argv.slice(2)
const instance = await startInstance({ url })
const lease = await leaseFor({ url }, name)
console.log(JSON.stringify({ id: instance.id, leased: lease !== null }))
process.stdin.resume()
