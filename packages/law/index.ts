export * from './pi-category.ts';
export * from './requirement.ts';
export * from './text.ts';
export * from './requirements/index.ts';
export * from './citable.ts';
export * from './hook.ts';
export * from './instrument.ts';
export * from './instruments/index.ts';
export * from './pi-categories.data.ts';
export * from './pi-categories.ts';
export * from './scene.ts';
export * from './scenes.data.ts';
export * from './scenes.ts';
export type { ErrorEntry } from './error-entry.ts';
export * from './errors.data.ts';
export * from './happenings.data.ts';
export * from './errors.ts';
export * from './policy-elements.data.ts';
export * from './necessity.data.ts';
export type { NecessityEntry } from './necessity-entry.ts';
export * from './necessity.ts';
export * from './penalties.data.ts';
export * from './penalty.ts';
export * from './penalty-routes.data.ts';
export * from './penalty-routes.ts';
export * from './violation-kinds.data.ts';
export * from './app-method.data.ts';
export * from './districts.data.ts';
export * from './districts.ts';
export * from './sources.data.ts';
export * from './validate.ts';
export * from './docs/requirements-page.ts';
export * from './app-types.data.ts';
export * from './duty-tiers.data.ts';
export * from './standards.data.ts';
export type { Calendar, Coverage, DayAnswer, DayKind } from './calendar/calendar.ts';
export {
  chinaCalendar,
  coverageOf,
  dayAnswer,
  extendCalendar,
  extensionFaults,
  firstChange,
  isWorkingDay,
  worksOn,
} from './calendar/calendar.ts';
export * from './calendar/civil-date.ts';
export * from './calendar/count.ts';
export { type CalendarNotice, noticeFaults } from './calendar/notice.ts';
export * from './clocks/clock.ts';
export { type ClockChoice, clockFor } from './clocks/clock-for.ts';
export * from './clocks/clocks.data.ts';
export * from './clocks/due.ts';
export { chineseDay, type Step } from './clocks/explain.ts';
export type { Extension } from './clocks/extensions.ts';
export * from './clocks/instant.ts';
export type { Pause } from './clocks/pauses.ts';
export * from './clocks/status-on.ts';
export { touchedBy } from './clocks/touched-by.ts';
export { clockFaults } from './clocks/validate-clocks.ts';
export * from './campaign/campaign.ts';
export { campaignFaults, sceneOf } from './campaign/campaign-faults.ts';
export { campaigns } from './campaign/campaigns.ts';
export * from './complaint-grounds.data.ts';
export * from './clocks/events.data.ts';
