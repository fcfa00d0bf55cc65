import { z } from 'zod';

/** How the text of a file is written in bytes. */
export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
export type Encoding = z.infer<typeof Encoding>;

/** How a file was read. */
export const ReadAs = z
  .object({
    encoding: Encoding.nullable().meta({ description: 'Null for a workbook (.xlsx).' }),
    separator: z
      .string()
      .max(1)
      .nullable()
      .meta({ description: 'What stands between the cells of a row; null for a workbook.' }),
  })
  .meta({ id: 'ReadAs', examples: [{ encoding: 'windows-1252', separator: ';' }] });
export type ReadAs = z.infer<typeof ReadAs>;
