import type { DevToolsClient } from '../devtools/client.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A finger's tap at a place of the viewport; the browser finds the frame under it. Without touch, a mouse click. */
export async function tapAt(client: DevToolsClient, sessionId: string, x: number, y: number, touch: boolean): Promise<void> {
  if (touch) {
    await client.send(
      'Input.dispatchTouchEvent',
      { type: 'touchStart', touchPoints: [{ x, y, radiusX: 8, radiusY: 8, force: 0.5 }] },
      sessionId,
    );
    await pause(30);
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }, sessionId);
    return;
  }
  const mouse = { x, y, button: 'left', clickCount: 1 } as const;
  await client.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y }, sessionId);
  await client.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse }, sessionId);
  await client.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse }, sessionId);
}

/** Types as a keyboard does: a key for each letter of the keyboard, the input method for all others. */
export async function typeText(client: DevToolsClient, sessionId: string, text: string): Promise<void> {
  for (const part of text.match(/[\x20-\x7e]|[^\x20-\x7e]+/gu) ?? []) {
    if (part.length > 1 || part > '~') {
      await client.send('Input.insertText', { text: part }, sessionId);
      continue;
    }
    const code = keyCode(part);
    const key = { key: part, code, windowsVirtualKeyCode: part.toUpperCase().charCodeAt(0) };
    await Promise.all([
      client.send('Input.dispatchKeyEvent', { type: 'keyDown', text: part, unmodifiedText: part, ...key }, sessionId),
      client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }, sessionId),
    ]);
  }
}

const keyCode = (letter: string): string =>
  /\d/.test(letter) ? `Digit${letter}` : /[a-z]/i.test(letter) ? `Key${letter.toUpperCase()}` : '';

const KEYS: Readonly<Record<string, { code: number; text?: string; commands?: string[] }>> = {
  Backspace: { code: 8 },
  Tab: { code: 9 },
  Escape: { code: 27 },
  Delete: { code: 46 },
  SelectAll: { code: 65, commands: ['selectAll'] },
};

/** One key that is no letter: Backspace, Tab, Escape, Delete, or SelectAll. Enter is left out on purpose: it submits forms. */
export async function pressKey(client: DevToolsClient, sessionId: string, name: string): Promise<void> {
  const known = KEYS[name];
  if (!known) throw new RangeError(`no such key: ${name}`);
  const key = { key: name === 'SelectAll' ? 'a' : name, code: name === 'SelectAll' ? 'KeyA' : name, windowsVirtualKeyCode: known.code };
  const commands = known.commands ? { commands: known.commands, modifiers: 2 } : {};
  await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key, ...commands }, sessionId);
  await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }, sessionId);
}

/** Moves the page (or the list under the middle of the view) by so many pixels, as a finger does. */
export async function scrollBy(client: DevToolsClient, sessionId: string, x: number, y: number, deltaY: number): Promise<void> {
  await client.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY }, sessionId);
  await pause(60);
}
