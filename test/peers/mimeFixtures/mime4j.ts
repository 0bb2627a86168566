import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { type Fixture, readAs, wordsOfHtml } from './fixture.ts'

interface Node {
  fields: string[]
  /** File with the decoded body; '' for a multipart. */
  file: string
  isText: boolean
  children: Node[]
}

/** apache/james-mime4j: each *.msg has a *_decoded.xml with its structure and a file for each decoded body. */
export async function mime4jFixtures(folder: string): Promise<Fixture[]> {
  const mails = globSync('core/src/test/resources/*testmsgs/*.msg', { cwd: folder }).sort()
  return Promise.all(mails.map(mail => fixture(path.join(folder, mail))))
}

async function fixture(file: string): Promise<Fixture> {
  const raw = readFileSync(file)
  const name = `mime4j/${path.basename(file, '.msg')}`
  const structure = file.replace(/\.msg$/, '_decoded.xml')
  if (!existsSync(structure)) return { name, raw, subject: null, texts: null, whole: false }
  const root = treeOf(readFileSync(structure, 'latin1'))
  const subject = fieldOf(root, 'subject')
  return {
    name,
    raw,
    subject: subject === null ? '' : await decodedSubject(subject),
    texts: textsOf(root, path.dirname(file)),
    whole: true,
  }
}

/** The structure has encoded words as they came; another library decodes them. */
async function decodedSubject(value: string): Promise<string> {
  return (await simpleParser(Buffer.from(`Subject: ${value.trim()}\r\n\r\n`, 'latin1'))).subject ?? ''
}

function treeOf(xml: string): Node {
  const top: Node = { fields: [], file: '', isText: false, children: [] }
  const open = [top]
  for (const [, tag, body, name] of xml.matchAll(
    /<(\/?(?:message|body-part)|field|(?:text|binary)-body)(?:>| name="([^"]*)"\/>)(?:\r?\n([^<]*)<\/field>)?/g,
  )) {
    const node = open.at(-1)! // top is never closed
    if (tag === 'field') node.fields.push(unescaped(name ?? ''))
    else if (tag === 'message' || tag === 'body-part') {
      const child: Node = { fields: [], file: '', isText: false, children: [] }
      node.children.push(child)
      open.push(child)
    } else if (tag!.startsWith('/')) open.pop()
    else {
      node.file = body ?? ''
      node.isText = tag === 'text-body'
    }
  }
  return top.children[0] ?? top
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function fieldOf(node: Node, name: string): string | null {
  const found = node.fields.find(field => new RegExp(`^${name}\\s*:`, 'i').test(field))
  return found ? found.slice(found.indexOf(':') + 1).replace(/\r?\n[ \t]*/g, ' ') : null
}

function textsOf(node: Node, folder: string): { words: string; html: boolean }[] {
  const type = /^\s*([^;\s]+)/.exec(fieldOf(node, 'content-type') ?? '')?.[1]?.toLowerCase() ?? 'text/plain'
  if (node.children.length > 0) {
    const parts = node.children.map(child => textsOf(child, folder))
    const filled = parts.filter(texts => texts.some(({ words }) => words.trim() !== ''))
    if (type !== 'multipart/alternative') return filled.flat()
    return filled.find(texts => texts.some(({ html }) => !html)) ?? filled[0] ?? []
  }
  if (!node.isText || !/^text(?:\/(?:plain|html|enriched|richtext))?$/.test(type)) return []
  if (/^\s*attachment/i.test(fieldOf(node, 'content-disposition') ?? '')) return []
  const charset = /charset="?([^";\s]+)/i.exec(fieldOf(node, 'content-type') ?? '')?.[1] ?? ''
  const text = readAs(readFileSync(path.join(folder, node.file)), charset)
  // Files between the lines are attachments to us, and stay in the text there.
  const words = text.replace(/^begin [0-7]{3,4} [^\n]*\n(?:[!-`][ -`]*\r?\n)+end\r?$/gm, '')
  return [/plain|^text$/.test(type) ? { words, html: false } : { words: wordsOfHtml(text), html: true }]
}
