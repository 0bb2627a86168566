/** The transcript as a page that looks like a window of a terminal: what came before, what was typed, the answer. */
export function terminalPage(before: string, typed: string, answer: string): string {
  const transcript = [
    `<span class="typed">$ npm run demo</span>`,
    shown(before),
    `<span class="typed">&gt; ${escaped(typed)}</span>`,
    shown(answer),
  ]
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><style>
    body { margin: 0; background: transparent; }
    main { width: max-content; padding: 0 0 1.4rem; border-radius: 10px; background: #16202a; color: #dbe4ec; }
    .dots { display: flex; gap: 8px; padding: 13px 16px; }
    .dots i { width: 11px; height: 11px; border-radius: 50%; background: #3a4a59; }
    pre { margin: 0; padding: 0.2rem 1.6rem 0; font: 14px/1.45 "DejaVu Sans Mono", "Cascadia Mono", Menlo, monospace; }
    .typed { color: #8fc1ea; font-weight: bold; }
    .sign { color: #7fd0a0; }
  </style></head><body><main><div class="dots"><i></i><i></i><i></i></div><pre>${transcript.join('\n')}</pre></main></body></html>`
}

function shown(output: string): string {
  return escaped(output)
    .replace(/(http:\/\/127\.0\.0\.1:)\d+(\/\?zugang=)\S+/, '$18080$2…') // another one each time
    .replace(/^(\s*)([✉✔])/gm, '$1<span class="sign">$2</span>')
    .replace(/\s+$/, '\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
