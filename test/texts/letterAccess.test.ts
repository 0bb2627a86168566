import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerHtml, answerText } from '../../src/texts/letters/answerLetter.ts'
import { stormLetter } from '../../src/texts/outgoingNews.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'
import { chromiumMissing, startChromium } from '../peers/chromium.ts'

const { profile } = pinneberg()
const text = answerText(
  profile,
  'KA-2024-0017',
  'Guten Tag,\n\n- eins\n- zwei\n\nMehr: https://www.kreis.example/a',
  { body: 'Meine Frage\n\n> alt', at: '2024-04-22T06:41:00Z' },
)

describe.skipIf(chromiumMissing)('a letter in HTML [needs Chromium]', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startChromium()
  })
  afterAll(() => browser.close())

  // BITV 2.0 with EN 301 549 chapter 11: what an office sends must be readable by everybody.
  test.each([
    ['an answer with a list, a link and a quotation', answerHtml('Re: Frage [KA-2024-0017]', text)],
    ['a collected hint', stormLetter(true).html],
  ])('is accessible: %s', async (_what, html) => {
    const context = await browser.newContext({ javaScriptEnabled: true })
    const page = await context.newPage()
    await page.setContent(html)
    const found = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(found.violations.map(each => each.id)).toEqual([])
    // The control: it looked at something.
    expect(found.passes.map(each => each.id)).toContain('html-has-lang')
    await context.close()
  })
})
