// Versions 3 to 5 share their client. They authenticate with HTTP Basic, with the token as the user name.
import { createRequire } from 'node:module';
import { baseUri, token, unique } from './harness.mjs';

const load = createRequire(import.meta.url);

function connect(name, how = { tokenAuth: { token } }, headers = {}) {
  const { Client } = load(name);
  return new Client(how).useRequestOpts({ baseURL: baseUri, headers });
}

export function legacy(major, version) {
  const name = `intercom${major}`;
  return { major, version, client: connect(name), connect: (how, headers) => connect(name, how, headers) };
}

export function maker(client) {
  const contact = (fields = {}) => client.contacts.createUser({ email: `${unique('ann')}@example.com`, ...fields });
  const lead = (fields = {}) => client.contacts.createLead({ name: unique('Lead'), ...fields });
  const company = (fields = {}) => client.companies.create({ companyId: unique('company'), name: unique('Company'), ...fields });
  const tag = () => client.tags.create({ name: unique('Tag') });
  const conversation = async () => {
    const from = await contact();
    const message = await client.conversations.create({ userId: from.id, body: 'Hello there' });
    return { contact: from, message, id: message.conversation_id };
  };
  return { contact, lead, company, tag, conversation };
}

/** Reads all pages of a numbered list. */
export async function numbered(read) {
  const items = [];
  for (let page = 1; page < 1000; page += 1) {
    const list = await read(page);
    const got = list.data ?? list.companies;
    if (got.length === 0) return items;
    items.push(...got);
  }
  throw new Error('The list does not end.');
}

/** Reads all pages of a list with a cursor. */
export async function byCursor(read, key) {
  const items = [];
  let after;
  for (let page = 1; page < 1000; page += 1) {
    const list = await read(after);
    items.push(...list[key]);
    after = list.pages.next?.starting_after;
    if (!after) return items;
  }
  throw new Error('The list does not end.');
}
