import { createHash } from 'node:crypto';
import type { FarSide } from './far-side.ts';
import { type Asked, allow, jsonBody, NotAllowed, type Served, serve } from './server.ts';

type Status = 'subscribed' | 'unsubscribed' | 'cleaned' | 'pending' | 'transactional' | 'archived';
type Member = { email: string; contact: string; status: Status; changed: number };

export const settings = { key: 'a-key-us6', secret: 'a-signing-secret' };

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

const statuses = ['subscribed', 'unsubscribed', 'cleaned', 'pending', 'transactional'];

const fields = [
  'email_address',
  'email_type',
  'status_if_new',
  'status',
  'merge_fields',
  'interests',
  'language',
  'vip',
  'location',
  'marketing_permissions',
  'ip_signup',
  'timestamp_signup',
  'ip_opt',
  'timestamp_opt',
  'tags',
];

const problem = (status: number, title: string): Response =>
  Response.json({ type: 'about:blank', title, status, detail: '', instance: '' }, { status });

/**
 * Stands in for Mailchimp's Marketing API 3.0: a `status` overwrites whatever stands, `PUT` without `status_if_new`
 * is refused, someone who was deleted for good is never taken again, and times are of whole seconds with a zone.
 */
export const mailchimpServer = (clock: () => number): Served & FarSide => {
  const lists = new Map<string, Map<string, Member>>([
    ['aaa111', new Map()],
    ['bbb222', new Map()],
  ]);
  const gone = new Set<string>();
  let contacts = 0;

  const shown = (list: string, { email, contact, status, changed }: Member) => ({
    id: md5(email),
    email_address: email,
    unique_email_id: 'u',
    contact_id: contact,
    full_name: '',
    status,
    merge_fields: {},
    interests: {},
    list_id: list,
    last_changed: new Date(Math.floor(changed / 1000) * 1000)
      .toISOString()
      .replace('.000Z', '+00:00'),
  });

  const memberOf = (list: string, key: string): Member | undefined => {
    const members = lists.get(list);
    return [...(members?.values() ?? [])].find(
      ({ email, contact }) => key === md5(email) || key === contact,
    );
  };

  const make = (list: string, email: string, status: Status): Member => {
    contacts += 1;
    const member = { email, contact: `c${contacts}`, status, changed: clock() };
    lists.get(list)?.set(email, member);
    return member;
  };

  /** Writes the status that a body names, whatever stands; an address that bounced is not subscribed again. */
  const overwrite = (list: string, member: Member, status: unknown): Response => {
    if (status !== undefined) {
      allow(statuses.includes(String(status)), `no status ${status}`);
      if (member.status === 'cleaned' && status === 'subscribed')
        return problem(400, 'Member In Compliance State');
      member.status = status as Status;
      member.changed = clock();
    }
    return Response.json(shown(list, member));
  };

  const put = (asked: Asked, list: string, key: string): Response => {
    const body = jsonBody(asked, fields);
    allow(typeof body.email_address === 'string', 'email_address is required');
    allow(statuses.includes(String(body.status_if_new)), 'status_if_new is required');
    const email = String(body.email_address).toLowerCase();
    allow(key === md5(email), 'the hash is that of the lower-case address');
    if (gone.has(`${list} ${email}`)) return problem(400, 'Forgotten Email Not Subscribed');
    const member = memberOf(list, key);
    if (!member) return Response.json(shown(list, make(list, email, body.status_if_new as Status)));
    if (member.status === 'archived') member.status = body.status_if_new as Status;
    return overwrite(list, member, body.status);
  };

  const patch = (asked: Asked, list: string, key: string): Response => {
    const body = jsonBody(asked, fields);
    const member = memberOf(list, key);
    if (!member || member.status === 'archived') return problem(404, 'Resource Not Found');
    return overwrite(list, member, body.status);
  };

  const page = ({ url }: Asked, list: string): Response => {
    const count = Number(url.searchParams.get('count') ?? 10);
    const offset = Number(url.searchParams.get('offset') ?? 0);
    allow(count <= 1000, 'count is at most 1000');
    const members = [...(lists.get(list)?.values() ?? [])].filter(
      ({ status }) => status !== 'archived',
    );
    return Response.json({
      members: members.slice(offset, offset + count).map((one) => shown(list, one)),
      list_id: list,
      total_items: members.length,
    });
  };

  const served = serve((asked) => {
    if (asked.headers.get('Authorization') !== `Basic ${btoa('samtykke:a-key-us6')}`)
      return problem(401, 'API Key Invalid');
    allow(asked.url.host === 'us6.api.mailchimp.com', 'the data centre is that of the key');
    const [, version, root, list = '', members, key = '', actions, action] = asked.path.split('/');
    allow(version === '3.0' && root === 'lists', asked.path);
    if (list === '')
      return Response.json({
        lists: [...lists.keys()].map((id) => ({ id, name: `Audience ${id}` })),
        total_items: lists.size,
      });
    if (!lists.has(list)) return problem(404, 'Resource Not Found');
    allow(members === 'members', asked.path);
    const member = memberOf(list, key);
    switch (`${asked.method}${key === '' ? '' : ' one'}${action ? ` ${actions}/${action}` : ''}`) {
      case 'GET':
        return page(asked, list);
      case 'GET one':
        return member ? Response.json(shown(list, member)) : problem(404, 'Resource Not Found');
      case 'PUT one':
        return put(asked, list, key);
      case 'PATCH one':
        return patch(asked, list, key);
      case 'POST one actions/delete-permanent':
        if (!member) return problem(404, 'Resource Not Found');
        lists.get(list)?.delete(member.email);
        gone.add(`${list} ${member.email}`);
        return new Response(null, { status: 204 });
      default:
        throw new NotAllowed(`${asked.method} ${asked.path}`);
    }
  });

  const choose = (email: string, list: string, status: Status) => {
    const member = memberOf(list, md5(email)) ?? make(list, email, status);
    member.status = status;
    member.changed = clock();
  };

  return Object.assign(served, {
    targets: ['aaa111', 'bbb222'],
    state: (email: string, target: string) => {
      switch (memberOf(target, md5(email))?.status) {
        case 'subscribed':
          return 'on' as const;
        case 'unsubscribed':
          return 'off' as const;
        case 'pending':
          return 'pending' as const;
        default:
          return 'absent' as const;
      }
    },
    choose: (email: string, target: string, says: 'yes' | 'no') =>
      choose(email, target, says === 'yes' ? 'subscribed' : 'unsubscribed'),
    block: null,
    bounce: (email: string) => {
      for (const list of lists.keys())
        if (memberOf(list, md5(email))) choose(email, list, 'cleaned');
    },
    has: (email: string) =>
      [...lists.keys()].some((list) => memberOf(list, md5(email)) !== undefined),
    readings: [],
  });
};
