import type { z } from 'zod';

/** A schema for every member of a type and no other, so that a member that is added later is not forgotten. */
export type Members<Type> = Record<keyof Type, z.ZodType>;
