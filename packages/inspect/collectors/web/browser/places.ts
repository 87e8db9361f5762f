/** Room for a number of things at once; who asks for more than is free waits in line. */
export function openPlaces(all: number) {
  let taken = 0;
  const line: { readonly wanted: number; readonly enter: () => void }[] = [];

  function admit(): void {
    // One that wants more than there is at all gets in alone rather than never.
    for (let first = line[0]; first && (taken === 0 || taken + first.wanted <= all); first = line[0]) {
      line.shift();
      taken += first.wanted;
      first.enter();
    }
  }

  return {
    /** Waits for room; the function it gives leaves again, and does nothing the second time. */
    async take(wanted: number): Promise<() => void> {
      await new Promise<void>((enter) => {
        line.push({ wanted, enter });
        admit();
      });
      let inside = true;
      return () => {
        if (!inside) return;
        inside = false;
        taken -= wanted;
        admit();
      };
    },
  };
}
