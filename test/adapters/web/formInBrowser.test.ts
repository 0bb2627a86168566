import { mkdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chromiumMissing, startChromium } from '../../peers/chromium.ts'
import { announcement, type WebWorld, webWorld } from './world.ts'

const shots = 'test/output/web'

describe.skipIf(chromiumMissing)('forms in a real browser [needs Chromium]', () => {
  let browser: Browser
  let world: WebWorld
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true })
    browser = await startChromium()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    world = await webWorld()
    complaints = []
  })
  afterEach(async () => {
    await page.context().close()
    await world.stop()
  })

  async function open(javaScriptEnabled: boolean) {
    const context = await browser.newContext({ locale: 'de-DE', javaScriptEnabled })
    page = await context.newPage()
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    await page.goto(world.web.url)
    await page.waitForURL(url => url.search === '')
    if (javaScriptEnabled) await page.waitForSelector('#live:not([hidden])')
  }

  async function violations() {
    const found = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    return found.violations.map(each => `${each.id}: ${each.nodes.map(node => node.html).join(' | ')}`)
  }

  const filled = () => world.heard.at(-1)?.filled
  const focusedName = () =>
    page.evaluate<string>('document.activeElement.name ?? document.activeElement.className')

  test('by keyboard alone: open it at a post, be told what is missing, complete it, read the answer', async () => {
    await open(true)
    await page.focus('.post a.button')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.post > .formular')
    expect(await focusedName()).toBe('feld.assignee')
    expect(await violations()).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.type('Schulfrage')
    await page.keyboard.press('Tab')
    await page.focus('.formular button')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.faults')
    // The list of what is missing is read at once; its links lead to the fields.
    expect(await focusedName()).toBe('faults')
    expect(await page.inputValue('[name="feld.reason"]')).toBe('Schulfrage')
    expect(await violations()).toEqual([])
    await page.screenshot({ path: `${shots}/formular-fehler.png`, fullPage: true })
    await page.click('.faults a')
    expect(await focusedName()).toBe('feld.assignee')
    await page.keyboard.press('ArrowDown')
    await page.focus('.formular button')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.answer')
    expect(filled()).toEqual({ assignee: 'ich', reason: 'Schulfrage', until: '2024-05-03' })
    expect(await page.locator('.formular').count()).toBe(0)
    // The browser says that a request was refused; nothing else is wrong.
    expect(complaints.filter(each => !each.includes('422'))).toEqual([])
  })

  test('what is being filled in survives a change of its post and a program that is away; cancelled, the focus goes back', async () => {
    await open(true)
    await page.click('.post a.button')
    await page.fill('[name="feld.reason"]', 'Schulfrage')
    await world.web.platform.update(
      'allgemein',
      'announcement:9:web',
      announcement('KA-2024-0009', 'Eltern · neu'),
    )
    await page.waitForSelector('.post h3:has-text("neu")')
    expect(await page.inputValue('[name="feld.reason"]')).toBe('Schulfrage')
    const { port } = world.web
    await world.stop()
    await page.selectOption('[name="feld.assignee"]', 'ich')
    await page.click('.formular button')
    await page.waitForSelector('#stoerung')
    expect(await page.inputValue('[name="feld.reason"]')).toBe('Schulfrage')
    world = await webWorld({ port })
    await page.waitForSelector('#live:has-text("live verbunden")', { timeout: 15_000 })
    expect(await page.inputValue('[name="feld.reason"]')).toBe('Schulfrage')
    await page.click('.formular .cancel')
    expect(await page.locator('.formular').count()).toBe(0)
  })

  test('without script it is a page of its own, also with faults, and leads back to the answer', async () => {
    await open(false)
    await page.click('.post a.button')
    await page.waitForSelector('h1:has-text("KA-2024-0017 abgeben")')
    await page.fill('[name="feld.reason"]', 'Schulfrage')
    await page.click('.formular button')
    await page.waitForSelector('.faults')
    expect(await page.inputValue('[name="feld.reason"]')).toBe('Schulfrage')
    await page.screenshot({ path: `${shots}/formular-seite.png`, fullPage: true })
    await page.selectOption('[name="feld.assignee"]', 'Koordination Schulamt')
    await page.click('.formular button')
    await page.waitForSelector('#antwort-1')
    expect(filled()).toMatchObject({ assignee: 'Koordination Schulamt', reason: 'Schulfrage' })
  })

  test('a link to a Vorgang on a foreign page leads there, though it carries no cookie', async () => {
    await open(true)
    await page.goto('data:text/html,<a></a>')
    const link = `${world.origin}/vorgang/KA-2024-0017`
    await page.evaluate(`const link = document.querySelector('a'); link.href = '${link}'; link.click()`)
    await page.waitForSelector('#antwort-0')
    expect(await page.title()).toMatch(/^KA-2024-0017 · /)
    expect(await violations()).toEqual([])
  })
})
