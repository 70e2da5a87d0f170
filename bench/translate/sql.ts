import { calculationOf } from './calculation.ts';
import type { Model } from '../../schemas/index.ts';
import { namesIn, type Assignment, type Expression } from './expression.ts';

const signs = { add: '+', sub: '-', mul: '*', div: '/', less: '<', atMost: '<=', equal: '=' } as const;

function sql(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return `${expression.value}::double`;
    case 'text':
      return `'${expression.value}'`;
    case 'name':
      return expression.name;
    case 'binary': {
      const [left, right] = [sql(expression.left), sql(expression.right)];
      if (expression.op === 'min') return `least(${left}, ${right})`;
      if (expression.op === 'max') return `greatest(${left}, ${right})`;
      return `(${left} ${signs[expression.op]} ${right})`;
    }
    case 'abs':
      return `abs(${sql(expression.operand)})`;
    case 'round':
      return expression.places === 4
        ? `(floor(round(${sql(expression.operand)} * 1e9::double) / 1e5::double + 0.5::double) / 1e4::double)`
        : `(floor(round(${sql(expression.operand)} * 1e6::double) / 1e4::double + 0.5::double) / 1e2::double)`;
    case 'in':
      return `${sql(expression.operand)} in (${expression.texts.map((text) => `'${text}'`).join(', ')})`;
    case 'and':
    case 'or':
      return `(${expression.parts.map(sql).join(` ${expression.kind} `)})`;
    case 'not':
      return `(not (${sql(expression.operand)}))`;
    case 'choose':
      return `(case when ${sql(expression.when)} then ${sql(expression.taken)} else ${sql(expression.otherwise)} end)`;
  }
}

/** One query for a model: nested, so that what is computed once is read by those above it. */
export function sqlQuery(model: Model, table: string, wanted: readonly string[]): string {
  const { figures, rules } = calculationOf(model);
  const levels = levelsOf([...figures, ...rules]);
  return levels.reduce(
    (source, level, index) =>
      `select ${index === levels.length - 1 ? '' : '*, '}${[
        ...(index === levels.length - 1
          ? wanted.filter((name) => !level.some((assignment) => assignment.name === name))
          : []),
        ...level.map(({ name, expression }) => `${sql(expression)} as ${name}`),
      ].join(', ')} from ${index === 0 ? source : `(${source})`}`,
    table,
  );
}

/** Assignments by how many others stand under them. */
function levelsOf(assignments: readonly Assignment[]): Assignment[][] {
  const depths = new Map<string, number>();
  const levels: Assignment[][] = [];
  for (const assignment of assignments) {
    const under = namesIn(assignment.expression).map((name) => depths.get(name) ?? -1);
    const depth = Math.max(-1, ...under) + 1;
    depths.set(assignment.name, depth);
    (levels[depth] ??= []).push(assignment);
  }
  return levels;
}
