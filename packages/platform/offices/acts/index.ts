export { moveOfficer, setRoles, setState } from './change-officer.ts';
export { invite } from './invite.ts';
export { recuse } from './recuse.ts';
