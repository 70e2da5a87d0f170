import type { Model } from '../../schemas/index.ts';
import { actionName, calculationOf, gradeRuleName, scoreName, valueName } from './calculation.ts';
import { namesIn, type Assignment, type Expression } from './expression.ts';

const signs = { add: '+', sub: '-', mul: '*', div: '/', less: '<', atMost: '<=', equal: '===' } as const;

/** @param read how a name is read. */
export function javascript(expression: Expression, read: (name: string) => string): string {
  const inner = (part: Expression) => javascript(part, read);
  switch (expression.kind) {
    case 'number':
    case 'text':
      return JSON.stringify(expression.value);
    case 'name':
      return read(expression.name);
    case 'binary': {
      const { op, left, right } = expression;
      if (op === 'min' || op === 'max') return `Math.${op}(${inner(left)}, ${inner(right)})`;
      return `(${inner(left)} ${signs[op]} ${inner(right)})`;
    }
    case 'abs':
      return `Math.abs(${inner(expression.operand)})`;
    case 'round':
      return `round${expression.places}(${inner(expression.operand)})`;
    case 'in':
      return `(${expression.texts.map((text) => `${inner(expression.operand)} === ${JSON.stringify(text)}`).join(' || ')})`;
    case 'and':
    case 'or':
      return `(${expression.parts.map(inner).join(expression.kind === 'and' ? ' && ' : ' || ')})`;
    case 'not':
      return `!${inner(expression.operand)}`;
    case 'choose':
      return `(${inner(expression.when)} ? ${inner(expression.taken)} : ${inner(expression.otherwise)})`;
  }
}

/**
 * A module as one would write it by hand for this one model: `judge` returns a result object; `figures` the metrics,
 * the composite and the grade of the bands, for engines that know rules only; `metrics` one function a metric, and
 * `composite` and `band`, for engines that know computed facts.
 */
export function javascriptModule(model: Model): string {
  const { figures, rules } = calculationOf(model);
  const assigned = new Set([...figures, ...rules].map(({ name }) => name));
  const read = (name: string) => (assigned.has(name) ? name : `facts.${name}`);
  const lines = (assignments: readonly Assignment[]) =>
    assignments.map(({ name, expression }) => `  const ${name} = ${javascript(expression, read)};`);
  const grade = (model.gradeRules ?? []).toSorted((a, b) => (b.priority ?? 1) - (a.priority ?? 1));
  const metricsObject = model.metrics.map(
    ({ id }) => `${id}: { value: ${valueName(id)}, score: ${scoreName(id)} }`,
  );
  const results = model.metrics.map(
    ({ id, weight }) =>
      `${id}: { value: ${valueName(id)}, score: ${scoreName(id)}, weighted: ${scoreName(id)} * ${Number(weight)} / 100 }`,
  );
  const byName = new Map(figures.map((assignment) => [assignment.name, assignment]));
  const metric = ({ id }: Model['metrics'][number]) => {
    const value = byName.get(valueName(id))!;
    const names = [...new Set(namesIn(value.expression))];
    const body = lines([value, byName.get(scoreName(id))!]).join('\n');
    return `  ${id}: { of: ${JSON.stringify(names)}, compute(facts) {\n${body}\n  return { value: ${valueName(id)}, score: ${scoreName(id)} };\n  } },`;
  };
  const own = (name: string) => javascript(byName.get(name)!.expression, (of) => of);
  return [
    'const round4 = (x) => Math.floor(Math.round(x * 1e9) / 1e5 + 0.5) / 1e4;',
    'const round2 = (x) => Math.floor(Math.round(x * 1e6) / 1e4 + 0.5) / 1e2;',
    'export function judge(subject, facts) {',
    ...lines(figures),
    ...lines(rules.filter(({ name }) => !name.startsWith('action_'))),
    `  const gradeRule = ${grade.map(({ id }) => `${gradeRuleName(id)} ? ${JSON.stringify(id)} : `).join('')}null;`,
    '  const actions = [];',
    ...(model.actions ?? []).map(({ id, event, priority = 1 }) => {
      const { expression } = rules.find(({ name }) => name === actionName(id))!;
      const action = { rule: id, type: event.type, params: event.params ?? {}, priority };
      return `  if (${javascript(expression, read)}) actions.push(${JSON.stringify(action)});`;
    }),
    `  return { subject, composite, grade, gradeRule, metrics: { ${results.join(', ')} }, actions };`,
    '}',
    'export function figures(facts) {',
    ...lines(figures),
    `  return { ${metricsObject.join(', ')}, composite, band_grade };`,
    '}',
    'export const metrics = {',
    ...model.metrics.map(metric),
    '};',
    `export function composite(${model.metrics.map(({ id }) => scoreName(id)).join(', ')}) {`,
    `  return ${own('composite')};`,
    '}',
    `export function band(composite) { return ${own('band_grade')}; }`,
    '',
  ].join('\n');
}
