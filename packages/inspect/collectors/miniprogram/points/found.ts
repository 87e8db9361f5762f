import type { PiCategory } from '@liangjian/law';
import type { Answer } from '../../../facts/fact.ts';
import type { Node } from '../model/ast.ts';
import type { Element } from '../model/elements.ts';
import type { CollectingPoint, Place } from '../model/program-model.ts';
import type { Fn, Guard } from '../model/script.ts';

/** A collecting point before it is known how it is reached and what consent there is. */
export interface FoundPoint {
  readonly by: CollectingPoint['by'];
  readonly name: string;
  readonly pi: readonly PiCategory[];
  readonly place: Place;
  /** Key of the file's page or component. */
  readonly owner: string;
  /** The control in a template or JSX; null for a call. */
  readonly element: Element | null;
  /** The function that the call is in; null for a control. */
  readonly fn: Fn | null;
  readonly call: Node | null;
  readonly guards: readonly Guard[];
  readonly label: string;
  readonly reason: string | null;
  readonly subject: CollectingPoint['subject'];
  readonly required: Answer;
  readonly status: CollectingPoint['status'];
  readonly privacyKey: string | null;
  readonly requiredPrivateInfo: string | null;
  readonly scope: string | null;
}
