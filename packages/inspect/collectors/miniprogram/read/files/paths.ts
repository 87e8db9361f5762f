/** The folder of a path; `` for a name at the root. */
export const folderOf = (path: string): string => {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
};

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const join = (folder: string, path: string): string => (folder === '' ? path : path === '' ? folder : `${folder}/${path}`);

/** True when `path` is `folder` or lies in it; the empty folder holds everything. */
export const isIn = (path: string, folder: string): boolean => folder === '' || path === folder || path.startsWith(`${folder}/`);

/** What is left of `path` below `folder`. */
export const below = (path: string, folder: string): string => (folder === '' ? path : path.slice(folder.length + 1));

/** Resolves how a file refers to another one: `/a/b` from the root of the program, `./x`, `../x`, and bare `x` from its own folder. */
export function resolve(from: string, reference: string): string {
  const parts = reference.startsWith('/') ? [] : folderOf(from).split('/').filter(Boolean);
  for (const part of reference.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
