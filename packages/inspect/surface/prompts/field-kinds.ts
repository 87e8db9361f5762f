import type { Reader } from '../reader.ts';
import { promptText } from '../words/prompt-text.ts';
import type { Layer } from './layers.ts';
import type { PromptParts } from './role.ts';

/** What a layer asks to type, coarsely: enough to tell a login from a question. The full reading of fields is elsewhere. */
export function fieldKinds(reader: Reader, layer: Layer): PromptParts['fields'] {
  const kinds: { kind: 'phone' | 'code' | 'password' | 'text' | 'date' }[] = [];
  for (const id of [layer.root, ...reader.descendants(layer.root)]) {
    const node = reader.node(id);
    if (node.tag !== 'input' || !node.visible || layer.without.some((outer) => reader.within(id, outer))) continue;
    const type = node.attributes['type']?.toLowerCase() ?? 'text';
    if (/^(checkbox|radio|hidden|button|submit|image|reset|file|range)$/.test(type)) continue;
    const words = promptText(
      `${reader.accessibleName(id)} ${node.attributes['placeholder'] ?? ''} ${node.attributes['name'] ?? ''} ${node.attributes['autocomplete'] ?? ''}`,
    );
    if (type === 'password') kinds.push({ kind: 'password' });
    else if (/验证码|校验码|captcha|code|otp/.test(words)) kinds.push({ kind: 'code' });
    else if (type === 'tel' || /手机|电话|联系方式|phone|mobile|tel/.test(words)) kinds.push({ kind: 'phone' });
    else if (type === 'date' || /生日|出生/.test(words)) kinds.push({ kind: 'date' });
    else kinds.push({ kind: 'text' });
  }
  return kinds;
}
