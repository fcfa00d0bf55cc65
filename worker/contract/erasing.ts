import { z } from 'zod';

/** Why a person is erased. It decides whether their address goes on the suppression list. */
export const ErasureReason = z.enum(['request', 'imported-by-mistake', 'retention', 'other']).meta({
  id: 'ErasureReason',
  description:
    'Why a person is erased. `imported-by-mistake` keeps the address off the suppression list, unless the person had said no to something.',
});
export type ErasureReason = z.infer<typeof ErasureReason>;
