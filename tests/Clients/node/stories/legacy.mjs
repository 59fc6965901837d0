// The stories of versions 3 to 5.
import assert from 'node:assert/strict';
import { assertWhole, baseUri, day, now, refused, token, unique } from '../lib/harness.mjs';
import { byCursor, maker, numbered } from '../lib/legacy.mjs';

const admin = '5001';

export function stories(story, sdk) {
  const { client } = sdk;
  const make = maker(client);
  const parts = (conversation) => conversation.conversation_parts.conversation_parts;
  const last = (conversation) => parts(conversation).at(-1);

  // Connection

  for (const [title, how] of [
    ['tokenAuth', { tokenAuth: { token } }],
    ['apiKeyAuth, with the token as app id', { apiKeyAuth: { appId: token, appApiKey: '' } }],
    ['usernameAuth, with the token as user name', { usernameAuth: { username: token, password: '' } }],
  ]) {
    story(`connection: HTTP Basic by ${title}`, async () => {
      const list = await sdk.connect(how).admins.list();
      assert.equal(list.type, 'admin.list');
    });
  }

  story('connection: ping', async () => {
    assert.equal((await client.ping()).type, 'admin.list');
  });

  story('connection: an invalid token is refused with 401', async () => {
    await refused(() => sdk.connect({ tokenAuth: { token: 'invalid' } }).admins.list(), 401, 'unauthorized');
  });

  story('connection: a version by header', async () => {
    const list = await sdk.connect({ tokenAuth: { token } }, { 'Intercom-Version': '2.14' }).admins.list();
    assert.equal(list.type, 'admin.list');
    await refused(() => sdk.connect({ tokenAuth: { token } }, { 'Intercom-Version': '99.9' }).admins.list(), 400, 'intercom_version_invalid');
  });

  // Contacts

  story('contact: create a user, read, update', async () => {
    const name = unique('Ann');
    const made = await client.contacts.createUser({
      externalId: name, email: `${name}@example.com`, phone: '+353871234567', name, avatar: 'https://example.com/a.png',
      signedUpAt: now() - 10 * day, lastSeenAt: now() - day, ownerId: 5001, isUnsubscribedFromEmails: true,
      customAttributes: { plan: 'premium' },
    });
    assert.equal(made.type, 'contact');
    assert.equal(made.role, 'user');
    assert.equal(made.external_id, name);
    assert.equal(made.name, name);
    assert.equal(made.unsubscribed_from_emails, true);
    assert.deepEqual(made.custom_attributes, { plan: 'premium' });
    assert.deepEqual(await client.contacts.find({ id: made.id }), made);
    const changed = await client.contacts.update({ id: made.id, name: 'After', customAttributes: { seats: 3 } });
    assert.equal(changed.name, 'After');
    assert.equal(changed.email, made.email);
    assert.deepEqual(changed.custom_attributes, { plan: 'premium', seats: 3 });
  });

  story('contact: create a lead', async () => {
    const made = await client.contacts.createLead({ name: 'Lena', phone: '+353874444444' });
    assert.equal(made.role, 'lead');
    assert.equal(made.name, 'Lena');
  });

  story('contact: a duplicate is refused with 409', async () => {
    const made = await make.contact();
    const error = await refused(() => client.contacts.createUser({ email: made.email }), 409, 'conflict');
    assert.match(error.message, new RegExp(made.id));
  });

  story('contact: delete', async () => {
    const made = await make.contact();
    const answer = await client.contacts.delete({ id: made.id });
    assert.equal(answer.id, made.id);
    assert.equal(answer.deleted, true);
    await refused(() => client.contacts.find({ id: made.id }), 404, 'not_found');
  });

  story('contact: archive and unarchive', async () => {
    const made = await make.contact();
    assert.equal((await client.contacts.archive({ id: made.id })).archived, true);
    assert.equal((await client.contacts.unarchive({ id: made.id })).archived, false);
  });

  story('contact: list reads every page', async () => {
    const first = await client.contacts.list({ perPage: 60 });
    assert.equal(first.data.length, 60);
    const all = await byCursor((after) => client.contacts.list({ perPage: 60, startingAfter: after }), 'data');
    assertWhole(all, first.total_count);
  });

  story('contact: nextPage of the list', async () => {
    const first = await client.contacts.list({ perPage: 5 });
    const second = await client.nextPage(first.pages);
    assert.equal(second.data.length, 5);
    assert.equal(second.pages.page, 2);
  });

  story('contact: search reads every page', async () => {
    const prefix = unique('Many');
    for (let i = 0; i < 5; i += 1) await make.contact({ name: `${prefix} ${i}` });
    const read = (after) => client.contacts.search({
      data: {
        query: { operator: 'AND', value: [{ field: 'name', operator: '~', value: prefix }, { field: 'role', operator: '=', value: 'user' }] },
        pagination: { per_page: 2, starting_after: after },
        sort: { field: 'name', order: 'descending' },
      },
    });
    const found = await byCursor(read, 'data');
    assertWhole(found, 5);
    assert.deepEqual(found.map((item) => item.name.slice(-1)), ['4', '3', '2', '1', '0']);
  });

  story('contact: merge a lead into a user', async () => {
    const [lead, user] = [await make.lead(), await make.contact()];
    const merged = await client.contacts.mergeLeadInUser({ leadId: lead.id, userId: user.id });
    assert.equal(merged.id, user.id);
    await refused(() => client.contacts.find({ id: lead.id }), 404);
  });

  story('contact: attached companies, with nextPage by address', async () => {
    const contact = await make.contact();
    for (let i = 0; i < 3; i += 1) {
      const company = await make.company();
      const attached = await client.companies.attachContact({ contactId: contact.id, companyId: company.id });
      assert.equal(attached.id, company.id);
    }
    const first = await client.contacts.listAttachedCompanies({ id: contact.id, perPage: 2 });
    assert.equal(first.data.length, 2);
    const second = await client.nextPage(first.pages);
    assertWhole([...first.data, ...second.data], 3);
    const detached = await client.companies.detachContact({ contactId: contact.id, companyId: first.data[0].id });
    assert.equal(detached.id, first.data[0].id);
    assert.equal((await client.contacts.listAttachedCompanies({ id: contact.id })).total_count, 2);
  });

  story('contact: tags', async () => {
    const [contact, tag] = [await make.contact(), await make.tag()];
    assert.equal((await client.tags.tagContact({ contactId: contact.id, tagId: tag.id })).id, tag.id);
    assert.deepEqual((await client.contacts.listAttachedTags({ id: contact.id })).data.map((item) => item.id), [tag.id]);
    assert.equal((await client.tags.untagContact({ contactId: contact.id, tagId: tag.id })).id, tag.id);
    assert.deepEqual((await client.contacts.listAttachedTags({ id: contact.id })).data, []);
  });

  story('contact: segments and subscriptions', async () => {
    const contact = await make.contact();
    assert.equal((await client.contacts.listAttachedSegments({ id: contact.id })).type, 'list');
    assert.deepEqual((await client.contacts.listAttachedEmailSubscriptions({ id: contact.id })).data, []);
  });

  story('contact: notes', async () => {
    const contact = await make.contact();
    for (let i = 0; i < 3; i += 1) {
      const note = await client.notes.create({ contactId: contact.id, adminId: admin, body: `Note ${i}` });
      assert.match(note.body, new RegExp(`Note ${i}`));
      assert.match((await client.notes.find({ id: note.id })).body, new RegExp(`Note ${i}`));
    }
    const notes = await numbered((page) => client.notes.list({ contactId: contact.id, page, perPage: 2 }));
    assertWhole(notes, 3);
  });

  // Companies

  story('company: create, find, update, delete', async () => {
    const companyId = unique('acme');
    const made = await client.companies.create({
      companyId, name: companyId, plan: 'enterprise', size: 5, website: 'https://acme.example', industry: 'Trade', monthlySpend: 10,
      createdAt: now() - day, customAttributes: { paid_subscriber: true },
    });
    assert.equal(made.company_id, companyId);
    assert.equal(made.plan.name, 'enterprise');
    assert.equal(made.custom_attributes.paid_subscriber, true);
    assert.equal((await client.companies.find({ companyId })).id, made.id);
    assert.equal((await client.companies.find({ name: companyId })).id, made.id);
    const changed = await client.companies.update({ companyId: made.id, name: 'Renamed', size: 6 });
    assert.equal(changed.name, 'Renamed');
    assert.equal(changed.size, 6);
    const answer = await client.companies.delete({ id: made.id });
    assert.equal(answer.id, made.id);
    await refused(() => client.companies.find({ companyId }), 404);
  });

  story('company: list reads every page', async () => {
    const first = await client.companies.list({ page: 1, perPage: 6 });
    const all = await numbered((page) => client.companies.list({ page, perPage: 6 }));
    assertWhole(all, first.total_count);
  });

  story('company: nextPage by address', async () => {
    const first = await client.companies.list({ page: 1, perPage: 6, order: 'desc' });
    assert.match(String(first.pages.next), new RegExp(`^${baseUri}/`));
    const second = await client.nextPage(first.pages);
    assert.equal(second.pages.page, 2);
    assert.ok(second.data.every((item) => first.data.every((other) => other.id !== item.id)));
  });

  story('company: scroll reads every company', async () => {
    const listed = await numbered((page) => client.companies.list({ page, perPage: 50 }));
    const scrolled = await client.companies.scroll.each({});
    assert.deepEqual(scrolled.map((item) => item.id).sort(), listed.map((item) => item.id).sort());
  });

  story('company: contacts, segments and tags', async () => {
    const [company, contact] = [await make.company(), await make.contact()];
    await client.companies.attachContact({ contactId: contact.id, companyId: company.id });
    const contacts = await client.companies.listAttachedContacts({ companyId: company.id });
    assert.deepEqual(contacts.data.map((item) => item.id), [contact.id]);
    assert.deepEqual((await client.companies.listAttachedSegments({ companyId: company.id })).data, []);
    const name = unique('Tag');
    const tag = await client.tags.tagCompanies({ tagName: name, companiesIds: [company.id] });
    assert.equal(tag.name, name);
    assert.deepEqual((await client.companies.list({ tagId: tag.id })).data.map((item) => item.id), [company.id]);
    await client.tags.untagCompanies({ tagName: name, companiesIds: [company.id] });
    assert.deepEqual((await client.companies.list({ tagId: tag.id })).data, []);
  });

  // Conversations

  story('conversation: create, find, update', async () => {
    const { contact, message, id } = await make.conversation();
    assert.equal(message.type, 'user_message');
    const found = await client.conversations.find({ id });
    assert.equal(found.source.author.id, contact.id);
    assert.equal(found.source.body, '<p>Hello there</p>');
    assert.equal((await client.conversations.find({ id, inPlainText: true })).source.body, 'Hello there');
    const changed = await client.conversations.update({ id, markRead: true, customAttributes: { issue_type: 'Billing' } });
    assert.equal(changed.read, true);
    assert.equal(changed.custom_attributes.issue_type, 'Billing');
  });

  if (sdk.major === 5) {
    story('conversation: create from a lead', async () => {
      const lead = await make.lead();
      const message = await client.conversations.create({ userId: lead.id, type: 'lead', body: 'Hi' });
      assert.equal((await client.conversations.find({ id: message.conversation_id })).source.author.type, 'lead');
    });

    story('conversation: reply by a contact to the last conversation', async () => {
      const { contact, id } = await make.conversation();
      const answer = await client.conversations.replyByLastAsUser({ intercomUserId: contact.id, body: 'To the last' });
      assert.equal(answer.id, id);
      assert.equal(last(answer).body, '<p>To the last</p>');
    });
  }

  story('conversation: reply by an admin and by a contact', async () => {
    const { contact, id } = await make.conversation();
    const comment = await client.conversations.replyByIdAsAdmin({ id, adminId: admin, messageType: 'comment', body: 'Hi' });
    assert.equal(last(comment).author.id, admin);
    assert.equal(last(comment).part_type, 'comment');
    const note = await client.conversations.replyByIdAsAdmin({ id, adminId: admin, messageType: 'note', body: 'Internal' });
    assert.equal(last(note).part_type, 'note');
    const answer = await client.conversations.replyByIdAsUser({ id, intercomUserId: contact.id, body: 'Thanks' });
    assert.equal(last(answer).author.id, contact.id);
    assert.equal(last(answer).body, '<p>Thanks</p>');
  });

  story('conversation: assign, close, open', async () => {
    const { id } = await make.conversation();
    const assigned = await client.conversations.assign({ id, type: 'admin', adminId: admin, assigneeId: '5002', body: 'For you' });
    assert.equal(assigned.admin_assignee_id, 5002);
    const toTeam = await client.conversations.assign({ id, type: 'team', adminId: admin, assigneeId: '6001' });
    assert.equal(Number(toTeam.team_assignee_id), 6001);
    const closed = await client.conversations.close({ id, adminId: admin, body: 'Goodbye' });
    assert.equal(closed.state, 'closed');
    assert.match(last(closed).body, /Goodbye/);
    assert.equal((await client.conversations.open({ id, adminId: admin })).state, 'open');
  });

  story('conversation: snooze', async () => {
    const { id } = await make.conversation();
    const until = now() + day;
    const snoozed = await client.conversations.snooze({ id, adminId: admin, snoozedUntil: until });
    assert.equal(snoozed.state, 'snoozed');
    assert.equal(snoozed.snoozed_until, until);
  });

  story('conversation: assign with assignment rules', async () => {
    const { id } = await make.conversation();
    assert.equal((await client.conversations.assign({ id, withRunningAssignmentRules: true })).id, id);
  });

  story('conversation: attach and detach a contact', async () => {
    const [{ id, contact }, second] = [await make.conversation(), await make.contact()];
    await client.conversations.attachContactAsAdmin({ id, adminId: admin, customer: { intercomUserId: second.id } });
    assert.equal((await client.conversations.find({ id })).contacts.contacts.length, 2);
    await client.conversations.detachContactAsAdmin({ conversationId: id, contactId: second.id, adminId: admin });
    assert.deepEqual((await client.conversations.find({ id })).contacts.contacts.map((item) => item.id), [contact.id]);
  });

  story('conversation: attach a contact as a contact', async () => {
    const [{ id, contact }, second] = [await make.conversation(), await make.contact()];
    await client.conversations.attachContactAsContact({ id, intercomUserId: contact.id, customer: { intercomUserId: second.id } });
    assert.equal((await client.conversations.find({ id })).contacts.contacts.length, 2);
  });

  story('conversation: tag and untag', async () => {
    const [{ id }, tag] = [await make.conversation(), await make.tag()];
    await client.tags.tagConversation({ conversationId: id, tagId: tag.id, adminId: admin });
    assert.deepEqual((await client.conversations.find({ id })).tags.tags.map((item) => item.id), [tag.id]);
    await client.tags.untagConversation({ conversationId: id, tagId: tag.id, adminId: admin });
    assert.deepEqual((await client.conversations.find({ id })).tags.tags, []);
  });

  story('conversation: redact', async () => {
    const { id, contact } = await make.conversation();
    const answer = await client.conversations.replyByIdAsUser({ id, intercomUserId: contact.id, body: 'My secret' });
    const redacted = await client.conversations.redactConversationPart({
      type: 'conversation_part', conversationId: id, conversationPartId: last(answer).id,
    });
    assert.equal(parts(redacted).find((item) => item.id === last(answer).id).redacted, true);
  });

  story('conversation: search reads every page', async () => {
    const { contact } = await make.conversation();
    for (let i = 0; i < 2; i += 1) await client.conversations.create({ userId: contact.id, body: `Number ${i}` });
    const found = await byCursor((after) => client.conversations.search({
      data: {
        query: { field: 'contact_ids', operator: '=', value: contact.id },
        pagination: { per_page: 2, starting_after: after },
        sort: { field: 'created_at', order: 'ascending' },
      },
    }), 'conversations');
    assertWhole(found, 3);
  });

  if (sdk.major > 3) {
    story('conversation: list reads every page', async () => {
      const first = await client.conversations.list({ perPage: 50 });
      const all = await byCursor((after) => client.conversations.list({ perPage: 50, startingAfter: after }), 'conversations');
      assertWhole(all, first.total_count);
    });
  }

  story('message: in-app and email', async () => {
    const contact = await make.contact();
    const to = { type: 'user', id: contact.id };
    const from = { type: 'admin', id: admin };
    const inApp = await client.messages.create({ messageType: 'inapp', body: 'Hello', from, to, createConversationWithoutContactReply: true });
    assert.equal(inApp.message_type, 'inapp');
    assert.match(inApp.conversation_id, /^\d+$/);
    const email = await client.messages.create({ messageType: 'email', subject: 'Hi', template: 'plain', body: 'Hello', from, to });
    assert.equal(email.message_type, 'email');
    assert.equal(email.subject, 'Hi');
  });

  // Content

  story('article: create, find, update, list, delete', async () => {
    const made = await client.articles.create({ title: unique('Article'), description: 'About', body: '<p>Text</p>', authorId: 5001, state: 'draft' });
    assert.equal(made.state, 'draft');
    assert.equal((await client.articles.find({ id: made.id })).title, made.title);
    assert.equal((await client.articles.update({ id: made.id, title: 'Changed', authorId: 5001 })).title, 'Changed');
    const first = await client.articles.list({ page: 1, perPage: 10 });
    const all = await numbered((page) => client.articles.list({ page, perPage: 10 }));
    assertWhole(all, first.total_count);
    assert.equal((await client.articles.delete({ id: made.id })).deleted, true);
  });

  for (const [name, read] of [
    ['article', () => client.articles.list({ page: 1, perPage: 10 })],
    ['collection', () => client.helpCenter.collections.list({ page: 1, perPage: 2 })],
  ]) {
    story(`${name}: nextPage by address reads every page`, async () => {
      let list = await read();
      const total = list.total_count;
      const items = [...list.data];
      while (list.pages.next) {
        list = await client.nextPage(list.pages);
        items.push(...list.data);
      }
      assertWhole(items, total);
    });
  }

  story('collection: create, find, update, list, delete', async () => {
    const { collections } = client.helpCenter;
    const made = await collections.create({ name: unique('Collection'), description: 'What it holds' });
    assert.equal((await collections.find({ id: made.id })).name, made.name);
    assert.equal((await collections.update({ id: made.id, name: 'Changed' })).name, 'Changed');
    const first = await collections.list({ page: 1, perPage: 2 });
    const all = await numbered((page) => collections.list({ page, perPage: 2 }));
    assertWhole(all, first.total_count);
    assert.equal((await collections.delete({ id: made.id })).deleted, true);
  });

  // Data

  story('data attribute: create, update, list', async () => {
    const name = unique('attr').replaceAll('-', '_');
    const made = await client.dataAttributes.create({
      name, model: 'contact', dataType: 'string', description: 'Made by a test', options: [{ value: 'a' }, { value: 'b' }],
    });
    assert.equal(made.name, name);
    assert.deepEqual(made.options, ['a', 'b']);
    assert.equal((await client.dataAttributes.update({ id: made.id, description: 'Changed' })).description, 'Changed');
    assert.ok((await client.dataAttributes.list({ model: 'contact' })).data.some((item) => item.id === made.id));
  });

  story('event: create, list, summary', async () => {
    const contact = await make.contact({ externalId: unique('events') });
    for (const by of [{ userId: contact.external_id }, { id: contact.id }, { email: contact.email }]) {
      await client.events.create({ ...by, eventName: 'bought', createdAt: now() - 60, metadata: { price: 99 } });
    }
    const list = await client.events.listBy({ userId: contact.external_id, perPage: 50 });
    assert.ok(list.events.length >= 1);
    assert.equal(list.events[0].event_name, 'bought');
    const summary = await client.events.listBy({ intercomUserId: contact.id, summary: true });
    assert.equal(summary.type, 'event.summary');
    assert.equal(summary.events[0].name, 'bought');
  });

  story('event: nextPage by address', async () => {
    const contact = await make.contact();
    for (let i = 0; i < 3; i += 1) await client.events.create({ id: contact.id, eventName: 'tick', createdAt: now() - 100 + i });
    const first = await client.events.listBy({ intercomUserId: contact.id, perPage: 2 });
    assert.equal(first.events.length, 2);
    assert.match(first.pages.next, new RegExp(`^${baseUri}/`));
    const second = await client.nextPage(first.pages);
    assert.equal(second.events.length, 1);
  });

  story('data export: create, find, cancel', async () => {
    const job = await client.dataExport.create({ createdAtAfter: now() - day, createdAtBefore: now() });
    const id = job.job_identifier;
    assert.ok(id);
    assert.equal((await client.dataExport.cancel({ id })).job_identifier, id);
    assert.equal((await client.dataExport.find({ id })).status, 'canceled');
  });

  // Workspace

  story('admin: list, find, away, activity logs', async () => {
    const { admins } = await client.admins.list();
    const read = await client.admins.find({ id: admins[0].id });
    assert.equal(read.name, admins[0].name);
    assert.equal((await client.admins.away({ adminId: '5005', enableAwayMode: true, enableReassignMode: true })).away_mode_enabled, true);
    assert.equal((await client.admins.away({ adminId: '5005', enableAwayMode: false, enableReassignMode: false })).away_mode_enabled, false);
    const logs = await client.admins.listAllActivityLogs({ after: new Date(Date.now() - 30 * day * 1000), before: new Date() });
    assert.ok(logs.activity_logs.length > 0);
  });

  story('team: list and find', async () => {
    const { teams } = await client.teams.list();
    assert.equal((await client.teams.find({ id: teams[0].id })).name, teams[0].name);
  });

  story('segment: list and find, with counts', async () => {
    const { segments } = await client.segments.list({ includeCount: true });
    assert.equal(typeof segments[0].count, 'number');
    const read = await client.segments.find({ id: segments[0].id, includeCount: true });
    assert.equal(read.name, segments[0].name);
    assert.equal(read.count, segments[0].count);
  });

  story('subscription type: list', async () => {
    assert.ok((await client.subscriptions.listTypes()).data.every((item) => item.type === 'subscription'));
  });

  story('tag: create, rename, list, delete', async () => {
    const made = await make.tag();
    const renamed = await client.tags.update({ id: made.id, name: `${made.name} 2` });
    assert.equal(renamed.id, made.id);
    assert.equal((await client.tags.list()).data.find((item) => item.id === made.id).name, `${made.name} 2`);
    await client.tags.delete({ id: made.id });
    assert.ok((await client.tags.list()).data.every((item) => item.id !== made.id));
  });

  story('visitor: find and update', async () => {
    const userId = '3ecf64d0-0000-4e9f-88e1-000000000001';
    const found = await client.visitors.find({ userId });
    assert.equal(found.type, 'visitor');
    const name = unique('Gareth');
    assert.equal((await client.visitors.update({ id: found.id, name })).name, name);
    assert.equal((await client.visitors.find({ userId })).name, name);
  });

  story('visitor: find by id', async () => {
    const { id } = await client.visitors.find({ userId: '3ecf64d0-0000-4e9f-88e1-000000000001' });
    assert.equal((await client.visitors.find({ id })).id, id);
  });

  story('phone call redirect: create', async () => {
    const answer = await client.phoneCallRedirect.create({ phone: '+353832345678' });
    assert.equal(answer.type, 'phone_call_redirect');
  });

  story('phone call redirect: an invalid number is refused', async () => {
    await assert.rejects(() => client.phoneCallRedirect.create({ phone: 'not a number' }), /Invalid phone number/);
  });

  story('count: of the workspace', async () => {
    assert.equal((await client.counts.forApp()).type, 'count.hash');
  });

  story.checkFaults();
}
