export { changed, found } from './changed.ts';
export { type Act, type Call, type Command, defineCommand } from './define-command.ts';
