/** From a tip to a decision: see `ARCHITECTURE.md`. */
export {};
