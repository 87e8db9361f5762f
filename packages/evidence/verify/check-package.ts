import { PATHS, type Statement } from '../seal/format.ts';
import { fingerprint } from '../sign/keys.ts';
import { checkDataPackageDigest } from '../wacz/data-package.ts';
import type { Bundle } from './bundle.ts';
import { broken, type Check, passed } from './check.ts';

interface Resource {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

const checkResources = (bundle: Bundle, resources: readonly Resource[]): Check[] => {
  const listed = new Map(resources.map((resource) => [resource.path, resource]));
  const checks: Check[] = [];
  for (const { path, hash, bytes } of resources) {
    const found = bundle.digests.get(path);
    if (!found)
      checks.push(
        broken('package', 'missing-member', path, `数据包清单中的文件不见了：${path}`, `Listed in datapackage.json but missing: ${path}`),
      );
    else if (hash !== `sha256:${found.sha256}` || bytes !== found.bytes)
      checks.push(broken('package', 'changed-member', path, `与数据包清单不符：${path}`, `Does not match datapackage.json: ${path}`));
  }
  for (const name of bundle.members.keys())
    if (!listed.has(name) && name !== PATHS.datapackage && name !== PATHS.digest)
      checks.push(broken('package', 'unlisted-member', name, `数据包清单里没有的文件：${name}`, `Not listed in datapackage.json: ${name}`));
  if (listed.size !== resources.length)
    checks.push(broken('package', 'listed-twice', PATHS.datapackage, '数据包清单有重复的文件', 'datapackage.json lists a file twice.'));
  return checks;
};

/** WACZ 1.1.1: `datapackage.json` describes every member, `datapackage-digest.json` signs it. */
export const checkPackage = async (bundle: Bundle, statement: Statement | null): Promise<Check[]> => {
  try {
    const descriptor = await bundle.read(PATHS.datapackage);
    const verdict = checkDataPackageDigest((await bundle.read(PATHS.digest)).toString('utf8'), descriptor);
    const checks: Check[] = [];
    if (!verdict.ok) {
      const subject = verdict.fault === 'hash' ? PATHS.datapackage : PATHS.digest;
      const fault = verdict.fault === 'hash' ? 'changed-datapackage' : verdict.fault === 'form' ? 'digest-form' : 'bad-signature';
      checks.push(
        broken(
          'package',
          fault,
          subject,
          `数据包清单的签名不成立：${subject}`,
          `The signature of the data package fails: ${subject} (${verdict.detail})`,
        ),
      );
    } else if (!statement?.keys.some((key) => key.algorithm === 'ecdsa-p384' && key.fingerprint === fingerprint(verdict.publicKey))) {
      const print = fingerprint(verdict.publicKey);
      checks.push(
        broken(
          'package',
          'unknown-key',
          print,
          `数据包由封存声明之外的密钥签名，指纹 ${print}`,
          `The data package is signed by a key the statement does not name: ${print}`,
        ),
      );
    }
    const { resources } = JSON.parse(descriptor.toString('utf8')) as { resources: Resource[] };
    checks.push(...checkResources(bundle, resources));
    return checks.length > 0
      ? checks
      : [passed('package', '数据包清单与全部文件相符，签名成立', 'The data package matches every member and its signature holds.')];
  } catch (error) {
    return [broken('package', 'malformed', PATHS.datapackage, '数据包清单读不出来', `The data package cannot be read: ${String(error)}`)];
  }
};
