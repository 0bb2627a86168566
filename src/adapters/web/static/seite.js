// Makes the page livelier: answers without reloading, announcements as they arrive, earlier input by arrow key.
// Everything also works without this file, by forms and reloading.

import { formIn, formsInPlace } from './formular.js'

const frage = document.querySelector('#frage')
const eingabe = document.querySelector('#eingabe')
const antworten = document.querySelector('#antworten')
const beitraege = document.querySelector('#beitraege')
const ansage = document.querySelector('#ansage')
const live = document.querySelector('#live')

for (const each of document.querySelectorAll('.with-script')) each.hidden = false

/** Says a sentence to screen readers; the same sentence twice is said twice. */
function announce(sentence) {
  ansage.textContent = ''
  setTimeout(() => {
    ansage.textContent = sentence
  }, 50)
}

function elementFrom(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content.firstElementChild
}

// Questions

const earlier = []
let position = 0
let draft = ''
let asking = false

document.addEventListener('submit', event => {
  const form = event.target
  if (form.getAttribute('action') !== '/frage') return
  event.preventDefault()
  void ask(new FormData(form, event.submitter).get('text') ?? '', form === frage ? null : event.submitter)
})

/** `button`: the one that was pressed, null for what was typed. */
async function ask(text, button) {
  if (asking || text.trim() === '') return
  asking = true
  frage.setAttribute('aria-busy', 'true')
  const patience = setTimeout(() => announce('Einen Moment bitte.'), 1_500)
  try {
    const response = await fetch('/frage', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ text }),
    })
    // Signed out: the page itself says what to do.
    if (response.status === 401) return location.reload()
    if (!response.ok) throw new Error(String(response.status))
    show(await response.json(), button)
    if (button === null) remember(text)
  } catch {
    // The input stays as it is, so that nothing has to be typed again.
    fail('Keine Verbindung zum Programm. Bitte senden Sie es gleich noch einmal.')
  } finally {
    clearTimeout(patience)
    frage.removeAttribute('aria-busy')
    asking = false
  }
}

formsInPlace({
  show,
  fail,
  signedOut() {
    location.reload()
    return null
  },
})

function show({ html, summary }, button) {
  document.querySelector('#stoerung')?.remove()
  document.querySelector('#noch-nichts').hidden = true
  const answer = elementFrom(html)
  antworten.prepend(answer)
  if (button === null) {
    eingabe.value = ''
    announce(summary)
    // The newest answer stands right below the prompt; show both when the page was scrolled down.
    if (frage.getBoundingClientRect().top < 0) frage.scrollIntoView({ block: 'start' })
  } else if (document.activeElement === button || document.activeElement === document.body) {
    // Whoever pressed a button further down is taken to the answer; screen readers read on from there.
    answer.focus()
    answer.scrollIntoView({ block: 'nearest' })
  } else {
    // Went on to something else meanwhile, perhaps typing: nothing may jump.
    announce(summary)
  }
}

function fail(sentence) {
  document.querySelector('#stoerung')?.remove()
  const note = document.createElement('p')
  note.id = 'stoerung'
  note.className = 'hint fault'
  note.textContent = sentence
  frage.append(note)
  announce(sentence)
}

function remember(text) {
  if (earlier.at(-1) !== text) earlier.push(text)
  position = earlier.length
}

eingabe.addEventListener('keydown', event => {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  const next = position + (event.key === 'ArrowUp' ? -1 : 1)
  if (next < 0 || next > earlier.length) return
  event.preventDefault()
  if (position === earlier.length) draft = eingabe.value
  position = next
  eingabe.value = earlier[position] ?? draft
  eingabe.setSelectionRange(eingabe.value.length, eingabe.value.length)
})

// Announcements

const events = new EventSource('/ereignisse')
let wasOpen = false

events.addEventListener('open', () => {
  // What was posted while we were away is only in the list that the server makes.
  if (wasOpen) void reloadPosts()
  wasOpen = true
  live.hidden = false
  live.textContent = 'live verbunden'
})

events.addEventListener('error', () => {
  live.hidden = false
  live.textContent = 'Verbindung unterbrochen, wird wieder aufgebaut'
  if (events.readyState === EventSource.CLOSED) live.textContent = 'Nicht verbunden, bitte Seite neu laden'
})

events.addEventListener('beitrag', event => {
  const { address, thread, html, summary } = JSON.parse(event.data)
  place(address, thread, elementFrom(html))
  announce(`Neu: ${summary}`)
})

function place(address, thread, post) {
  document.querySelector('#noch-kein-beitrag').hidden = true
  const before = postAt(address)
  if (before) {
    // Replaced in place: its news stay below it.
    post.querySelector('.thread').replaceWith(before.querySelector('.thread'))
    keepForm(before, post)
    before.replaceWith(post)
  } else {
    const parent = thread === null ? null : postAt(thread)
    if (parent) parent.querySelector('.thread').append(post)
    else beitraege.prepend(post)
  }
  post.classList.add('arrived')
}

/** What somebody is just filling in survives that its post is shown anew. */
function keepForm(before, post) {
  const form = formIn(before)
  if (!form) return
  const focused = form.contains(document.activeElement) ? document.activeElement : null
  post.querySelector('form').after(form)
  if (focused) requestAnimationFrame(() => focused.focus())
}

function postAt(address) {
  return [...document.querySelectorAll('.post')].find(post => post.dataset.address === address)
}

async function reloadPosts() {
  const response = await fetch('/').catch(() => null)
  if (!response?.ok) return
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const fresh = page.querySelector('#beitraege')
  if (!fresh) return
  for (const post of fresh.querySelectorAll('.post')) {
    const before = postAt(post.dataset.address)
    if (before) keepForm(before, post)
  }
  beitraege.replaceChildren(...fresh.children)
}
