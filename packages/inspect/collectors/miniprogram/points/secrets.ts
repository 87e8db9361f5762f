import type { Text } from '@liangjian/law';
import type { ProgramSecret } from '../model/program-model.ts';
import { placeIn } from '../model/place.ts';
import { isOwn } from '../model/analysis.ts';
import type { Program } from '../program.ts';
import { textLiterals } from './text-literals.ts';

const HINT = /secret|key['"]?\s*[:=]|session_?key|setStorage|private key|access_?key|setStorageSync|password|AKID|LTAI/i;

/** Secrets and personal data kept where a stranger can read them. */
export function secretsOf(program: Program): ProgramSecret[] {
  const found: ProgramSecret[] = [];
  for (const file of program.files) {
    if (!isOwn(file) || (file.role !== 'script' && file.role !== 'typescript')) continue;
    const text = file.text;
    if (!HINT.test(text)) continue;
    for (const one of textLiterals(text)) {
      const secret = secretOf(one.text, one.before);
      if (secret) found.push({ ...secret, place: placeIn(file, one.start - 1) });
      const stored = storedOf(one.text, one.before, text.slice(one.start + one.text.length + 1, one.start + one.text.length + 120));
      if (stored) found.push({ ...stored, place: placeIn(file, one.start - 1) });
    }
    for (const one of sessionKeys(text)) found.push({ ...one, place: placeIn(file, one.start) });
  }
  return found;
}

type Found = Omit<ProgramSecret, 'place'>;

function secretOf(value: string, before: string): Found | null {
  const name = /([\w$-]+)['"]?\s*[:=]\s*$/.exec(before)?.[1] ?? '';
  if (/^[0-9a-f]{32}$/i.test(value)) {
    if (/app_?secret|^secret$|wx_?secret|appsecret/i.test(name))
      return made(
        'app-secret',
        value,
        true,
        '小程序密钥写在前端代码里，任何人都可以取得',
        'the AppSecret stands in front-end code where anybody can take it',
      );
    if (/map|amap|gd_?key|bmap|qq_?key|tianditu|lbs|ak$/i.test(name) || /\bkey$/i.test(name))
      return made('map-key', value, false, '地图服务密钥，不是小程序密钥', 'key of a map service, not the AppSecret');
    return null;
  }
  if (/secret=([0-9a-f]{32})/i.test(value))
    return made(
      'app-secret',
      /secret=([0-9a-f]{32})/i.exec(value)![1]!,
      true,
      '小程序密钥写在请求地址里',
      'the AppSecret stands in a request address',
    );
  if (/^([A-Z0-9]{5}-){5}[A-Z0-9]{5}$/.test(value)) return made('map-key', value, false, '腾讯位置服务密钥', 'key of a map service');
  if (/^-----BEGIN (RSA |EC )?PRIVATE KEY/.test(value))
    return made('private-key', value, true, '私钥写在前端代码里', 'a private key stands in front-end code');
  if (/^(AKID|LTAI)[A-Za-z0-9]{12,40}$/.test(value))
    return made('cloud-key', value, true, '云服务密钥写在前端代码里', 'a cloud key stands in front-end code');
  if (/(secret_?key|access_?key_?secret|accesskey)$/i.test(name) && /^[A-Za-z0-9+/=]{24,64}$/.test(value))
    return made('cloud-key', value, true, '云服务密钥写在前端代码里', 'a cloud key stands in front-end code');
  return null;
}

/** `setStorageSync('token', …)`: what is kept on the device under which key. */
function storedOf(key: string, before: string, after: string): Found | null {
  const call = /\b(setStorageSync|setStorage|setItem)\s*\(\s*(?:\{\s*key\s*:\s*)?$/.test(before);
  if (!call) return null;
  if (/^(access_?|user_?|auth_?)?token$|^authorization$/i.test(key))
    return {
      kind: 'token-stored',
      masked: key,
      severe: false,
      why: say('登录凭据保存在手机本地存储', 'a log-in token is kept in local storage'),
    };
  if (/session_?key/i.test(key) && !/session_?key/i.test(after)) return null;
  if (/phone|mobile|id_?card|real_?name|user_?info|address/i.test(key))
    return {
      kind: 'pi-stored',
      masked: key,
      severe: false,
      why: say('个人信息保存在手机本地存储', 'personal information is kept in local storage'),
    };
  if (/^(password|pwd)$/i.test(key))
    return { kind: 'password', masked: key, severe: true, why: say('密码保存在手机本地存储', 'a password is kept in local storage') };
  return null;
}

/** The session key must stay on the server; the client that reads it from an answer was given it. */
function sessionKeys(text: string): (Found & { start: number })[] {
  const code = text.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (whole) => whole.replaceAll(/[^\n]/g, ' '));
  const found: (Found & { start: number })[] = [];
  for (const one of code.matchAll(/(?:\bres(?:ult|p|ponse)?|\bdata|\bbody|\bret|\br)(?:\.\w+)*\.(session_key|sessionKey)\b/g))
    found.push({
      kind: 'session-key-on-client',
      masked: one[1]!,
      severe: true,
      why: say('会话密钥被返回给了小程序前端', 'the session key is handed to the client'),
      start: one.index,
    });
  return found.slice(0, 3);
}

function made(kind: ProgramSecret['kind'], value: string, severe: boolean, zh: string, en: string): Found {
  return { kind, masked: `${value.slice(0, 4)}…（${value.length}）`, severe, why: say(zh, en) };
}
const say = (zh: string, en: string): Text => ({ zh, en });
