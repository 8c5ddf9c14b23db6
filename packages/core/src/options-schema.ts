import type { z } from 'zod';

/**
 * The declaration of a selector's or cost model's options: an object schema whose properties are kebab-case, described,
 * and plain JSON. From this one declaration come validation, error texts, command-line help and documentation tables.
 */
export type OptionsSchema<Options> = z.ZodType<Options, any>;

/**
 * What the value of an option is, beyond its type, for those who run a selector and have to act on it:
 *
 * - `metric`: the name of a score column of the data;
 * - `file`: a JSON document, which a command line takes as the name of a file;
 * - `selector`: another selector, by name or as `{ selector, options }`.
 */
export type OptionRole = 'metric' | 'file' | 'selector';
