import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = 8
/** Bytes of a pixel by the colour type of the header: RGB and RGBA, 8 bits each, are what Chromium writes. */
const pixelBytes: Record<number, number> = { 2: 3, 6: 4 }

/**
 * The same picture in about three quarters of the bytes: Chromium is quick rather than thorough, and its row filters do
 * harm where most of a row is one colour (PNG, third edition, sections 9.2 and 12.7).
 */
export function smallerPng(png: Buffer): Buffer {
  const opened = openPng(png)
  if (!opened) return png
  const smaller = Buffer.concat([
    png.subarray(0, signature),
    chunk('IHDR', opened.header),
    chunk('IDAT', deflateSync(opened.rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return smaller.length < png.length ? smaller : png
}

/** What a picture holds. `rows`: each row is a zero and then its pixels of `bytes` bytes. null: not as Chromium and resvg write it. */
export function openPng(png: Buffer) {
  const chunks = chunksOf(png)
  const header = chunks.find(chunk => chunk.type === 'IHDR')!.data // PNG section 5.6: the first chunk of every file
  const bytes = pixelBytes[header[9]!] ?? 0
  if (bytes === 0 || header[8] !== 8 || header[12] !== 0) return null
  const parts = chunks.filter(chunk => chunk.type === 'IDAT').map(chunk => chunk.data)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const rows = unfiltered(inflateSync(Buffer.concat(parts)), width * bytes, bytes)
  return { header, width, height, bytes, rows }
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks = []
  for (let at = signature; at < png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Every row with filter type 0, "none": its bytes as they are. `stride` is the bytes of a row. */
function unfiltered(rows: Buffer, stride: number, bytes: number): Buffer {
  const plain = Buffer.from(rows)
  const at = (row: number, i: number) => (row < 0 || i < 0 ? 0 : plain[row * (stride + 1) + 1 + i]!)
  for (let row = 0; row * (stride + 1) < plain.length; row++) {
    const filter = plain[row * (stride + 1)]!
    plain[row * (stride + 1)] = 0
    for (let i = 0; filter > 0 && i < stride; i++) {
      const guess = predicted(filter, at(row, i - bytes), at(row - 1, i), at(row - 1, i - bytes))
      plain[row * (stride + 1) + 1 + i] = at(row, i) + guess
    }
  }
  return plain
}

/** PNG section 9.2: Sub, Up, Average, Paeth. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  const estimate = left + above - corner
  const [a, b, c] = [left, above, corner].map(each => Math.abs(estimate - each)) as [number, number, number]
  return a <= b && a <= c ? left : b <= c ? above : corner
}
