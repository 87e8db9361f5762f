import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Smallest server side of RFC 6455 that a sample needs: accept, read whole text and binary frames, say one greeting.
 * Our own so that the log of the samples holds each frame exactly as the browser sent it.
 */
export function acceptWebSocket(request: IncomingMessage, socket: Duplex, onMessage: (payload: Buffer) => void): void {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  socket.write(frame(Buffer.from('{"hello":1}')));
  let pending: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let next = readFrame(pending); next; next = readFrame(pending)) {
      pending = pending.subarray(next.used);
      if (next.opcode === 8) socket.end(Buffer.from([0x88, 0]));
      else if (next.opcode === 9) socket.write(Buffer.concat([Buffer.from([0x8a, next.payload.length]), next.payload]));
      else if (next.opcode <= 2) onMessage(next.payload);
    }
  });
  socket.on('error', () => socket.destroy());
}

function frame(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x81, payload.length]), payload]);
}

/** One client frame from the head of `bytes`; null while it is not complete. Client frames are always masked. */
export function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; used: number } | null {
  if (bytes.length < 2) return null;
  const short = (bytes[1] ?? 0) & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const head = 2 + lengthBytes + 4;
  if (bytes.length < head) return null;
  const length = lengthBytes === 0 ? short : lengthBytes === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < head + length) return null;
  const mask = bytes.subarray(head - 4, head);
  const payload = Buffer.from(bytes.subarray(head, head + length));
  for (let i = 0; i < length; i++) payload[i] = (payload[i] ?? 0) ^ (mask[i % 4] ?? 0);
  return { opcode: (bytes[0] ?? 0) & 0x0f, payload, used: head + length };
}
