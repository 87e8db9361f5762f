/** Longest name that a package may give a file. */
const LONGEST = 1024;

/**
 * The path a stored name stands for, or null when the name tries to leave the container: `..`, backslash, drive letter, NUL.
 * Leading slashes and `./` are dropped: packages write `/app-config.json`.
 */
export function safePath(name: string): string | null {
  if (name.length > LONGEST || /[\\\0]/.test(name) || /^[A-Za-z]:/.test(name)) {
    return null;
  }
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..')) return null;
  return parts.join('/');
}
