import { expect, test } from 'vitest'
import { held } from '../../src/texts/notUnderstood.ts'

test.each([
  ['vorgang abschließen KA-2024-0017', 'KA-2024-0017 abschließen?', 'Ja, abschließen'],
  ['vorgang zuweisen KA-2024-0017 ich', 'KA-2024-0017 übernehmen?', 'Ja, übernehmen'],
  ['vorgang zuweisen KA-2024-0017 Schulamt', 'KA-2024-0017 an Schulamt zuweisen?', 'Ja, zuweisen'],
  [
    'vorgang verknüpfen KA-2024-0017 KA-2024-0014',
    'KA-2024-0017 mit KA-2024-0014 verknüpfen?',
    'Ja, verknüpfen',
  ],
  ['vorgang zuordnen KA-2024-0014 KA-2024-0017', 'KA-2024-0014 zu KA-2024-0017 zuordnen?', 'Ja, zuordnen'],
  ['vorgang abgeben KA-2024-0017 Schulamt grund: Urlaub', 'abgeben Schulamt grund: Urlaub?', 'Ja, abgeben'],
  ['frist verschieben F-9 2024-05-03', 'F-9 verschieben 03.05.2024?', 'Ja, verschieben'],
])('%s is asked back as it is said', (line, order, yes) => {
  const reply = held('Das möchte ich nicht falsch verstehen.', line, null)
  expect(reply.summary).toContain(order)
  expect(reply.blocks).toContainEqual({ kind: 'actions', actions: [{ label: yes, command: line }] })
})
