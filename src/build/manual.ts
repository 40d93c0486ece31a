import type * as v from 'valibot';

export interface Entry {
  key: string;
  description: string;
  optional: boolean;
}

interface Described {
  type: string;
  pipe?: readonly { type: string; description?: string }[];
}

/** The keys of a schema with their descriptions, for the manual. */
export function manual(schema: { entries: Record<string, v.GenericSchema> }): Entry[] {
  return Object.entries(schema.entries).map(([key, entry]) => {
    const { type, pipe = [] } = entry as Described;
    const description = pipe.find((part) => part.type === 'description')?.description ?? '';
    return { key, description, optional: type === 'optional' };
  });
}
