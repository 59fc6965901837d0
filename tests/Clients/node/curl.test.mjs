// The curl calls of a reader who follows the API reference by hand. curl must be installed.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { assertWhole, baseUri, day, now, token, unique } from './lib/harness.mjs';

const folder = mkdtempSync(join(tmpdir(), 'intercom-curl-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const bearer = ['-H', `Authorization: Bearer ${token}`];
const version = ['-H', 'Intercom-Version: 2.14'];
const accept = ['-H', 'Accept: application/json'];
const json = ['-H', 'Content-Type: application/json'];

/** Runs curl, and returns the status, the content type and the body. */
function curl(method, path, { body, headers = [...bearer, ...version], options = [] } = {}) {
  const target = /^https?:/.test(path) ? path : `${baseUri}/${path}`;
  const all = ['-s', '-S', '--max-time', '30', '-w', '\\n%{http_code} %{content_type}', ...options, ...headers];
  if (method !== 'GET') all.push('-X', method);
  if (body !== undefined) {
    const file = join(folder, `${unique('body')}.json`);
    writeFileSync(file, typeof body === 'string' ? body : JSON.stringify(body));
    all.push(...json, '-d', `@${file}`);
  }
  return new Promise((resolve, reject) => {
    execFile('curl', [...all, target], { maxBuffer: 64 * 1024 * 1024 }, (failure, output) => {
      if (failure?.code === 'ENOENT') reject(new Error('curl was not found. Install curl.'));
      else if (failure) reject(failure);
      else {
        const end = output.lastIndexOf('\n');
        const [status, ...type] = output.slice(end + 1).split(' ');
        const text = output.slice(0, end);
        resolve({ status: Number(status), type: type.join(' '), text, get json() { return JSON.parse(text); } });
      }
    });
  });
}

async function ok(method, path, options) {
  const answer = await curl(method, path, options);
  assert.equal(answer.status, 200, answer.text);
  assert.match(answer.type, /^application\/json/);
  return answer.json;
}

const newContact = (fields = {}) => ok('POST', 'contacts', { body: { email: `${unique('user')}@example.com`, name: 'John Doe', ...fields } });
const newConversation = async () => {
  const contact = await newContact();
  const message = await ok('POST', 'conversations', { body: { from: { type: 'user', id: contact.id }, body: 'Hello' } });
  return { contact, id: message.conversation_id };
};

// The 22 calls of the guide, in its order

test('curl 1: list admins', async () => {
  const list = await ok('GET', 'admins', { headers: [...bearer, ...accept, ...version] });
  assert.ok(list.admins.every((admin) => admin.id && admin.name && admin.email));
});

test('curl 2: create a contact', async () => {
  const email = `${unique('user')}@example.com`;
  const made = await ok('POST', 'contacts', { body: { email, name: 'John Doe', phone: '+1234567890' }, headers: [...bearer, ...accept, ...version] });
  assert.equal(made.email, email);
  assert.equal(made.name, 'John Doe');
  assert.equal(made.phone, '+1234567890');
});

test('curl 2: create a contact with custom attributes', async () => {
  const made = await newContact({ custom_attributes: { plan: 'premium', signup_date: '2024-01-15' } });
  assert.equal(made.custom_attributes.plan, 'premium');
  assert.ok(made.custom_attributes.signup_date);
});

test('curl 3: get a contact', async () => {
  const made = await newContact();
  assert.equal((await ok('GET', `contacts/${made.id}`)).email, made.email);
});

test('curl 4: update a contact with PATCH, as the guide has it', async () => {
  const made = await newContact();
  const changed = await ok('PATCH', `contacts/${made.id}`, { body: { name: 'Jane Doe', custom_attributes: { plan: 'enterprise' } } });
  assert.equal(changed.name, 'Jane Doe');
  assert.equal(changed.custom_attributes.plan, 'enterprise');
});

test('curl 4: update a contact with PUT, as the API describes it', async () => {
  const made = await newContact();
  const changed = await ok('PUT', `contacts/${made.id}`, { body: { name: 'Jane Doe', custom_attributes: { plan: 'enterprise' } } });
  assert.equal(changed.name, 'Jane Doe');
  assert.equal(changed.custom_attributes.plan, 'enterprise');
});

test('curl 5: delete a contact', async () => {
  const made = await newContact();
  assert.equal((await ok('DELETE', `contacts/${made.id}`)).deleted, true);
  assert.equal((await curl('GET', `contacts/${made.id}`)).status, 404);
});

test('curl 6: search contacts', async () => {
  const made = await newContact();
  const found = await ok('POST', 'contacts/search', { body: { query: { field: 'email', operator: '=', value: made.email } } });
  assert.deepEqual(found.data.map((item) => item.id), [made.id]);
});

test('curl 6: search contacts with several filters', async () => {
  const found = await ok('POST', 'contacts/search', {
    body: {
      query: {
        operator: 'AND',
        value: [{ field: 'role', operator: '=', value: 'user' }, { field: 'custom_attributes.plan', operator: '=', value: 'premium' }],
      },
    },
  });
  assert.ok(found.data.length > 0);
  assert.ok(found.data.every((item) => item.role === 'user' && item.custom_attributes.plan === 'premium'));
});

test('curl 7: list conversations, with parameters that this version does not know', async () => {
  const list = await ok('GET', 'conversations?order=desc&sort=updated_at', { headers: [...bearer, ...accept, ...version] });
  assert.equal(list.conversations.length, 20);
  assert.ok(list.conversations.every((item) => item.id && item.state && item.created_at && item.updated_at));
});

test('curl 8: get a conversation', async () => {
  const { id } = await newConversation();
  assert.equal((await ok('GET', `conversations/${id}`)).id, id);
});

test('curl 9: search open conversations', async () => {
  const found = await ok('POST', 'conversations/search', {
    body: { query: { operator: 'AND', value: [{ field: 'state', operator: '=', value: 'open' }] } },
  });
  assert.ok(found.conversations.length > 0);
  assert.ok(found.conversations.every((item) => item.state === 'open'));
});

test('curl 9: search conversations by assignee', async () => {
  const found = await ok('POST', 'conversations/search', {
    body: { query: { field: 'admin_assignee_id', operator: '=', value: '5003' } },
  });
  assert.ok(found.conversations.length > 0);
  assert.ok(found.conversations.every((item) => item.admin_assignee_id === 5003));
});

test('curl 10: reply by /parts, as the guide has it', async () => {
  const { id } = await newConversation();
  const answer = await ok('POST', `conversations/${id}/parts`, {
    body: { message_type: 'comment', type: 'admin', admin_id: '5001', body: 'Thank you for your message. We\'ll help you with this.' },
  });
  assert.match(answer.conversation_parts.conversation_parts.at(-1).body, /Thank you for your message/);
});

test('curl 10: reply by /reply, as the API describes it', async () => {
  const { id } = await newConversation();
  const answer = await ok('POST', `conversations/${id}/reply`, {
    body: { message_type: 'comment', type: 'admin', admin_id: '5001', body: 'Thank you for your message. We\'ll help you with this.' },
  });
  assert.match(answer.conversation_parts.conversation_parts.at(-1).body, /Thank you for your message/);
});

test('curl 11: assign a conversation', async () => {
  const { id } = await newConversation();
  const answer = await ok('POST', `conversations/${id}/parts`, {
    body: { message_type: 'assignment', type: 'admin', admin_id: '5001', assignee_id: '5002' },
  });
  assert.equal(answer.admin_assignee_id, 5002);
});

test('curl 12: close a conversation', async () => {
  const { id } = await newConversation();
  const answer = await ok('POST', `conversations/${id}/parts`, { body: { message_type: 'close', type: 'admin', admin_id: '5001' } });
  assert.equal(answer.state, 'closed');
});

test('curl 13: create a note', async () => {
  const made = await newContact();
  const body = 'Customer is interested in enterprise plan. Follow up next week.';
  const note = await ok('POST', `contacts/${made.id}/notes`, { body: { body } });
  assert.match(note.body, /Follow up next week/);
});

test('curl 14: list tags', async () => {
  const list = await ok('GET', 'tags');
  assert.ok(list.data.every((tag) => tag.id && tag.name));
});

test('curl 15: create a tag', async () => {
  const name = unique('VIP Customer');
  assert.equal((await ok('POST', 'tags', { body: { name } })).name, name);
});

test('curl 16 and 17: tag and untag a contact', async () => {
  const [made, tag] = [await newContact(), await ok('POST', 'tags', { body: { name: unique('Tag') } })];
  assert.equal((await ok('POST', `contacts/${made.id}/tags`, { body: { id: tag.id } })).id, tag.id);
  assert.equal((await ok('DELETE', `contacts/${made.id}/tags/${tag.id}`)).id, tag.id);
  assert.deepEqual((await ok('GET', `contacts/${made.id}/tags`)).data, []);
});

test('curl 18: list articles', async () => {
  const list = await ok('GET', 'articles');
  assert.ok(list.data.every((article) => article.id && article.title && 'url' in article));
});

test('curl 19: get an article', async () => {
  const { data } = await ok('GET', 'articles?per_page=1');
  assert.equal((await ok('GET', `articles/${data[0].id}`)).title, data[0].title);
});

test('curl 20: create a company', async () => {
  const fields = { company_id: unique('acme-corp'), name: 'Acme Corporation', plan: 'enterprise', size: 500, website: 'https://acme.com' };
  const made = await ok('POST', 'companies', { body: fields });
  assert.equal(made.company_id, fields.company_id);
  assert.equal(made.size, 500);
  assert.equal(made.plan.name, 'enterprise');
});

test('curl 21: attach a contact to a company', async () => {
  const [made, company] = [await newContact(), await ok('POST', 'companies', { body: { company_id: unique('acme'), name: 'Acme' } })];
  assert.equal((await ok('POST', `contacts/${made.id}/companies`, { body: { id: company.id } })).id, company.id);
});

test('curl 22: track an event', async () => {
  const made = await newContact({ external_id: unique('user') });
  const answer = await curl('POST', 'events', {
    body: { event_name: 'purchased-plan', created_at: now() - day, user_id: made.external_id, metadata: { plan: 'premium', price: 99 } },
  });
  assert.equal(answer.status, 202);
  assert.equal(answer.text, '');
  const list = await ok('GET', `events?type=user&user_id=${made.external_id}`);
  assert.deepEqual(list.events[0].metadata, { plan: 'premium', price: 99 });
});

test('curl 22: track the event of the guide', async () => {
  const answer = await curl('POST', 'events', {
    body: { event_name: 'purchased-plan', created_at: 1234567890, user_id: 'user-123', metadata: { plan: 'premium', price: 99 } },
  });
  assert.equal(answer.status, 202);
});

test('curl workflow: find an open conversation and reply', async () => {
  const found = await ok('POST', 'conversations/search', { body: { query: { field: 'state', operator: '=', value: 'open' } } });
  const { id } = found.conversations[0];
  const answer = await ok('POST', `conversations/${id}/parts`, {
    body: { message_type: 'comment', type: 'admin', admin_id: '5001', body: 'We\'re looking into this for you.' },
  });
  assert.equal(answer.id, id);
  assert.match(answer.conversation_parts.conversation_parts.at(-1).body, /looking into this/);
});

test('curl workflow: create a contact and add it to a company', async () => {
  const [made, company] = [await newContact({ name: 'New User' }), await ok('POST', 'companies', { body: { company_id: unique('acme') } })];
  await ok('POST', `contacts/${made.id}/companies`, { body: { id: company.id } });
  assert.equal((await ok('GET', `contacts/${made.id}`)).companies.data[0].id, company.id);
});

test('curl: the complex search of the guide', async () => {
  const found = await ok('POST', 'contacts/search', {
    body: {
      query: {
        operator: 'AND',
        value: [
          { field: 'role', operator: '=', value: 'user' },
          { field: 'created_at', operator: '>', value: 1609459200 },
          { field: 'custom_attributes.plan', operator: 'IN', value: ['premium', 'enterprise'] },
        ],
      },
      pagination: { per_page: 50 },
    },
  });
  assert.ok(found.data.length > 0);
  assert.ok(found.data.every((item) => item.role === 'user' && ['premium', 'enterprise'].includes(item.custom_attributes.plan)));
});

// Calls that curl makes in its own way

for (const [action, field, value] of [['archive', 'archived', true], ['unarchive', 'archived', false], ['block', 'blocked', true]]) {
  test(`curl -X POST without a body: ${action} a contact`, async () => {
    const made = await newContact();
    if (action === 'unarchive') await ok('POST', `contacts/${made.id}/archive`, { options: ['-d', ''] });
    const answer = await ok('POST', `contacts/${made.id}/${action}`);
    assert.equal(answer.id, made.id);
    assert.equal(answer[field], value);
  });
}

test('curl -X POST without a body: cancel an export', async () => {
  const job = await ok('POST', 'export/content/data', { body: { created_at_after: now() - day, created_at_before: now() } });
  const answer = await ok('POST', `export/cancel/${job.job_identifier}`);
  assert.equal(answer.status, 'canceled');
});

test('curl -X POST without a body: list companies', async () => {
  const list = await ok('POST', 'companies/list?per_page=2');
  assert.equal(list.data.length, 2);
});

test('curl -X PUT without a body is an empty change', async () => {
  const made = await newContact();
  assert.equal((await ok('PUT', `contacts/${made.id}`)).name, 'John Doe');
});

test('curl -u: the token as the user name', async () => {
  const list = await ok('GET', 'admins', { headers: ['-u', `${token}:`, ...accept] });
  assert.equal(list.type, 'admin.list');
});

test('curl without a token', async () => {
  const answer = await curl('GET', 'admins', { headers: accept });
  assert.equal(answer.status, 401);
  assert.equal(answer.json.errors[0].code, 'unauthorized');
});

test('curl without the header Intercom-Version', async () => {
  assert.equal((await ok('GET', 'me', { headers: bearer })).type, 'admin');
});

test('curl --compressed', async () => {
  assert.equal((await ok('GET', 'admins', { options: ['--compressed'] })).type, 'admin.list');
});

test('curl --http1.0', async () => {
  assert.equal((await ok('GET', 'admins', { options: ['--http1.0'] })).type, 'admin.list');
});

test('curl -I: a head without a body', async () => {
  const answer = await curl('GET', 'admins', { options: ['-I'] });
  assert.ok([200, 404, 405].includes(answer.status));
});

test('curl with chunked transfer encoding', async () => {
  const email = `${unique('chunked')}@example.com`;
  const made = await ok('POST', 'contacts', { body: { email }, options: ['-H', 'Transfer-Encoding: chunked'] });
  assert.equal(made.email, email);
});

test('curl with Expect: 100-continue and a long body', async () => {
  const made = await newContact();
  const body = 'x'.repeat(500_000);
  const note = await ok('POST', `contacts/${made.id}/notes`, { body: { body }, options: ['-H', 'Expect: 100-continue'] });
  assert.ok(note.body.includes(body));
});

test('curl with a body that is not JSON is refused', async () => {
  const answer = await curl('POST', 'contacts', { body: 'this is not JSON' });
  assert.equal(answer.status, 400);
  assert.equal(answer.json.type, 'error.list');
});

test('curl with two addresses uses one connection', async () => {
  const answer = await curl('GET', 'admins', { options: [`${baseUri}/teams`] });
  assert.match(answer.text, /"type":"team.list"/);
  assert.match(answer.text, /"type":"admin.list"/);
});

test('curl follows the pages of conversations', async () => {
  const items = [];
  let after;
  let total;
  do {
    const list = await ok('GET', `conversations?per_page=60${after ? `&starting_after=${encodeURIComponent(after)}` : ''}`);
    items.push(...list.conversations);
    total = list.total_count;
    after = list.pages.next?.starting_after;
  } while (after);
  assertWhole(items, total);
});

test('curl -L: the recording of a call', async () => {
  const { data } = await ok('GET', 'calls');
  const call = data.find((item) => item.recording_url);
  const answer = await curl('GET', `calls/${call.id}/recording`, { options: ['-L'] });
  assert.equal(answer.status, 200, answer.text);
  assert.ok(answer.text.length > 0);
});

test('curl: the transcript of a call is text', async () => {
  const { data } = await ok('GET', 'calls');
  const call = data.find((item) => item.transcription_url);
  const answer = await curl('GET', `calls/${call.id}/transcript`, { headers: [...bearer, ...version] });
  assert.equal(answer.status, 200);
  assert.match(answer.type, /^text\/plain/);
});
