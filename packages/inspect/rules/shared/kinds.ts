import type { TouchpointKind } from '../../capture/capture.ts';

/** Touchpoints a consumer meets on a screen. */
export const SCREENS: readonly TouchpointKind[] = ['web', 'miniprogram', 'app', 'capture'];

/** Screens and texts alone. */
export const SCREENS_AND_TEXTS: readonly TouchpointKind[] = [...SCREENS, 'policy'];
