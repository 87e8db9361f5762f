import { join } from 'node:path';
import { artefactPath } from '../store/store.ts';
import type { Located } from '../wacz/archive.ts';
import type { LoadedCapture } from './capture.ts';
import { PATHS } from './format.ts';
import type { Item } from './item.ts';
import { itemOf, type Member, onDisk } from './member.ts';

/** Artefacts go into the archive once; only what is not there becomes a file of its own. */
export const artefactItems = async (dir: string, capture: LoadedCapture, located: ReadonlyMap<string, Located>) => {
  const members: Member[] = [];
  const bodies: Item[] = [];
  for (const artefact of capture.artefacts.values()) {
    const file = join(dir, artefactPath(artefact.sha256));
    const place = located.get(artefact.sha256);
    const member = await onDisk(`liangjian/${artefactPath(artefact.sha256)}`, file, artefact.mediaType, artefact.role);
    if (member.digests.sha256 !== artefact.sha256) throw new Error(`the artefact ${artefact.sha256} was changed in the capture folder`);
    if (!place) members.push(member);
    else
      bodies.push({
        ...itemOf(member),
        path: artefactPath(artefact.sha256),
        kind: 'body',
        in: { member: PATHS.archive, offset: place.offset, length: place.length, url: place.url },
      });
  }
  return { members, bodies };
};
