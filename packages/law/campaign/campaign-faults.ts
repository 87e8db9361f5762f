import { isCivilDate } from '../calendar/civil-date.ts';
import type { Scene } from '../scene.ts';
import { findScene } from '../scenes.ts';
import { sources } from '../sources.data.ts';
import type { Text } from '../text.ts';
import type { Campaign } from './campaign.ts';

/** What is wrong with a campaign, in words for the person who enters it; empty when it can be used. Shapes are checked before. */
export function campaignFaults(campaign: Campaign): readonly Text[] {
  const faults: Text[] = [];
  const fault = (zh: string, en: string): void => {
    faults.push({ zh, en });
  };
  const known = new Set(campaign.scenes.map(({ code }) => code));
  const span = (what: Text, from: string | null, to: string | null): void => {
    for (const day of [from, to])
      if (day !== null && !isCivilDate(day)) fault(`${what.zh}：“${day}”不是有效日期。`, `${what.en}: “${day}” is not a calendar day.`);
    if (from !== null && to !== null && to < from) fault(`${what.zh}：结束早于开始。`, `${what.en}: it ends before it begins.`);
  };
  span(campaign.name, campaign.from, campaign.to);
  if (campaign.years.length === 0 || !campaign.years.includes(Number(campaign.from.slice(0, 4))))
    fault('年份应当包括开始之日所在的年份。', 'The years must include that of the first day.');
  if (campaign.scenes.length === 0) fault('至少要有一个场景。', 'It needs at least one scene.');
  if (known.size !== campaign.scenes.length) fault('同一场景列了两次。', 'A scene stands twice.');
  for (const { code, from, to } of campaign.scenes) {
    if (sceneOf(campaign, code) === undefined) fault(`没有场景“${code}”。`, `There is no scene “${code}”.`);
    span({ zh: `场景${code}`, en: `scene ${code}` }, from, to);
  }
  for (const own of campaign.ownScenes) {
    if (findScene(own.code) !== undefined) fault(`场景代码“${own.code}”已被使用。`, `The scene code “${own.code}” is taken.`);
    if (own.extends !== null && findScene(own.extends) === undefined)
      fault(`场景“${own.code}”所属的“${own.extends}”不存在。`, `The scene “${own.extends}” behind “${own.code}” does not exist.`);
  }
  for (const phase of campaign.phases) span(phase.label, phase.from, phase.to);
  for (const [label, scenes] of [
    ...campaign.phases.map(({ label, scenes }) => [label, scenes] as const),
    ...campaign.offices.map(({ name, scenes }) => [name, scenes] as const),
    ...campaign.numbers.map(({ label, scenes }) => [label, scenes] as const),
  ])
    for (const code of scenes)
      if (!known.has(code))
        fault(`“${label.zh}”所列场景“${code}”不在本次行动内。`, `“${label.en}” names scene “${code}”, which is not in this campaign.`);
  if (!campaign.offices.some(({ role }) => role === 'leads')) fault('至少要有一个牵头单位。', 'At least one office must lead.');
  for (const { value, label } of campaign.numbers)
    if (!Number.isFinite(value) || value < 0) fault(`“${label.zh}”的数值无效。`, `The number of “${label.en}” is not valid.`);
  const grounds = [campaign, ...campaign.scenes, ...campaign.phases, ...campaign.focus, ...campaign.offices, ...campaign.numbers];
  for (const source of new Set(grounds.flatMap((row) => row.source ?? [])))
    if (!sources.some(({ key }) => key === source)) fault(`没有来源“${source}”。`, `There is no source “${source}”.`);
  return faults;
}

/** A scene by code, the campaign's own included; undefined when there is none. */
export function sceneOf(campaign: Pick<Campaign, 'ownScenes'>, code: string): Scene | undefined {
  return findScene(code) ?? campaign.ownScenes.find((one) => one.code === code);
}
