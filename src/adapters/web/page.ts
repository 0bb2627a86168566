import { Temporal } from 'temporal-polyfill'
import { dayOf, germanDayWithWeekday, germanTime } from '../../domain/time/day.ts'
import { type HtmlOptions, renderHtml } from '../../reply/renderHtml.ts'
import type { Action, Reply } from '../../reply/reply.ts'
import type { Exchange } from './conversations.ts'
import { type Html, html } from './html.ts'
import type { WebPost } from './webPost.ts'

/** The address of a picture that a page shows. */
export type PictureAddress = NonNullable<HtmlOptions['pictureAddress']>

export interface PageContent {
  programmeName: string
  personName: string
  /** A command that fits the programme: "/status region Springe". */
  example: string
  /** Commands that are one click away. */
  suggestions: readonly Action[]
  /** What a link to this page is about: its title, and the answer that stands above all others. */
  about?: { title: string; exchange: Exchange }
  /** Newest first. */
  posts: readonly WebPost[]
  exchanges: readonly Exchange[]
  now: Temporal.Instant
  pictureAddress: PictureAddress
}

const styles = ['farben.css', 'seite.css', 'eingabe.css', 'beitrag.css', 'formular.css']

/** The whole page. Questions come first in reading order; wide screens show the announcements left of them. */
export function chatPage(content: PageContent): Html {
  const { now, posts, pictureAddress, about } = content
  const exchanges = [...(about ? [about.exchange] : []), ...content.exchanges]
  // Who came for one thing shall read it, not type.
  const focus = about ? null : html` autofocus`
  const top = posts.filter(
    post => post.thread === null || !posts.some(other => other.address === post.thread),
  )
  return document(
    `${about ? `${about.title} · ` : ''}${content.programmeName} · Klassenassistenz`,
    html`<a class="skip" href="#eingabe">Zur Eingabe springen</a>
<a class="skip" href="#neues">Zu den Neuigkeiten springen</a>
<header class="bar"><div class="bar-inner">
<img class="mark" src="/zeichen.svg" alt="" width="28" height="28">
<h1>${content.programmeName}</h1>
<a class="jump" href="#neues">Neues im Kanal</a>
<p class="who">${content.personName}<span class="live" id="live" hidden></span></p>
</div></header>
<main>
<section class="ask" aria-labelledby="fragen-titel">
<h2 id="fragen-titel" class="unseen">Fragen und Antworten</h2>
<form id="frage" class="prompt" method="post" action="/frage">
<label for="eingabe">Ihre Frage oder Ihr Befehl</label>
<div class="line"><input id="eingabe" name="text" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="send" required${focus} aria-describedby="hinweis"><button>Senden</button></div>
<p id="hinweis" class="hint">Zum Beispiel <kbd>${content.example}</kbd><span class="with-script keyboard" hidden> · <kbd>↑</kbd> holt frühere Eingaben zurück</span></p>
</form>
<form class="actions suggestions" method="post" action="/frage" aria-label="Häufige Fragen">${content.suggestions.map(
      action => html`<button name="text" value="${action.command}">${action.label}</button>`,
    )}</form>
<div id="antworten" class="answers">${exchanges.map(exchange => answerHtml(exchange, now, pictureAddress))}</div>
<p class="empty" id="noch-nichts"${exchanges.length > 0 ? html` hidden` : null}>Hier erscheinen die Antworten, die neueste zuerst.</p>
</section>
<section class="news" aria-labelledby="neues-titel" id="neues" tabindex="-1">
<h2 id="neues-titel">Neues im Kanal</h2>
<noscript><p class="hint">Neue Beiträge sehen Sie nach dem Neuladen der Seite.</p></noscript>
<ol id="beitraege" class="posts">${top.map(post => postHtml(post, now, pictureAddress, newsTo(post, posts)))}</ol>
<p class="empty" id="noch-kein-beitrag"${top.length > 0 ? html` hidden` : null}>Noch keine Beiträge. Sobald ein neuer Vorgang entsteht, steht er hier.</p>
</section>
</main>
<p class="unseen" role="status" id="ansage"></p>
<script type="module" src="/seite.js"></script>`,
  )
}

/** One question with its answer. */
export function answerHtml(exchange: Exchange, now: Temporal.Instant, pictureAddress: PictureAddress): Html {
  return html`<article class="answer" id="antwort-${exchange.number}" tabindex="-1" aria-label="Antwort auf: ${exchange.text.slice(0, 200)}">
<p class="asked"><span class="unseen">Sie: </span><q>${exchange.text.length > 400 ? `${exchange.text.slice(0, 400)} …` : exchange.text}</q> ${timeHtml(exchange.at, now)}</p>
${replyForm(exchange.reply, pictureAddress)}
</article>`
}

/** One announcement, with the news to it. */
export function postHtml(
  post: WebPost,
  now: Temporal.Instant,
  pictureAddress: PictureAddress,
  news: readonly WebPost[] = [],
): Html {
  return html`<li class="post" data-address="${post.address}">
<p class="origin"><span class="channel"># ${post.channel}</span> ${timeHtml(post.at, now)}</p>
${replyForm(post.reply, pictureAddress)}
<ol class="thread">${news.map(each => postHtml(each, now, pictureAddress))}</ol></li>`
}

/** A form on a page of its own; `wrong` puts that into the title, which is read first. */
export function formPage(title: string, form: Html, wrong: boolean): Html {
  return document(
    `${wrong ? 'Bitte ergänzen: ' : ''}${title} · Klassenassistenz`,
    html`<main class="door"><p class="brand">Klassenassistenz</p>${form}</main>`,
  )
}

/**
 * A link from another page does not carry the cookie (SameSite=Strict), though its reader may be signed in. A link of our own does:
 * so the same address is opened once more from here.
 */
export function onceMorePage(address: string): Html {
  return document(
    'Einen Moment',
    html`<main class="door"><p class="brand">Klassenassistenz</p><h1>Einen Moment</h1><p><a href="${address}">Weiter zum Vorgang</a></p></main>`,
    html`<meta http-equiv="refresh" content="0;url=${address}">`,
  )
}

/** A page without anything of the programme: sign-in, errors. */
export function doorPage(title: string, ...paragraphs: Html[]): Html {
  return document(
    title,
    html`<main class="door"><p class="brand">Klassenassistenz</p><h1>${title}</h1>${paragraphs.map(each => html`<p>${each}</p>`)}</main>`,
  )
}

/** Leads on from the start address. A link of our own makes the browser send the new cookie, a redirect might not. */
export function welcomePage(): Html {
  return document(
    'Angemeldet',
    html`<main class="door"><p class="brand">Klassenassistenz</p><h1>Angemeldet</h1><p><a href="/">Weiter zur Klassenassistenz</a></p></main>`,
    html`<meta http-equiv="refresh" content="0;url=/">`,
  )
}

/** The form makes the buttons of the reply work; with script the page stays and the answer comes in. */
function replyForm(reply: Reply, pictureAddress: PictureAddress): Html {
  return html`<form method="post" action="/frage">${{ html: renderHtml(reply, { pictureAddress }) }}</form>`
}

function newsTo(post: WebPost, posts: readonly WebPost[]): WebPost[] {
  return posts.filter(each => each.thread === post.address && each !== post).toReversed()
}

/** The time alone for today, else with the day. */
function timeHtml(at: string, now: Temporal.Instant): Html {
  const instant = Temporal.Instant.from(at)
  const day = dayOf(instant)
  const shown = day.equals(dayOf(now))
    ? germanTime(instant)
    : `${germanDayWithWeekday(day)}, ${germanTime(instant)}`
  return html`<time datetime="${instant.toString()}">${shown}</time>`
}

function document(title: string, body: Html, head: Html | null = null): Html {
  return html`<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
${styles.map(file => html`<link rel="stylesheet" href="/${file}">`)}<link rel="icon" href="/zeichen.svg" type="image/svg+xml">${head}</head>
<body>${body}</body></html>`
}
