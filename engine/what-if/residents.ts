import { columnReader, placesIn } from '../fast/columns-of.ts';
import { createGraph, type Graph } from '../fast/graph.ts';
import type { GroundColumn } from '../fast/lower.ts';
import type { NodeRef } from '../fast/node.ts';
import type { Table } from '../table.ts';
import { computed, cutOut } from './cut.ts';

/** Figures of everyone that stay. A node of the graph is what it is computed from: models that share it share its column. */
export interface Residents {
  readonly graph: Graph;
  /** All texts that ever came up, by their numbers. */
  readonly texts: string[];
  /** Rows with a figure that float64s do not count: the reference is to be asked. */
  readonly beyond: ReadonlySet<number>;
  /** The column of the table of that name. */
  given(name: string): GroundColumn;
  /** A column that is made of others of everyone; by its key, which says of which. */
  derived(key: string): number;
  fill(index: number, column: Float64Array): void;
  columnAt(index: number): Float64Array | undefined;
  /** The figures of nodes, by node; those that are not there are computed. */
  columns(refs: readonly NodeRef[]): Float64Array[];
  /** How many were computed so far. */
  computed(): number;
  /** Forgets all figures but those of these nodes, and all derived columns that none of them loads. */
  keep(refs: ReadonlySet<NodeRef>): void;
}

export function residents(table: Table): Residents {
  const rows = table.subjects.length;
  const graph = createGraph();
  const texts: string[] = [];
  const beyond = new Set<number>();
  const places = placesIn(table);
  const read = columnReader(table, texts);
  const numbers = new Map<string, number>();
  const inputs: (Float64Array | undefined)[] = [];
  const derived = new Set<number>();
  const figures = new Map<NodeRef, Float64Array>();
  let count = 0;

  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? inputs.push(undefined) - 1;
    numbers.set(key, number);
    return number;
  };
  const standing = (ref: NodeRef) => {
    const { op, value } = graph.at(ref);
    return op === 'load' ? inputs[value] : figures.get(ref);
  };
  return {
    graph,
    texts,
    beyond,
    given(name) {
      const index = numberOf(name);
      inputs[index] ??= read(name);
      return { index, places: places(name) };
    },
    derived(key) {
      const index = numberOf(key);
      derived.add(index);
      return index;
    },
    fill(index, column) {
      inputs[index] = column;
    },
    columnAt: (index) => inputs[index],
    columns(refs) {
      const absent = [...new Set(refs)].filter((ref) => !figures.has(ref));
      if (absent.length > 0) {
        const made = computed(cutOut(graph.nodes, absent, standing), rows, beyond);
        for (const [index, ref] of absent.entries()) figures.set(ref, made[index]!);
        count += absent.length;
      }
      return refs.map((ref) => figures.get(ref)!);
    },
    computed: () => count,
    keep(refs) {
      for (const ref of figures.keys()) if (!refs.has(ref)) figures.delete(ref);
      const loaded = new Set<number>();
      for (const ref of refs) if (graph.at(ref).op === 'load') loaded.add(graph.at(ref).value);
      for (const index of derived) if (!loaded.has(index)) inputs[index] = undefined;
    },
  };
}
