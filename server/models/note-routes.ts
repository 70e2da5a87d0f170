import { can } from '../../engine/access/can.ts';
import type { Issue, ModelNoteView, NewModelNote } from '../../schemas/index.ts';
import { pageOf } from '../api/page-of.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { addNote, notesOf, noteViews } from './notes.ts';
import { mayRead } from './routes.ts';
import { modelVersion } from './versions.ts';
import { parseVersionId } from './version-id.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

/** Comments on versions, and reviews of what is in force. */
export function noteRoutes({ store }: Services): Route[] {
  const versionOf = async (id: string) => {
    const parsed = parseVersionId(id);
    return parsed === undefined ? undefined : modelVersion(store, parsed.key, parsed.version);
  };
  return [
    defineRoute<never, ModelNoteView[]>({
      method: 'GET',
      path: '/model-notes',
      summary: 'What was said of a version, the first first',
      allow: { action: 'read', resource: 'model' },
      list: { filters: { version: 'one' }, required: ['version'], sorts: ['id'] },
      answer: { listOf: 'models#note' },
      refuses: [404],
      async handle({ list, caller }) {
        const version = await versionOf(String(list.filter['version']));
        if (version === undefined || !mayRead(caller, version)) return refuse(404, issue('request.notFound'));
        // What is said of a draft is for those who work on it and who are heard about it.
        const isOpen = can(caller, 'comment', 'model') || can(caller, 'read', 'audit');
        const notes = isOpen ? await notesOf(store, version.key, version.version) : [];
        return pageOf(await noteViews(store, notes), { ...list, filter: {} });
      },
    }),
    defineRoute<NewModelNote, ModelNoteView>({
      method: 'POST',
      path: '/model-versions/:id/notes',
      summary: 'Comment a version or a part of it, or say that it was reviewed',
      allow: { action: 'comment', resource: 'model' },
      body: 'models#newNote',
      answer: 'models#note',
      refuses: [403, 404, 409],
      async handle({ params, body, caller, change }) {
        const version = await versionOf(params['id'] ?? '');
        if (version === undefined || !mayRead(caller, version)) return refuse(404, issue('request.notFound'));
        if (body.reviewed !== undefined && !can(caller, 'review', 'model')) {
          return refuse(403, issue('access.denied'));
        }
        if (body.reviewed !== undefined && version.state !== 'published') {
          return refuse(409, { ...issue('model.otherState'), params: { state: version.state } });
        }
        const made = await addNote(store, version, body, change(body.text));
        const [view] = await noteViews(store, [made]);
        return { body: view! };
      },
    }),
  ];
}
