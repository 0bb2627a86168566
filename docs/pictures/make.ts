import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { chromiumMissing, startChromium } from '../../test/peers/chromium.ts'
import { type Demo, startDemo } from '../../test/peers/demo.ts'
import { smallerPng } from './smallerPng.ts'
import { drawTeamsIcons } from './teamsIcons.ts'
import { terminalPage } from './terminalPage.ts'
import { timetable } from './timetable.ts'

/*
 * npm run pictures: runs the real demonstration, asks it like a person does, and photographs what is to be seen. Its
 * clock stands at Monday 22.04.2024, its letters are invented. Look at every picture before you keep it.
 */

const folder = fileURLToPath(new URL('.', import.meta.url))
/** A picture in a README must not keep anybody waiting. */
const mostBytes = 300_000

const desk = { viewport: { width: 1240, height: 900 }, deviceScaleFactor: 1.25 }
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }

keep('zeitplan', await timetable())
drawTeamsIcons()
if (chromiumMissing) throw new Error(chromiumMissing)
const browser = await startChromium()
const demo = await startDemo()
try {
  await demo.said('Planmäßig 07:30')
  await demo.said('Eingangsbestätigung ist raus: [KA-2024-0001]')
  await photographTerminal(browser, demo, '/status region Elmshorn')
  await demo.said('Alle Briefe sind da')
  await photographPages(browser, demo.webUrl)
} finally {
  await browser.close()
  await demo.stop()
}

async function photographTerminal(browser: Browser, demo: Demo, question: string): Promise<void> {
  const before = demo.output()
  demo.type(question)
  await demo.said('Stand 22.03.2024')
  // What is typed into a pipe is not echoed; in a window it stands behind the prompt.
  const answer = demo.output().slice(before.length)
  const page = await browser.newPage({ viewport: { width: 1100, height: 400 }, deviceScaleFactor: 1.1 })
  await page.setContent(terminalPage(before, question, answer))
  keep('terminal', await page.locator('main').screenshot({ omitBackground: true }))
  await page.close()
}

async function photographPages(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, url, desk)
  await ask(page, '/status region Elmshorn')
  await photograph(page, 'status')
  await ask(page, 'vergabe start bekanntmachung:15.04.2024 elektronisch:ja')
  await photograph(page, 'vergabe-start')
  await ask(page, 'vorgang liste')
  await photograph(page, 'vorgang-liste')
  await ask(page, 'vorgang zeige 4')
  await photograph(page, 'vorgang-zeige')
  await page.context().close()

  const small = await open(browser, url, phone)
  await ask(small, '/status region Elmshorn')
  await photograph(small, 'status-telefon')
  await small.context().close()
}

async function open(browser: Browser, url: string, look: typeof desk): Promise<Page> {
  const context = await browser.newContext({
    locale: 'de-DE',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...look,
  })
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForSelector('#live:not([hidden])')
  return page
}

async function ask(page: Page, text: string): Promise<void> {
  const answers = await page.locator('.answer').count()
  await page.fill('#eingabe', text)
  await page.keyboard.press('Enter')
  await page.locator('.answer').nth(answers).waitFor()
  // A blinking caret would make every picture a different one.
  await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)')
}

async function photograph(page: Page, name: string): Promise<void> {
  keep(name, await page.screenshot({ caret: 'hide' }))
}

function keep(name: string, screenshot: Buffer): void {
  const png = smallerPng(screenshot)
  console.log(`${name}.png  ${Math.ceil(png.length / 1000)} kB`)
  if (png.length > mostBytes) throw new Error(`${name}.png is larger than ${mostBytes / 1000} kB`)
  writeFileSync(`${folder}${name}.png`, png)
}
