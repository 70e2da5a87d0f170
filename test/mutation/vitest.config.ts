import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What is run against each mutant, the quick ones first: a mutant is gone with the first test that fails. */
const files = [
  'number/number',
  'whole/whole',
  'unchecked',
  'scoring',
  'evaluate',
  'ranking',
  'between',
  'pay',
  'worked-cases',
  'check/bad-models',
  'check/scoring-direction',
  'condition/record-filter',
  'condition/json-rules-engine',
  'certificate/certify',
  'oracle-agreement',
  'fast/back-ends',
  'inputs',
].map((name) => `test/engine/${name}.test.ts`);

class QuickFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => files.findIndex((file) => moduleId.endsWith(file));
    return specifications.toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: files,
    // Nothing that a test leaves behind in a module is asked by another: they need no world of their own each.
    isolate: false,
    env: { MERITSCALE_CAMPAIGN: 'short' },
    testTimeout: 60_000,
    sequence: { sequencer: QuickFirst },
  },
});
