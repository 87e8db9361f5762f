import type { Leaf } from './leaves.ts';

const compact = (key: string): string =>
  (
    key
      .split(/[.[\]]+/)
      .filter(Boolean)
      .at(-1) ?? key
  ).toLowerCase();

/** Names under which pages and SDKs keep who a visitor or a device is. */
const NAMED =
  /^(?:_*(?:ga|gid|gcl_au|fbp|fbc|clck|clsk|hjsessionuser.*|ttp|uetvid|scid)|um_distinctid|cnzzdata.*|hmaccount.*|baiduid.*|bidupsid|.*distinct_?id|.*(?:visitor|anonymous|device|client|browser|machine|cookie|installation|track(?:ing)?|fingerprint|finger)[_-]?(?:id|uid|uuid|no|code|token)?|_*(?:u|g|d|c|v|b|t|p|x)u?id|uuid|guid|uin|openudid|did|fp|fpid|smid|.*_fp|gr_user_id|gr_session_id_.*|sa_?id|tdid|td_id|user_?(?:id|uid|unique_id)|web_?id|ssid|ttwid|__utm[ab]|_pk_id.*|ajs_anonymous_id|mp_.*_mixpanel|amp_.*|qd_uid|cid|buvid\d?|udid|utdid|cna|aplus_.*id|zg_.*id|51uuid|__51vuid.*|__51uvsct.*|sensorsdata.*)$/;

/** Names of things that are long and random yet say nothing about a visitor beyond the visit. */
const TRANSIENT =
  /csrf|xsrf|nonce|sign(?:ature)?$|timestamp|^t$|^ts$|^_$|callback|jsonp|token$|^sid$|sess(?:ion)?[_-]?(?:id)?$|jsessionid|phpsessid|asp\.net|laravel_session|connect\.sid|trace|span|request[_-]?id|reqid|version|^v$|hash|build|etag|appkey|app_?key|appid|app_?id|siteid|site_?id|shop_?id|store_?id|table_?id|page_?id|goods|sku|item_?id|order|^key$|^ak$|verify/;

/** Is the value long and mixed enough to single out a browser? By form, not by dictionary; never on the edge of chance for real ids. */
export function looksRandom(value: string): boolean {
  if (value.length < 10 || value.length > 400 || /\s/.test(value) || /^https?:/i.test(value) || /^\d{4}-\d\d-\d\d/.test(value))
    return false;
  if (/^\d+$/.test(value)) return value.length >= 15;
  return /\d/.test(value) && new Set(value).size >= 5;
}

/** A value kept under a visitor's or device's name that could single out a browser. */
export function isIdentifier({ key, value }: Leaf): boolean {
  const name = compact(key);
  return NAMED.test(name) && !TRANSIENT.test(name) && looksRandom(value);
}

/** Name alone says: this is about one visit or one request, not about a visitor. */
export const isTransientName = (key: string): boolean => TRANSIENT.test(compact(key));

/** Names of fingerprints: the same machine gives the same value to every new visitor, so that equality clears nothing. */
export const isFingerprintName = (key: string): boolean =>
  /finger|^_?fp(?:id)?$|_fp$|visitor_?id|canvas|smid|black_?box/.test(compact(key));
