import type { ProgramConfig } from '../../program.ts';
import { placeOf } from '../text/lines.ts';

/** A configuration while it is put together: the same as `ProgramConfig`, still open. */
export interface ConfigBuilder {
  readonly pages: { path: string; subpackage: string | null; title: string | null }[];
  entry: string | null;
  readonly tabBar: string[];
  readonly components: Map<string, Map<string, string>>;
  readonly plugins: { alias: string; provider: string }[];
  readonly permission: Map<string, string>;
  readonly requiredPrivateInfos: string[];
  readonly requiredBackgroundModes: string[];
  usePrivacyCheck: boolean | null;
  readonly navigateTo: string[];
  readonly places: Map<string, { file: string; line: number }>;
  appId: string | null;
}

export const newConfig = (): ConfigBuilder => ({
  pages: [],
  entry: null,
  tabBar: [],
  components: new Map(),
  plugins: [],
  permission: new Map(),
  requiredPrivateInfos: [],
  requiredBackgroundModes: [],
  usePrivacyCheck: null,
  navigateTo: [],
  places: new Map(),
  appId: null,
});

/** A text with the path by which findings name it. */
export interface ConfigSource {
  readonly path: string;
  readonly text: string;
}

/** Notes where a declaration stands; the first place wins. */
export function notePlace(config: ConfigBuilder, key: string, source: ConfigSource, offset: number): void {
  if (!config.places.has(key)) {
    config.places.set(key, { file: source.path, line: placeOf(source.text, offset, source).line });
  }
}

export function finishConfig({ appId: _appId, ...config }: ConfigBuilder): ProgramConfig {
  return { ...config, entry: config.entry ?? config.pages[0]?.path ?? null };
}
