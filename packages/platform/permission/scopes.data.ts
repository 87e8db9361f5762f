/** How a row of a table belongs to somebody: what a reach is measured against. */
export type Scope =
  /** Has `office` and `district`; `recusal` names columns whose values an officer may be recused from; `clearance` a column. */
  | {
      readonly kind: 'placed';
      readonly office: string;
      readonly district: string;
      readonly recusal?: readonly string[];
      readonly clearance?: string;
    }
  /** Seen by whoever sees the row it belongs to. */
  | { readonly kind: 'of'; readonly parent: string; readonly key: string }
  /** Both ends see it. */
  | { readonly kind: 'between'; readonly from: string; readonly to: string; readonly parent: string; readonly key: string }
  /** Belongs to an office only. */
  | { readonly kind: 'office'; readonly office: string }
  /** Belongs to a person. */
  | { readonly kind: 'person'; readonly actor: string; readonly officer?: true }
  /** Of a parent once there is one; until then of whoever holds the form. */
  | { readonly kind: 'draft'; readonly draft: string; readonly parent: string; readonly key: string }
  /** The receipt itself. */
  | { readonly kind: 'receipt'; readonly lookup: string }
  /** The same for everybody who may see it at all. */
  | { readonly kind: 'shared' };

const ofTip = (key = 'tip'): Scope => ({ kind: 'of', parent: 'app.tip', key });
const shared: Scope = { kind: 'shared' };

/** Every table there is. A table that is missing here fails the migration, so that none is ever left open. */
export const scopes: Readonly<Record<string, Scope>> = {
  'app.office': shared,
  'app.officer': { kind: 'office', office: 'office' },
  'app.officer_role': { kind: 'of', parent: 'app.officer', key: 'officer' },
  'app.credential': { kind: 'person', actor: 'officer', officer: true },
  'app.session': { kind: 'person', actor: 'officer', officer: true },
  'app.recusal': { kind: 'of', parent: 'app.officer', key: 'officer' },
  'app.act_once': { kind: 'person', actor: 'actor' },
  'app.campaign': shared,
  'app.campaign_phase': shared,
  'app.campaign_scene': shared,
  'app.campaign_focus': shared,
  'app.campaign_office': shared,
  'app.campaign_target': shared,
  'app.operator': shared,
  'app.operator_alias': shared,
  'app.shop': shared,
  'app.touchpoint': shared,
  'app.tip': { kind: 'placed', office: 'office', district: 'district', recusal: ['id', 'operator'], clearance: 'clearance' },
  'app.tip_event': ofTip(),
  'app.tip_link': ofTip('one'),
  'app.clock': { kind: 'placed', office: 'office', district: 'district', recusal: ['tip'] },
  'app.calendar_notice': shared,
  'app.routing_rule': shared,
  'app.transfer': { kind: 'between', from: 'from_office', to: 'to_office', parent: 'app.tip', key: 'tip' },
  'app.message': ofTip(),
  'app.saved_filter': { kind: 'person', actor: 'officer' },
  'app.import_map': { kind: 'office', office: 'office' },
  'app.import_batch': { kind: 'office', office: 'office' },
  'app.import_row': { kind: 'of', parent: 'app.import_batch', key: 'batch' },
  'vault.key': shared,
  'vault.tip_key': ofTip(),
  'vault.tip_body': ofTip(),
  'vault.identity': ofTip(),
  'vault.receipt': { kind: 'receipt', lookup: 'lookup' },
  'vault.attachment': { kind: 'draft', draft: 'draft', parent: 'app.tip', key: 'tip' },
  'vault.opening_request': ofTip(),
  'vault.opening_view': ofTip(),
  'audit.entry': { kind: 'placed', office: 'office', district: 'district' },
  'audit.head': shared,
  'audit.root': shared,
};
