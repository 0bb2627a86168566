/** Writes a winmail.dat as Outlook would (MS-OXTNEF), with what a test needs. */
export function tnef(content: {
  body?: string
  files?: { title?: string; longName?: string; data?: Buffer; embedded?: Buffer }[]
}): Buffer {
  const text = (value: string) => Buffer.from(`${value}\0`, 'latin1')
  return Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    attribute(0x00069007, Buffer.from('e404000000000000', 'hex')),
    ...(content.body === undefined
      ? []
      : [attribute(0x00069003, properties([0x1000, 0x1e, text(content.body)]))]),
    ...(content.files ?? []).flatMap(({ title, longName, data, embedded }) => [
      attribute(0x00069002, Buffer.alloc(14)),
      ...(title ? [attribute(0x00018010, text(title))] : []),
      ...(data ? [attribute(0x0006800f, data)] : []),
      attribute(
        0x00069005,
        properties(
          ...(longName ? ([[0x3707, 0x1f, Buffer.from(`${longName}\0`, 'utf16le')]] as const) : []),
          ...(embedded
            ? ([
                [
                  0x3701,
                  0x0d,
                  Buffer.concat([Buffer.from('0703020000000000c000000000000046', 'hex'), embedded]),
                ],
              ] as const)
            : []),
        ),
      ),
    ]),
  ])
}

function attribute(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9)
  head[0] = id === 0x00069003 || id === 0x00069007 ? 1 : 2
  head.writeUInt32LE(id, 1)
  head.writeUInt32LE(data.length, 5)
  const checksum = Buffer.alloc(2)
  checksum.writeUInt16LE(data.reduce((sum, byte) => (sum + byte) & 0xffff, 0))
  return Buffer.concat([head, data, checksum])
}

function properties(...all: (readonly [id: number, type: number, value: Buffer])[]): Buffer {
  const number = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return bytes
  }
  return Buffer.concat([
    number(all.length),
    ...all.flatMap(([id, type, value]) => [
      number(id * 0x10000 + type),
      number(1),
      number(value.length),
      value,
      Buffer.alloc((4 - (value.length % 4)) % 4),
    ]),
  ])
}
