// Forms in place: a link to a form opens it below the answer or post that it belongs to, and sending it keeps the page.
// Without this file the same links lead to pages of their own.

/** `show` puts an answer onto the page, `fail` says a sentence, `signedOut` leads to the sign-in. */
export function formsInPlace({ show, fail, signedOut }) {
  const openers = new WeakMap()
  const sending = new WeakSet()

  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]')
    if (!link || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const form = link.closest('.formular')
    if (form && link.matches('.cancel')) {
      event.preventDefault()
      close(form)
    } else if (link.getAttribute('href').startsWith('/formular?')) {
      event.preventDefault()
      void open(link)
    }
  })

  document.addEventListener('submit', event => {
    const form = event.target
    if (form.getAttribute('action') !== '/formular') return
    event.preventDefault()
    void send(form)
  })

  async function open(link) {
    const holder = link.closest('.answer, .post')
    const before = formIn(holder)
    // Pressed twice: what is being filled in stays.
    if (before && openers.get(before)?.href === link.href) return focusFirst(before)
    const found = await ask(link.href, {})
    if (!found) return
    if (!found.formular) return show(found, link)
    const form = elementFrom(found.formular)
    if (before) before.replaceWith(form)
    else link.closest('form').after(form)
    openers.set(form, link)
    focusFirst(form)
  }

  async function send(form) {
    if (sending.has(form)) return
    sending.add(form)
    form.setAttribute('aria-busy', 'true')
    const found = await ask('/formular', { method: 'POST', body: new URLSearchParams(new FormData(form)) })
    sending.delete(form)
    form.removeAttribute('aria-busy')
    // Whatever went wrong on the way: the form stays as it is, so that nothing has to be typed again.
    if (!found) return
    if (found.formular) {
      const again = elementFrom(found.formular)
      openers.set(again, openers.get(form))
      form.replaceWith(again)
      again.querySelector('.faults')?.focus()
      return
    }
    const opener = openers.get(form)
    form.remove()
    show(found, opener ?? document.activeElement)
  }

  /** null: it did not arrive, and that was said. */
  async function ask(address, options) {
    try {
      const response = await fetch(address, { ...options, headers: { accept: 'application/json' } })
      if (response.status === 401) return signedOut()
      if (!response.ok && response.status !== 422) throw new Error(String(response.status))
      return await response.json()
    } catch {
      fail('Keine Verbindung zum Programm. Bitte versuchen Sie es gleich noch einmal.')
      return null
    }
  }

  function close(form) {
    const opener = openers.get(form)
    form.remove()
    opener?.focus()
  }
}

/** A form that stands in this answer or post itself, not in one below it. */
export function formIn(holder) {
  return holder?.querySelector(':scope > .formular') ?? null
}

function focusFirst(form) {
  form.querySelector('select, textarea, input:not([type="hidden"])')?.focus()
}

function elementFrom(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content.firstElementChild
}
