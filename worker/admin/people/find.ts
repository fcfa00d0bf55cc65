import type { PeopleFilter, PeoplePage } from '../../contract/search.ts';
import { searchPeople } from '../../people/search.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';

/** Finds people by a filter, and records what was searched for; what was typed of an address is left out. */
export const findPeople = async (
  caller: Caller,
  filter: PeopleFilter,
  after: string,
  limit: number,
): Promise<PeoplePage> => {
  const { email: _, text: __, ...asked } = filter;
  const [page] = await Promise.all([
    searchPeople(caller.db, filter, after, limit),
    audit(caller, { act: 'people.search', object: 'people', after: asked }).run(),
  ]);
  return page;
};
