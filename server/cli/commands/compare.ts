import {
  compareVersions,
  editsIn,
  isMoved,
  sharesOfEdits,
  type Program,
  type Shares,
  type Table,
  type VersionMovementOf,
} from '../../../engine/index.ts';
import { formatFixed } from '../../../engine/number/decimal.ts';
import { powerOfTen } from '../../../engine/number/rational.ts';
import type { Issue, Result } from '../../../schemas/index.ts';
import { readArgs, report, required, stopped, type Command } from '../command.ts';
import { exit } from '../io.ts';
import { loadModel } from '../load-model.ts';
import { loadSubjects } from '../load-subjects.ts';

/** Judges the subjects of a file by two models: what differs, whom it moves, what it costs. */
export const compareCommand: Command = {
  name: 'compare',
  usage: 'compare BEFORE AFTER --subjects FILE(.csv|.json|.ndjson) [--shares]',
  async run(args, io) {
    const options = { subjects: { type: 'string' }, shares: { type: 'boolean' } } as const;
    const { positionals, values } = readArgs(this, args, options, 2);
    const subjects = required(this, values.subjects);
    const sides: { program: Program; table: Table }[] = [];
    const known = new Set<string>();
    for (const path of positionals) {
      const loaded = await loadModel(path);
      if ('issues' in loaded) return report(io, loaded.issues);
      const { table, issues } = await loadSubjects(subjects, loaded.program);
      if (
        stopped(
          io,
          issues.filter((issue) => isNew(known, issue)),
        )
      )
        return exit.findings;
      sides.push({ program: loaded.program, table });
    }
    const [before, after] = sides.map(({ program, table }) => ({ model: program.model, table }));
    const compared = compareVersions(before!, after!);
    const { common, movements, matrix, cost } = compared;
    const shares =
      values.shares === true
        ? sharesNow({ ...before!, table: common.before }, { ...after!, table: common.after })
        : undefined;
    const moved = movements.filter(isMoved);
    const moving = (move: VersionMovementOf['move']) => moved.filter((one) => one.move === move).length;
    io.out(
      JSON.stringify({
        before: sides[0]!.program.hash,
        after: sides[1]!.program.hash,
        subjects: movements.length,
        moved: moved.length,
        up: moving('up'),
        down: moving('down'),
        matrix,
        ...(cost && { cost }),
        ...(shares && {
          method: shares.method,
          edits: shares.hybrids.edits.map(({ id, changes }) => ({
            id,
            changes: changes.map(({ pointer, before: from, after: to }) => ({
              pointer,
              before: from,
              after: to,
            })),
          })),
        }),
      }),
    );
    const rows = new Map(common.before.subjects.map((subject, row) => [subject, row]));
    for (const { subject, team, before: from, after: to, move, delta, payDelta } of moved) {
      const row = rows.get(subject);
      io.out(
        JSON.stringify({
          subject,
          team,
          before: short(from),
          after: short(to),
          move,
          delta,
          ...(payDelta !== null && { payDelta }),
          ...(shares && row !== undefined && sharesOf(shares, row)),
        }),
      );
    }
    return exit.ok;
  },
};

/** What both models find remarkable about the file is said once. */
function isNew(known: Set<string>, issue: Issue): boolean {
  const text = JSON.stringify(issue);
  if (known.has(text)) return false;
  known.add(text);
  return true;
}

function sharesNow(...sides: Parameters<typeof sharesOfEdits>): Shares {
  const steps = sharesOfEdits(...sides);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function short(result: Result | null) {
  return result === null
    ? null
    : {
        composite: result.composite,
        grade: result.grade,
        ...(result.pay !== undefined && { pay: result.pay.total }),
      };
}

/** By edit; they add up to delta. flip: the fewest edits that alone give the new grade. */
function sharesOf(shares: Shares, row: number) {
  const own = shares.of(row);
  const flip = shares.flipOf(row);
  const d = powerOfTen(shares.places);
  return {
    shares:
      own === undefined
        ? null
        : Object.fromEntries(
            shares.hybrids.edits.map(({ id }, edit) => [
              id,
              formatFixed({ n: own[edit]!, d }, shares.places),
            ]),
          ),
    ...(flip !== undefined && { flip: editsIn(shares.hybrids, flip).map(({ id }) => id) }),
  };
}
