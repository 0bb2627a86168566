import { mkdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chromiumMissing, startChromium } from '../../peers/chromium.ts'
import { announcement, regionReply, type WebWorld, webWorld } from './world.ts'

/** Looked at by people; not compared, because fonts differ from machine to machine. */
const shots = 'test/output/web'

describe.skipIf(chromiumMissing)('the page in a real browser [needs Chromium]', () => {
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

  async function open(options: BrowserContextOptions = {}) {
    const context = await browser.newContext({
      locale: 'de-DE',
      viewport: { width: 1360, height: 900 },
      ...options,
    })
    page = await context.newPage()
    // Also what the content security policy blocks arrives here.
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    await page.goto(world.web.url)
    await page.waitForURL(url => url.search === '')
    if (options.javaScriptEnabled !== false) await page.waitForSelector('#live:not([hidden])')
  }

  async function type(text: string, answers: number) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.answer').count()).toBe(answers)
  }

  async function violations(without: string[] = []) {
    const found = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .disableRules(without)
      .analyze()
    return found.violations.map(each => `${each.id}: ${each.nodes.map(node => node.html).join(' | ')}`)
  }

  const focused = () =>
    page.evaluate<string>('document.activeElement.textContent.trim() || document.activeElement.id')

  test('a working day by keyboard alone: ask, press a button of the answer, take over a Vorgang, ask again', async () => {
    await open()
    // The prompt has the focus from the start.
    await type('/status region Elmshorn', 1)
    expect(await page.locator('.answer h3').first().textContent()).toBe(
      'Region 1: Elmshorn, Pinneberg, Barmstedt',
    )
    expect(await focused()).toBe('eingabe')
    expect(await page.inputValue('#eingabe')).toBe('')
    await expect.poll(() => page.textContent('#ansage')).toBe(regionReply.summary)

    for (let i = 0; i < 20 && (await focused()) !== 'Offene Anfragen'; i++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.answer').count()).toBe(2)
    expect(world.heard.at(-1)?.text).toBe('vorgang liste ort:Elmshorn')
    // The new answer has the focus, so reading goes on there.
    expect(await page.evaluate('document.activeElement.id')).toBe('antwort-2')

    for (let i = 0; i < 30 && (await focused()) !== 'Übernehmen'; i++) await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect.poll(() => world.heard.at(-1)?.text).toBe('vorgang zuweisen KA-2024-0009 ich')

    await expect.poll(() => page.locator('.answer').count()).toBe(3)
    await page.focus('#eingabe')
    await page.keyboard.press('ArrowUp')
    expect(await page.inputValue('#eingabe')).toBe('/status region Elmshorn')
    await page.keyboard.press('ArrowDown')
    expect(await page.inputValue('#eingabe')).toBe('')
    expect(complaints).toEqual([])
  })

  test('whoever goes on typing while a button is being answered is not interrupted', async () => {
    let release = () => {}
    await world.stop()
    world = await webWorld({
      answer: () =>
        new Promise(resolve => {
          release = () => resolve(regionReply)
        }),
    })
    await open()
    await page.click('button:has-text("Fristen")')
    await page.click('#eingabe')
    await page.keyboard.type('vorgang')
    release()
    await expect.poll(() => page.locator('.answer').count()).toBe(1)
    await page.keyboard.type(' liste')
    expect(await page.inputValue('#eingabe')).toBe('vorgang liste')
  })

  test('new posts appear while a line is being typed, are said to screen readers, and disturb nothing', async () => {
    await open()
    await page.keyboard.type('vorgang zei')
    await world.web.platform.post(
      'schulen',
      announcement('KA-2024-0017', 'Schule · Zeitplan · Elmshorn'),
      'a:17',
      null,
    )
    await page.waitForSelector('.post[data-address="a:17"]')
    await expect.poll(() => page.textContent('#ansage')).toContain('Neu: Neue Anfrage KA-2024-0017')
    await page.keyboard.type('ge 17')
    expect(await page.inputValue('#eingabe')).toBe('vorgang zeige 17')
    await world.web.platform.post(
      'schulen',
      { ...regionReply, blocks: [{ kind: 'text', text: 'übernommen' }] },
      'n:17',
      'a:17',
    )
    await page.waitForSelector('.post[data-address="a:17"] .thread .post')
    await world.web.platform.update(
      'schulen',
      'a:17',
      announcement('KA-2024-0017', 'zuständig: Koordination'),
    )
    await expect.poll(() => page.textContent('.post[data-address="a:17"] h3')).toContain('Koordination')
    expect(await page.locator('.post[data-address="a:17"] .thread .post').count()).toBe(1)
    expect(await page.locator('#beitraege > .post').count()).toBe(2)
  })

  const looks: [string, BrowserContextOptions][] = [
    ['desk', {}],
    ['desk-dark', { colorScheme: 'dark' }],
    [
      'phone',
      { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    ],
    [
      'phone-dark',
      { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, colorScheme: 'dark', hasTouch: true },
    ],
    ['zoomed-400-percent', { viewport: { width: 320, height: 256 } }],
    ['forced-colours', { forcedColors: 'active' }],
  ]
  test.each(looks)(
    '%s: no barrier that axe knows, and nothing runs out of the page sideways',
    async (name, options) => {
      await open({ ...options, reducedMotion: 'reduce' })
      await world.web.platform.post(
        'schulen',
        announcement('KA-2024-0017', 'Schule · Zeitplan · Elmshorn'),
        'a:17',
        null,
      )
      await page.focus('#eingabe')
      await type('vorgang liste', 1)
      await type('/status region Elmshorn', 2)
      await page.screenshot({ path: `${shots}/${name}.png` })
      await page.screenshot({ path: `${shots}/${name}-whole.png`, fullPage: true })
      // With forced colours the system chooses them; axe measures the ones it overrides.
      expect(await violations(options.forcedColors ? ['color-contrast'] : [])).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    },
  )

  test('the sign-in page has no barrier either', async () => {
    await open()
    await page.context().clearCookies()
    await page.goto(world.origin)
    expect(await page.textContent('h1')).toBe('Bitte anmelden')
    expect(await violations()).toEqual([])
    await page.screenshot({ path: `${shots}/sign-in.png` })
    // The control: axe does find barriers here.
    await page.setContent('<html><body><input><img src="x"></body></html>')
    expect((await violations()).length).toBeGreaterThan(2)
  })

  test('without script questions and buttons work by forms', async () => {
    await open({ javaScriptEnabled: false })
    await page.fill('#eingabe', '/status region Elmshorn')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#antwort-1')
    await page.click('#antwort-1 button:has-text("Offene Anfragen")')
    await page.waitForSelector('#antwort-2')
    expect(await page.locator('.answer').first().getAttribute('id')).toBe('antwort-2')
    expect(world.heard.map(each => each.text)).toEqual([
      '/status region Elmshorn',
      'vorgang liste ort:Elmshorn',
    ])
  })

  test('markup in a question or a live post stays text', async () => {
    await open()
    const evil = '<img src=x onerror="document.title=\'gehackt\'"><script>document.title="gehackt"</script>'
    await type(evil, 1)
    await world.web.platform.post(evil, announcement(evil, evil), evil, null)
    await expect.poll(() => page.locator('.post').count()).toBe(2)
    expect(await page.textContent('.asked q')).toBe(evil)
    expect(await page.locator('img[src="x"]').count()).toBe(0)
    expect(await page.title()).not.toBe('gehackt')
    expect(complaints).toEqual([])
  })

  test('a link on a foreign page that leads to the start address signs in too', async () => {
    await open()
    await page.context().clearCookies()
    await page.goto('data:text/html,<a></a>')
    await page.evaluate(
      `const link = document.querySelector('a'); link.href = '${world.web.url}'; link.click()`,
    )
    await page.waitForSelector('#eingabe')
  })

  test('when the program is away, the input stays and the page says so; afterwards it catches up', async () => {
    await open()
    const { port } = world.web
    await world.stop()
    await page.keyboard.type('status')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#stoerung')
    expect(await page.inputValue('#eingabe')).toBe('status')
    expect(await page.textContent('#live')).toContain('unterbrochen')
    world = await webWorld({ port })
    await world.web.platform.post('schulen', announcement('KA-2024-0021', 'Schule'), 'a:21', null)
    await page.waitForSelector('.post[data-address="a:21"]', { timeout: 15_000 })
    await page.focus('#eingabe')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.answer').count()).toBe(1)
    expect(await page.locator('#stoerung').count()).toBe(0)
  })
})
