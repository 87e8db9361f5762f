import type { PiCategory } from '@liangjian/law';
import type { Answer, Box, ChoiceRole, PolicyDocument, PromptRole, Purpose } from '../facts/fact.ts';

/** What the surface model reads off one surface. Every entry names its node so that a finding can be drawn on the picture. */
export interface SurfaceReading {
  readonly prompts: readonly PromptReading[];
  readonly ticks: readonly TickReading[];
  readonly fields: readonly FieldReading[];
  readonly links: readonly LinkReading[];
  /** Everything a consumer could press, outside prompts too, strongest first. */
  readonly controls: readonly ControlReading[];
  /** PI shown on the screen by pattern. */
  readonly displays: readonly { readonly node: number; readonly category: PiCategory; readonly masked: Answer; readonly sample: string }[];
  /** Pictures that cover much of the view and may carry text nobody could read without recognition. */
  readonly pictures: readonly { readonly node: number; readonly box: Box; readonly source: string; readonly overlay: boolean }[];
  readonly text: string;
}

export interface PromptReading {
  readonly node: number;
  readonly role: PromptRole;
  /** 0–1; below the house's line the role is `unknown`. */
  readonly confidence: number;
  readonly why: readonly string[];
  readonly text: string;
  readonly box: Box;
  /** Presses on the page behind do not reach it. */
  readonly blocking: boolean;
  readonly rendered: 'text' | 'image';
  readonly purposes: readonly Purpose[];
  readonly choices: readonly ChoiceReading[];
  readonly ticks: readonly number[];
  readonly links: readonly number[];
  /** Identity of the prompt across surfaces of one visit (role and normalised text, no volatile parts). */
  readonly key: string;
}

export interface ChoiceReading {
  readonly node: number;
  readonly role: ChoiceRole;
  readonly text: string;
  readonly shape: 'button' | 'link' | 'icon' | 'image' | 'text';
  readonly weight: 'strongest' | 'equal' | 'weaker' | 'hidden';
  readonly fontSize: number;
  readonly contrast: number | null;
  readonly area: number;
  readonly box: Box;
}

export interface TickReading {
  readonly node: number;
  /** Where to press to change it. */
  readonly press: number;
  readonly consent: Answer;
  readonly state: 'ticked' | 'clear' | 'unknown';
  readonly means: 'native' | 'aria' | 'class' | 'image' | 'pseudo' | 'text';
  readonly label: string;
  readonly purposes: readonly Purpose[];
  readonly box: Box | null;
}

export interface FieldReading {
  readonly node: number;
  readonly control: string;
  readonly name: string;
  readonly label: string;
  readonly categories: readonly PiCategory[];
  readonly required: Answer;
  readonly requiredBy: 'attribute' | 'mark' | 'words' | null;
  readonly markedOptional: boolean;
  readonly purposeText: string | null;
  readonly subject: 'self' | 'child' | 'third-person';
  /** Heading or button text of the group of fields it belongs to. */
  readonly form: string;
  readonly submitsTo: string | null;
  readonly box: Box | null;
}

export interface LinkReading {
  readonly node: number;
  readonly document: PolicyDocument;
  readonly text: string;
  /** Absolute address; null when only a script knows the way, or nothing leads there (`dead`). */
  readonly href: string | null;
  /** Named on the page, but nothing there opens it. */
  readonly dead: boolean;
  readonly where: 'prompt' | 'form' | 'footer' | 'menu' | 'page';
  readonly fontSize: number;
  readonly contrast: number | null;
  readonly box: Box | null;
}

/** What pressing a control is for, by its words. `dangerous` ones are never pressed (submit, pay, get a code, call, …). */
export interface ControlReading {
  readonly node: number;
  readonly text: string;
  readonly box: Box;
  readonly dangerous: boolean;
  readonly role: 'forward' | 'back' | 'member' | 'login' | 'account' | 'document' | 'dangerous' | 'choice' | 'other';
}
