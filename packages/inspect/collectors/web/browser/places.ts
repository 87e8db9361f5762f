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
    /** Waits for room; the function it gives returns so many places, or all that are still held; what is not held is not returned twice. */
    async take(wanted: number): Promise<(places?: number) => void> {
      await new Promise<void>((enter) => {
        line.push({ wanted, enter });
        admit();
      });
      let held = wanted;
      return (places = held) => {
        const given = Math.min(places, held);
        if (given <= 0) return;
        held -= given;
        taken -= given;
        admit();
      };
    },
  };
}
