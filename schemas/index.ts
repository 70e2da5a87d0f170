/** The documents' types and validators, all generated from the JSON Schemas in this folder. */
export type * from './generated/types.ts';
export * from './generated/validators.js';
export type { SchemaError, Validator } from './generated/validators.js';
