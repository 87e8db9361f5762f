/** A text for people: Chinese first, English complete. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
