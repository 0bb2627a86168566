/**
 * Text of format=flowed with its paragraphs on one line again (RFC 3676 section 4.1, 4.2): a line that ends in a space goes
 * on in the next one, if both are quoted equally deep. `delSp`: that space was added and goes.
 */
export function unflowed(text: string, delSp: boolean): string {
  const out: string[] = []
  let open = false
  let openDepth = 0
  for (const line of text.split(/\r?\n/)) {
    const depth = quoteDepth(line)
    const content = unstuffed(line.slice(depth))
    // Section 4.3: the line before a signature is never joined, nor does it join.
    const isDelimiter = content === '-- '
    if (open && depth === openDepth && !isDelimiter) out[out.length - 1] += content
    else out.push(depth > 0 ? `${'>'.repeat(depth)} ${content}` : content)
    open = content.endsWith(' ') && !isDelimiter
    openDepth = depth
    if (open && delSp) out[out.length - 1] = out[out.length - 1]!.slice(0, -1)
  }
  return out.join('\n')
}

function quoteDepth(line: string): number {
  let depth = 0
  while (line[depth] === '>') depth++
  return depth
}

/** Section 4.4: one space before a line that would look like a quote or a "From " line. */
function unstuffed(content: string): string {
  return content.startsWith(' ') ? content.slice(1) : content
}
