import { extensionOf, ROLES } from '../files/file-kinds.data.ts';
import { OTHER_PRODUCT } from '../source/assign-files.ts';

/** Whether a file of a folder can matter: readable sources, packages, and the marks of other products. */
export const isWanted = (name: string): boolean =>
  ROLES.has(extensionOf(name)) ||
  OTHER_PRODUCT.has(name) ||
  /\.(?:wxapkg|amr|tar)$/i.test(name) ||
  name === 'index.html' ||
  name === 'page-frame.html';
