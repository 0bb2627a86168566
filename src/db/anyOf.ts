import { type AnyColumn, type SQL, sql } from './drizzle.ts'

/**
 * `column = any(values)` with one parameter, so that the statement reads the same for any number of values and is prepared
 * once (drizzle's inArray writes a parameter for each). False for an empty list.
 */
export function anyOf(column: AnyColumn, values: readonly (number | string)[]): SQL {
  if (values.length === 0) return sql`false`
  return typeof values[0] === 'number'
    ? sql`${column} = any(${`{${values.join(',')}}`}::bigint[])`
    : sql`${column} = any(array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb)))`
}
