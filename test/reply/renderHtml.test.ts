import { test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { renderHtml } from '../../src/reply/renderHtml.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { anyReply } from './anyReply.ts'

/** Every tag that the renderer itself writes. */
const ownTag =
  /<\/?(h[2-6]|p|dl|div|dt|dd|ul|li|table|thead|tbody|tr|td|span|button)>|<br>|<div class="reply">|<(ul|p|span) class="(rows|actions|note|state|text|detail|remark|whole)">|<span class="sign" aria-hidden="true">|<li class="(done|planned|moved|new|fixed|urgent|question|none)">|<div class="frame" role="group" aria-label="Tabelle" tabindex="0">|<th scope="col">|<\/th>|<button name="text" value="[^"<>]*">/g

property.prop([anyReply])('nothing of a letter becomes markup', any => {
  const rest = renderHtml(any).replace(ownTag, '')
  expect(rest).not.toMatch(/[<>]/)
  expect(rest).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/)
})

test('headings, lists, tables and buttons are what they look like', () => {
  const reply: Reply = {
    summary: 'Stand',
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: 'Region 1' },
      {
        kind: 'rows',
        title: 'Meilensteine',
        rows: [{ sign: 'done', state: 'erledigt', text: 'Unterlagen', detail: 'KW 12' }],
      },
      { kind: 'facts', facts: [{ label: 'Anfragen', value: '12 offen' }] },
      { kind: 'table', columns: ['Ort'], rows: [['Elmshorn']] },
      { kind: 'actions', actions: [{ label: 'Ja & nein', command: 'vorgang liste "Klein Nordende"' }] },
    ],
  }
  expect(renderHtml(reply, { headingLevel: 2 })).toBe(
    '<div class="reply"><h2>Region 1</h2><h3>Meilensteine</h3><ul class="rows"><li class="done">' +
      '<span class="state"><span class="sign" aria-hidden="true">✔</span> erledigt</span> ' +
      '<span class="text">Unterlagen</span> <span class="detail">KW 12</span></li></ul>' +
      '<dl><div><dt>Anfragen</dt><dd>12 offen</dd></div></dl>' +
      '<div class="frame" role="group" aria-label="Tabelle" tabindex="0"><table><thead><tr>' +
      '<th scope="col">Ort</th></tr></thead><tbody><tr><td>Elmshorn</td></tr></tbody></table></div><p class="actions">' +
      '<button name="text" value="vorgang liste &quot;Klein Nordende&quot;">Ja &amp; nein</button></p></div>',
  )
})

test('a list without a heading above it takes the rank of the heading, so that no rank is skipped', () => {
  const rows = { kind: 'rows' as const, title: 'Fristen', rows: [] }
  expect(renderHtml({ summary: '', audience: 'asker', blocks: [rows] })).toContain('<h3>Fristen</h3>')
})

test('a number or a day is never broken over two lines, and no line begins with the dot between two parts', () => {
  const blocks = [{ kind: 'text' as const, text: 'KA-2024-0017 bis Mo 29.04. · noch niemand' }]
  expect(renderHtml({ summary: '', audience: 'asker', blocks })).toContain(
    '<p><span class="whole">KA-2024-0017</span> bis <span class="whole">Mo 29.04.</span>\u00a0· noch niemand</p>',
  )
})
