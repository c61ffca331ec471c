import type { Cursor } from './cursor.js';
import type { OpenFile } from './open-file.js';

/** Types of header messages. @see HDF5 File Format Specification 3.0, section IV.A.2. */
export const messageType = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  fillValue: 0x05,
  link: 0x06,
  externalFiles: 0x07,
  layout: 0x08,
  groupInfo: 0x0a,
  filters: 0x0b,
  attribute: 0x0c,
  continuation: 0x10,
  symbolTable: 0x11,
  attributeInfo: 0x15,
} as const;

interface Message {
  readonly type: number;
  readonly shared: boolean;
  readonly body: Cursor;
}

/** What describes a group or dataset: messages of several types. */
export class ObjectHeader {
  readonly #messages: readonly Message[];

  constructor(messages: readonly Message[]) {
    this.#messages = messages;
  }

  get byteLength(): number {
    return this.#messages.reduce((total, { body }) => total + body.remaining, 0);
  }

  has(type: number): boolean {
    return this.#messages.some((message) => message.type === type);
  }

  /** The bodies of the messages of one type, each to be read once. */
  all(type: number): Cursor[] {
    return this.#messages
      .filter((message) => message.type === type)
      .map(({ shared, body }) => {
        if (shared) throw body.error('a message inside its object', 'one that is shared between objects');
        return body.fork();
      });
  }

  first(type: number): Cursor | undefined {
    return this.all(type)[0];
  }
}

export function readObjectHeader(file: OpenFile, address: number): ObjectHeader {
  const prefix = file.cursor(address, 4);
  const isNew = prefix.u8() === 'O'.charCodeAt(0);
  return new ObjectHeader(isNew ? readNewHeader(file, address) : readOldHeader(file, address));
}

/** Version 1: messages padded to 8 bytes. */
function readOldHeader(file: OpenFile, address: number): Message[] {
  const prefix = file.claim(address, 16);
  prefix.version('object header', 1);
  const length = prefix.skip(7).u32();
  return readBlocks(file, file.claim(address + 16, length), (block) => {
    const type = block.u16();
    const size = block.u16();
    const shared = isShared(block.u8());
    return { type, shared, body: block.skip(3).part(size) };
  });
}

/** Version 2: tight messages, a checksum after each block. */
function readNewHeader(file: OpenFile, address: number): Message[] {
  const prefix = file.cursor(address, Math.min(file.length - address, 34)).signature('OHDR');
  prefix.version('object header', 2);
  const flags = prefix.u8();
  if (flags & 0x20) prefix.skip(16);
  if (flags & 0x10) prefix.skip(4);
  const length = prefix.size(1 << (flags & 3));
  file.claim(address, prefix.at - address);
  return readBlocks(file, file.claim(prefix.at, length), (block) => {
    // The rest of a block may be a gap, too small for a message.
    if (block.remaining < (flags & 4 ? 6 : 4)) {
      block.skip(block.remaining);
      return undefined;
    }
    const type = block.u8();
    const size = block.u16();
    const shared = isShared(block.u8());
    if (flags & 4) block.skip(2);
    return { type, shared, body: block.part(size) };
  });
}

function isShared(messageFlags: number): boolean {
  return (messageFlags & 2) !== 0;
}

/** The messages of the first block and of those that it continues in. */
function readBlocks(file: OpenFile, first: Cursor, next: (block: Cursor) => Message | undefined): Message[] {
  const messages: Message[] = [];
  const blocks = [first];
  for (let block = blocks.pop(); block !== undefined; block = blocks.pop()) {
    while (block.remaining > 0) {
      const message = next(block);
      if (message?.type === messageType.continuation) {
        blocks.push(continuation(file, message.body));
      } else if (message !== undefined) {
        messages.push(message);
      }
    }
  }
  return messages;
}

function continuation(file: OpenFile, body: Cursor): Cursor {
  const address = body.target('a continuation');
  const length = body.size();
  const block = file.claim(address, length);
  // Only blocks of new headers are signed; an old block starts with a message type, of which none is so great.
  if (length < 8 || block.fork().u32() !== continuationSignature) return block;
  return block.skip(4).part(length - 8);
}

const continuationSignature = 0x4b48434f;
