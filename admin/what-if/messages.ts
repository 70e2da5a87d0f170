import type { Model, WhatIfFigures } from '../../schemas/index.ts';
import type { Judged, Sensitivity } from './judged.ts';

/** What the page asks of the worker. */
export type Asked =
  | { readonly kind: 'open'; readonly model: Model; readonly figures: WhatIfFigures }
  | { readonly kind: 'change'; readonly at: number; readonly model: Model }
  | { readonly kind: 'sensitivity'; readonly model: Model };

/** What the worker says. */
export type Told =
  | { readonly kind: 'opened' }
  | {
      readonly kind: 'judged';
      /** When the edit was made, as the page told. */
      readonly at: number;
      /** How long judging took, in milliseconds. */
      readonly took: number;
      /** Undefined: the model has an error. */
      readonly judged: Judged | undefined;
    }
  | { readonly kind: 'sensitivity'; readonly sensitivity: readonly Sensitivity[] };
