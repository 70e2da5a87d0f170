import type { Resource } from '../../engine/access/policy.ts';
import type { AuditEntryView } from '../../schemas/index.ts';

/** Where in the admin a record can be seen, and what one must be able to read for that; undefined where nowhere. */
export function addressOf({
  resource,
  record,
}: Pick<AuditEntryView, 'resource' | 'record'>):
  | { readonly to: string; readonly needs: Resource }
  | undefined {
  const id = encodeURIComponent(record);
  switch (resource) {
    case 'account':
      return { to: `/accounts/${id}`, needs: 'account' };
    case 'model':
      return { to: `/models/${encodeURIComponent(modelVersionOf(record).key)}/show`, needs: 'model' };
    case 'record':
      return { to: `/records/${id}`, needs: 'record' };
    case 'run':
      return { to: `/runs/${id}`, needs: 'run' };
    case 'dataset':
      return { to: `/datasets/${id}/show`, needs: 'dataset' };
    case 'team':
      return { to: '/teams', needs: 'team' };
    default:
      return undefined;
  }
}

/** The key and the number of a model version such as "mature@3". */
export function modelVersionOf(record: string): { readonly key: string; readonly version: string } {
  const at = record.lastIndexOf('@');
  return at < 0 ? { key: record, version: '' } : { key: record.slice(0, at), version: record.slice(at + 1) };
}

/** The dataset and the key of a record such as "deals~D-1024". */
export function datasetKeyOf(record: string): { readonly dataset: string; readonly key: string } {
  const [dataset = '', ...key] = record.split('~');
  return { dataset, key: key.join('~') };
}
