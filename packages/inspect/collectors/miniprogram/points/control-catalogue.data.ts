import type { PiCategory } from '@liangjian/law';

export interface ControlEntry {
  readonly pi: readonly PiCategory[];
  readonly key: string | null;
  readonly status: 'live' | 'abolished' | 'information';
}

/** `open-type` values that hand something over, in lower case: the case differs between frameworks. */
export const OPEN_TYPES: ReadonlyMap<string, ControlEntry> = new Map<string, ControlEntry>([
  ['getphonenumber', { pi: ['phone'], key: 'PhoneNumber', status: 'live' }],
  ['getrealtimephonenumber', { pi: ['phone'], key: 'PhoneNumber', status: 'live' }],
  ['chooseavatar', { pi: ['nickname-avatar'], key: 'UserInfo', status: 'live' }],
  ['getuserinfo', { pi: ['nickname-avatar'], key: 'UserInfo', status: 'abolished' }],
  ['getuserprofile', { pi: ['nickname-avatar'], key: 'UserInfo', status: 'abolished' }],
  ['chooseaddress', { pi: ['address', 'name', 'phone'], key: 'Address', status: 'live' }],
  ['chooseinvoicetitle', { pi: ['name', 'other'], key: 'Invoice', status: 'live' }],
  ['getauthorize', { pi: ['nickname-avatar'], key: 'UserInfo', status: 'live' }],
  ['contact', { pi: ['platform-id'], key: null, status: 'information' }],
  ['getidcardinfo', { pi: ['name', 'id-number'], key: null, status: 'live' }],
  ['realnameauth', { pi: ['name', 'id-number'], key: null, status: 'live' }],
]);

/** What the `scope` beside Alipay's `getAuthorize` asks for. */
export const AUTHORIZE_SCOPES: ReadonlyMap<string, readonly PiCategory[]> = new Map<string, readonly PiCategory[]>([
  ['phonenumber', ['phone']],
  ['userinfo', ['nickname-avatar']],
  ['location', ['location-precise']],
  ['aliaddress', ['address', 'name', 'phone']],
  ['alipaysports', ['motion']],
  ['album', ['photos']],
  ['camera', ['camera']],
  ['audiorecord', ['microphone']],
]);

/** Components that collect by being there. */
export const COMPONENTS: ReadonlyMap<string, ControlEntry & { readonly scope: string | null }> = new Map([
  ['camera', { pi: ['camera'], key: 'Camera', status: 'live', scope: 'scope.camera' }],
  ['live-pusher', { pi: ['camera', 'microphone'], key: 'Camera', status: 'live', scope: 'scope.camera' }],
  ['livepusher', { pi: ['camera', 'microphone'], key: 'Camera', status: 'live', scope: 'scope.camera' }],
  ['voip-room', { pi: ['camera', 'microphone'], key: 'Camera', status: 'live', scope: 'scope.camera' }],
  ['open-data', { pi: ['nickname-avatar'], key: 'UserInfo', status: 'abolished', scope: null }],
]);
