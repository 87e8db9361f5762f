import { type Analysis, isOwn } from '../model/analysis.ts';
import { bare, nameOf, pathOf, valueIn } from '../model/ast.ts';
import { everyElement } from '../model/elements.ts';
import { placeIn } from '../model/place.ts';
import type { ProgramEndpoint, ThirdPartyUse } from '../model/program-model.ts';
import { THIRD_PARTIES } from './third-party.data.ts';

const IMPORT = /(?:from\s*|require\(\s*|import\s*\(?\s*)['"]([^'"\n]+)['"]/g;

/** A text in which no kit is named needs no look at its imports. Anchors fall away: a name at a beginning is a name anywhere. */
const KIT = new RegExp(THIRD_PARTIES.flatMap(({ file }) => (file ? [file.source.replaceAll(/\(\^\|\\\/\)|\$/g, '')] : [])).join('|'), 'i');

/** Who else is in the program: kits that own code uses, hosts, plugins, pages of others, other mini-programs. */
export function thirdPartiesOf(analysis: Analysis, endpoints: readonly ProgramEndpoint[]): ThirdPartyUse[] {
  const found = new Map<string, ThirdPartyUse>();
  const add = (one: ThirdPartyUse): void => {
    const id = `${one.kind}:${one.name}`;
    if (!found.has(id)) found.set(id, one);
  };
  const { program } = analysis;
  for (const file of program.files) {
    if (!isOwn(file) || (file.role !== 'script' && file.role !== 'typescript')) continue;
    const text = file.text;
    if (!KIT.test(text)) continue;
    for (const one of text.matchAll(IMPORT)) {
      const kit = THIRD_PARTIES.find((party) => party.file?.test(one[1]!));
      const line = text.slice(text.lastIndexOf('\n', one.index) + 1, one.index);
      if (kit && !/^\s*(\/\/|\*)/.test(line))
        add({
          kind: 'sdk',
          name: kit.name,
          company: kit.company || null,
          purpose: kit.purpose,
          place: placeIn(file, one.index),
          used: 'yes',
        });
    }
  }
  for (const endpoint of endpoints) {
    const host = endpoint.host.replace(/:\d+$/, '');
    const party = THIRD_PARTIES.find((one) => one.host?.test(host));
    add({
      kind: 'host',
      name: host,
      company: party?.company || null,
      purpose: party?.purpose ?? null,
      place: endpoint.place,
      used: endpoint.use === 'unknown' ? 'unknown' : 'yes',
    });
  }
  const config = program.files.find((file) => /(^|\/)(app\.json|pages\.json|manifest\.json|app-config\.json)$/.test(file.inProgram));
  for (const plugin of program.config.plugins) {
    const place = program.config.places.get(`plugins.${plugin.alias}`) ?? program.config.places.get('plugins');
    const at = place
      ? { file: place.file, line: place.line, column: 1, artefact: config?.artefact ?? '', quote: plugin.provider }
      : config
        ? placeIn(config, Math.max(0, config.text.indexOf(plugin.provider)))
        : null;
    if (at) add({ kind: 'plugin', name: plugin.provider, company: null, purpose: plugin.alias, place: at, used: 'unknown' });
  }
  for (const top of analysis.elements.values()) {
    for (const element of everyElement(top)) {
      const tag = element.tag.toLowerCase();
      if (tag === 'web-view' || tag === 'webview') {
        const src = element.attributes.get('src');
        const address = src && typeof src.text === 'string' ? src.text : '';
        add({
          kind: 'web-view',
          name: address.slice(0, 200),
          company: null,
          purpose: null,
          place: placeIn(element.file, element.start),
          used: 'yes',
        });
      } else if (tag === 'navigator' && element.attributes.has('appid')) {
        add({
          kind: 'mini-program',
          name: String(element.attributes.get('appid')?.text ?? ''),
          company: null,
          purpose: null,
          place: placeIn(element.file, element.start),
          used: 'yes',
        });
      } else if (tag === 'official-account') {
        add({
          kind: 'host',
          name: 'official-account',
          company: null,
          purpose: '关注公众号',
          place: placeIn(element.file, element.start),
          used: 'yes',
        });
      }
    }
  }
  for (const script of analysis.world.parsed.values()) {
    if (!script || !isOwn(script.file)) continue;
    for (const call of script.calls) {
      if (!/(^|\.)(navigateToMiniProgram|openEmbeddedMiniProgram)$/.test(pathOf(call.callee) ?? '')) continue;
      const id = nameOf(valueIn(bare(call.args[0]), 'appId')) ?? '';
      add({ kind: 'mini-program', name: id, company: null, purpose: null, place: placeIn(script.file, call.node.start), used: 'yes' });
    }
  }
  return [...found.values()];
}
