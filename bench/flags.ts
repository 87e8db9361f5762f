/** Flags of `web.md` §2.1 for floor and peers; all names of the bench are served at one loopback port. */
export const browserFlags = (port: number): string[] => [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP *.test 127.0.0.1:${port}`,
];
