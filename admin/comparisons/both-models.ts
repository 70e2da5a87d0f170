import type { Model, MovementSideView } from '../../schemas/index.ts';
import type { RunModels } from '../runs/use-run-models.ts';

/** The models of the two runs. */
export interface BothModels {
  readonly before: RunModels;
  readonly after: RunModels;
}

/** The grades of both runs' models from the best to the worst: the later ones' order, then what only was before. */
export function gradeOrder({ before, after }: BothModels): string[] {
  const idsOf = ({ documents }: RunModels) =>
    [...documents.values()].flatMap((model: Model) => model.grades.map(({ id }) => id));
  return [...new Set([...idsOf(after), ...idsOf(before)])];
}

/** What a grade is called in whichever of the models has it. */
export function gradeName(models: BothModels, id: string): string {
  for (const side of [models.after, models.before]) {
    for (const key of side.documents.keys()) {
      const { name, rank } = side.gradeOf(key, id);
      if (rank >= 0) return name;
    }
  }
  return id;
}

/** The model that judged somebody in one of the runs. */
export function modelOf(models: RunModels, side: MovementSideView | null): Model | undefined {
  return side === null ? undefined : models.documents.get(side.model);
}
