/** The public face: see `ARCHITECTURE.md`. */
export {};
