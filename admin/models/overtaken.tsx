import { fill } from '../../locales/index.ts';
import type { Model, ModelVersionView } from '../../schemas/index.ts';
import { useFormat } from '../texts/use-format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { MergeView } from './lifecycle/merge-view.tsx';
import { texts } from './lifecycle/texts.ts';

interface Props {
  /** What stood there when somebody began to type. */
  readonly before: Model;
  /** What stands there now. */
  readonly version: ModelVersionView;
  readonly mine: Model;
  readonly onTheirs: () => void;
  readonly onMerged: (document: Model) => void;
}

/** Somebody else saved the same draft: who, what they changed, what is typed here, and both brought together. */
export function Overtaken({ before, version, mine, onTheirs, onMerged }: Props) {
  const t = useTexts(texts);
  const { instant } = useFormat();
  const { changedBy, changedAt, document } = version;
  return (
    <MergeView
      what={fill(t.overtaken, { name: changedBy?.name ?? '–', at: instant(changedAt) })}
      theyChanged={t.theyChanged}
      base={before}
      theirs={document}
      mine={mine}
      onMerged={onMerged}
      onTheirs={onTheirs}
    />
  );
}
