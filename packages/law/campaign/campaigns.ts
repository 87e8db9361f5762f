import type { Campaign } from './campaign.ts';
import { round2023 } from './round-2023.data.ts';
import { round2024 } from './round-2024.data.ts';
import { round2025 } from './round-2025.data.ts';

/**
 * The rounds that are known. No text names a round of 2026, so none is shipped; an office makes its own by form or file.
 * Totals of the rounds and any targets were never published: `numbers` holds published results only.
 */
export const campaigns: readonly Campaign[] = [round2023, round2024, round2025];
