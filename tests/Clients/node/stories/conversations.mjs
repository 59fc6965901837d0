// Conversations: create, read, list, search, reply, assign, close, open, snooze, tags, contacts, redact, convert, delete. Messages too.
import assert from 'node:assert/strict';
import { assertFields, assertWhole, collect, day, now, refused, unique } from '../lib/harness.mjs';
import { maker } from '../lib/modern.mjs';

const admin = '5001';

export function conversations(story, sdk) {
  const { client } = sdk;
  const make = maker(client);
  const parts = (conversation) => conversation.conversation_parts.conversation_parts;
  const last = (conversation) => parts(conversation).at(-1);
  const find = (id, options = {}) => client.conversations.find({ conversation_id: id, ...options });
  const manage = (id, body) => client.conversations.manage({ conversation_id: id, body });
  const reply = (id, body) => client.conversations.reply({ conversation_id: id, body });

  story('conversation: create returns a message with the conversation id', async () => {
    const from = await make.contact();
    const message = await client.conversations.create({ from: { type: 'user', id: from.id }, body: 'Hello there' });
    assert.equal(message.type, 'user_message');
    assert.equal(message.message_type, 'inapp');
    assert.equal(message.body, 'Hello there');
    assert.match(message.conversation_id, /^\d+$/);
    const found = await find(message.conversation_id);
    assert.equal(found.type, 'conversation');
    assert.equal(found.id, message.conversation_id);
    assert.equal(found.state, 'open');
    assert.equal(found.open, true);
    assert.equal(found.source.author.id, from.id);
    assert.equal(found.source.author.type, 'user');
    assert.equal(found.source.body, '<p>Hello there</p>');
    assert.deepEqual(found.contacts.contacts.map((item) => item.id), [from.id]);
    assert.equal(found.conversation_parts.total_count, parts(found).length);
  });

  story('conversation: it and its parts have the fields that the API describes', async () => {
    const { id } = await make.conversation();
    const answer = await reply(id, { message_type: 'comment', type: 'admin', admin_id: admin, body: 'Hi' });
    assertFields(
      answer,
      'admin_assignee_id ai_agent ai_agent_participated contacts conversation_parts conversation_rating created_at custom_attributes '
        + 'first_contact_reply id linked_objects open priority read sla_applied snoozed_until source state statistics tags '
        + 'team_assignee_id teammates title type updated_at waiting_since');
    assertFields(
      last(answer),
      'app_package_code assigned_to attachments author body created_at email_message_metadata external_id id metadata notified_at '
        + 'part_type redacted type updated_at');
  });

  story('conversation: a lead can create one', async () => {
    const lead = await make.lead();
    const message = await client.conversations.create({ from: { type: 'lead', id: lead.id }, body: 'Hi' });
    assert.equal((await find(message.conversation_id)).source.author.type, 'lead');
  });

  story('conversation: an unknown contact is refused with 404', async () => {
    await refused(() => client.conversations.create({ from: { type: 'user', id: '123_doesnt_exist' }, body: 'Hello' }), 404);
  });

  story('conversation: without a body it is refused', async () => {
    const from = await make.contact();
    await refused(() => client.conversations.create({ from: { type: 'user', id: from.id } }), 400);
  });

  story('conversation: an unknown id is refused with 404', async () => {
    await refused(() => find('999999999'), 404);
  });

  story('conversation: display_as plaintext removes the HTML', async () => {
    const { id } = await make.conversation({ body: 'Plain words' });
    await reply(id, { message_type: 'comment', type: 'admin', admin_id: admin, body: '<p>Some <b>bold</b> words</p>' });
    const plain = await find(id, { display_as: 'plaintext' });
    assert.equal(plain.source.body, 'Plain words');
    assert.equal(last(plain).body, 'Some bold words');
  });

  story('conversation: list reads every page', async () => {
    const page = await client.conversations.list({ per_page: 50 });
    assert.equal(page.data.length, 50);
    assert.equal(page.data[0].conversation_parts, undefined, 'a list item has no parts');
    assertWhole(await collect(page), page.response.total_count);
  });

  story('conversation: list defaults to twenty', async () => {
    const page = await client.conversations.list();
    assert.equal(page.data.length, 20);
    assert.equal(page.response.pages.per_page, 20);
  });

  story('conversation: update read, title and custom attributes', async () => {
    const { id } = await make.conversation();
    const read = await client.conversations.update({ conversation_id: id, read: true });
    assert.equal(read.read, true);
    const unread = await client.conversations.update({ conversation_id: id, read: false });
    assert.equal(unread.read, false);
    assert.equal((await find(id)).read, false);
  });

  story('conversation: update sets a custom attribute', async () => {
    const { id } = await make.conversation();
    const changed = await client.conversations.update({ conversation_id: id, custom_attributes: { issue_type: 'Billing' } });
    assert.equal(changed.custom_attributes.issue_type, 'Billing');
    assert.equal((await find(id)).custom_attributes.issue_type, 'Billing');
  });

  if (sdk.major === 7) {
    story('conversation: update the title', async () => {
      const { id } = await make.conversation();
      const changed = await client.conversations.update({ conversation_id: id, title: 'New title' });
      assert.equal(changed.title, 'New title');
      assert.equal((await find(id)).title, 'New title');
    });

    story('conversation: delete', async () => {
      const { id } = await make.conversation();
      const answer = await client.conversations.deleteConversation({ conversation_id: id });
      assert.equal(answer.object, 'conversation');
      assert.equal(answer.id, id);
      assert.equal(answer.deleted, true);
      await refused(() => find(id), 404);
    });
  }

  // Search

  story('conversation: search reads every page', async () => {
    const { contact } = await make.conversation();
    for (let i = 0; i < 4; i += 1) {
      await client.conversations.create({ from: { type: 'user', id: contact.id }, body: `Number ${i}` });
    }
    const page = await client.conversations.search({
      query: { field: 'contact_ids', operator: '=', value: contact.id }, pagination: { per_page: 2 },
    });
    assert.equal(page.response.total_count, 5);
    assert.equal(page.response.pages.total_pages, 3);
    assertWhole(await collect(page), 5);
  });

  story('conversation: search of all reads every page', async () => {
    const page = await client.conversations.search({
      query: { operator: 'AND', value: [{ field: 'created_at', operator: '>', value: '1306054154' }] }, pagination: { per_page: 40 },
    });
    assert.ok(page.response.total_count >= 120);
    const items = await collect(page);
    assertWhole(items, page.response.total_count);
    assert.ok(items.every((item) => item.type === 'conversation'));
  });

  story('conversation: search by state', async () => {
    const { contact, id } = await make.conversation();
    await manage(id, { message_type: 'close', type: 'admin', admin_id: admin });
    const other = await client.conversations.create({ from: { type: 'user', id: contact.id }, body: 'Open' });
    const by = async (state) => (await client.conversations.search({
      query: {
        operator: 'AND',
        value: [{ field: 'contact_ids', operator: '=', value: contact.id }, { field: 'state', operator: '=', value: state }],
      },
    })).data.map((item) => item.id);
    assert.deepEqual(await by('closed'), [id]);
    assert.deepEqual(await by('open'), [other.conversation_id]);
  });

  story('conversation: search by assignee as text and as number', async () => {
    const { contact, id } = await make.conversation();
    await manage(id, { message_type: 'assignment', type: 'admin', admin_id: admin, assignee_id: '5002' });
    for (const value of ['5002', 5002]) {
      const page = await client.conversations.search({
        query: {
          operator: 'AND',
          value: [
            { field: 'contact_ids', operator: '=', value: contact.id },
            { field: 'admin_assignee_id', operator: '=', value },
          ],
        },
      });
      assert.deepEqual(page.data.map((item) => item.id), [id], `value ${typeof value}`);
    }
  });

  story('conversation: search by a single word of the body', async () => {
    const word = unique('word').replaceAll('-', '');
    const { id } = await make.conversation({ body: `I need ${word} support` });
    const page = await client.conversations.search({ query: { field: 'source.body', operator: '=', value: word } });
    assert.deepEqual(page.data.map((item) => item.id), [id]);
  });

  story('conversation: search sorts by created_at', async () => {
    const page = await client.conversations.search({
      query: { field: 'open', operator: '=', value: true }, pagination: { per_page: 25 },
      sort: { field: 'created_at', order: 'ascending' },
    });
    const dates = (await collect(page)).map((item) => item.created_at);
    assert.deepEqual(dates, [...dates].sort((a, b) => a - b));
    assert.ok(dates.length > 25);
  });

  story('conversation: search without a match is empty', async () => {
    const page = await client.conversations.search({ query: { field: 'contact_ids', operator: '=', value: unique('none') } });
    assert.equal(page.response.total_count, 0);
    assert.deepEqual(await collect(page), []);
  });

  // Replies

  story('conversation reply: an admin comments', async () => {
    const { id } = await make.conversation();
    const answer = await reply(id, { message_type: 'comment', type: 'admin', admin_id: admin, body: 'Thanks again :)' });
    assert.equal(answer.type, 'conversation');
    assert.equal(last(answer).part_type, 'comment');
    assert.equal(last(answer).body, '<p>Thanks again :)</p>');
    assert.equal(last(answer).author.type, 'admin');
    assert.equal(last(answer).author.id, admin);
    assert.equal(answer.statistics.count_conversation_parts, answer.conversation_parts.total_count);
  });

  story('conversation reply: an admin writes a note', async () => {
    const { id } = await make.conversation();
    const answer = await reply(id, { message_type: 'note', type: 'admin', admin_id: admin, body: '<h2>A list</h2><ul><li>Tea</li></ul>' });
    assert.equal(last(answer).part_type, 'note');
    assert.match(last(answer).body, /<li>Tea<\/li>/);
  });

  story('conversation reply: an admin offers quick replies', async () => {
    const { id } = await make.conversation();
    const answer = await reply(id, {
      message_type: 'quick_reply', type: 'admin', admin_id: admin,
      reply_options: [
        { text: 'Yes', uuid: 'a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb' },
        { text: 'No', uuid: 'f4a98af1-be56-4948-a57e-e1a83f8484c6' },
      ],
    });
    assert.equal(last(answer).part_type, 'quick_reply');
  });

  story('conversation reply: a contact by Intercom id', async () => {
    const { id, contact } = await make.conversation();
    const answer = await reply(id, { message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Any news?' });
    assert.equal(last(answer).author.type, 'user');
    assert.equal(last(answer).author.id, contact.id);
    assert.equal(last(answer).body, '<p>Any news?</p>');
  });

  story('conversation reply: a contact by email', async () => {
    const { id, contact } = await make.conversation();
    const answer = await reply(id, { message_type: 'comment', type: 'user', email: contact.email, body: 'By email' });
    assert.equal(last(answer).author.id, contact.id);
  });

  story('conversation reply: a contact by external id', async () => {
    const contact = await make.contact({ external_id: unique('replier') });
    const { conversation_id: id } = await client.conversations.create({ from: { type: 'user', id: contact.id }, body: 'Hi' });
    const answer = await reply(id, { message_type: 'comment', type: 'user', user_id: contact.external_id, body: 'By user id' });
    assert.equal(last(answer).author.id, contact.id);
  });

  story('conversation reply: a contact to the last conversation', async () => {
    const { id, contact } = await make.conversation();
    const answer = await reply('last', { message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'To the last' });
    assert.equal(answer.id, id);
    assert.equal(last(answer).body, '<p>To the last</p>');
  });

  story('conversation reply: with attachments by address', async () => {
    const { id } = await make.conversation();
    const answer = await reply(id, {
      message_type: 'comment', type: 'admin', admin_id: admin, body: 'See the picture', attachment_urls: ['https://example.com/cat.png'],
    });
    assert.equal(last(answer).attachments.length, 1);
    assert.equal(last(answer).attachments[0].type, 'upload');
  });

  story('conversation reply: a contact replies to a closed conversation and opens it', async () => {
    const { id, contact } = await make.conversation();
    await manage(id, { message_type: 'close', type: 'admin', admin_id: admin });
    const answer = await reply(id, { message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Not solved' });
    assert.equal(answer.state, 'open');
    assert.equal(answer.open, true);
  });

  story('conversation reply: an unknown conversation is refused with 404', async () => {
    await refused(() => reply('999999999', { message_type: 'comment', type: 'admin', admin_id: admin, body: 'x' }), 404);
  });

  // Manage

  story('conversation: close with a last comment, then open', async () => {
    const { id } = await make.conversation();
    const closed = await manage(id, { message_type: 'close', type: 'admin', admin_id: admin, body: 'Goodbye' });
    assert.equal(closed.state, 'closed');
    assert.equal(closed.open, false);
    assert.equal(last(closed).part_type, 'close');
    assert.match(last(closed).body, /Goodbye/);
    assert.equal(closed.statistics.last_closed_by_id == null, false);
    const open = await manage(id, { message_type: 'open', admin_id: admin });
    assert.equal(open.state, 'open');
    assert.equal(open.open, true);
    assert.equal(last(open).part_type, 'open');
  });

  story('conversation: snooze and open', async () => {
    const { id } = await make.conversation();
    const until = now() + 3 * day;
    const snoozed = await manage(id, { message_type: 'snoozed', admin_id: admin, snoozed_until: until });
    assert.equal(snoozed.state, 'snoozed');
    assert.equal(snoozed.snoozed_until, until);
    assert.equal(snoozed.open, true);
    assert.equal(last(snoozed).part_type, 'snoozed');
    const open = await manage(id, { message_type: 'open', admin_id: admin });
    assert.equal(open.state, 'open');
    assert.equal(open.snoozed_until, null);
  });

  story('conversation: assign to an admin, to a team, and to nobody', async () => {
    const { id } = await make.conversation();
    const toAdmin = await manage(id, { message_type: 'assignment', type: 'admin', admin_id: admin, assignee_id: '5002' });
    assert.equal(toAdmin.admin_assignee_id, 5002);
    assert.equal(last(toAdmin).part_type, 'assignment');
    assert.equal(last(toAdmin).assigned_to.id, '5002');
    const toTeam = await manage(id, { message_type: 'assignment', type: 'team', admin_id: admin, assignee_id: '6001' });
    assert.equal(Number(toTeam.team_assignee_id), 6001);
    const toNobody = await manage(id, { message_type: 'assignment', type: 'admin', admin_id: admin, assignee_id: '0' });
    assert.ok(!toNobody.admin_assignee_id);
  });

  story('conversation: assign to an unknown admin is refused', async () => {
    const { id } = await make.conversation();
    await refused(() => manage(id, { message_type: 'assignment', type: 'admin', admin_id: admin, assignee_id: '424242' }), 404);
  });

  story('conversation: manage with an unknown message_type is refused', async () => {
    const { id } = await make.conversation();
    await refused(() => manage(id, { message_type: 'nonsense', admin_id: admin }), 400);
  });

  story('conversation: run assignment rules', async () => {
    const { id } = await make.conversation();
    const answer = await client.conversations.runAssignmentRules({ conversation_id: id });
    assert.equal(answer.type, 'conversation');
    assert.equal(answer.id, id);
  });

  // Tags, contacts, parts

  story('conversation tag: add, see, search, remove', async () => {
    const [{ id }, tag] = [await make.conversation(), await make.tag()];
    const added = await client.tags.tagConversation({ conversation_id: id, id: tag.id, admin_id: admin });
    assert.equal(added.id, tag.id);
    assert.equal(added.name, tag.name);
    assert.ok(Math.abs(added.applied_at - now()) < 60);
    const found = await find(id);
    assert.deepEqual(found.tags.tags.map((item) => item.name), [tag.name]);
    const page = await client.conversations.search({ query: { field: 'tag_ids', operator: '=', value: tag.id } });
    assert.deepEqual(page.data.map((item) => item.id), [id]);
    const removed = await client.tags.untagConversation({ conversation_id: id, tag_id: tag.id, admin_id: admin });
    assert.equal(removed.id, tag.id);
    assert.deepEqual((await find(id)).tags.tags, []);
  });

  story('conversation contact: attach and detach', async () => {
    const [{ id, contact }, second] = [await make.conversation(), await make.contact()];
    const attached = await client.conversations.attachContactAsAdmin({
      conversation_id: id, admin_id: admin, customer: { intercom_user_id: second.id },
    });
    const ids = (conversation) => (conversation.customers ?? conversation.contacts.contacts).map((item) => item.id).sort();
    assert.deepEqual(ids(attached), [contact.id, second.id].sort());
    await client.conversations.detachContactAsAdmin({ conversation_id: id, contact_id: second.id, admin_id: admin });
    assert.deepEqual((await find(id)).contacts.contacts.map((item) => item.id), [contact.id]);
  });

  story('conversation contact: an unknown email creates a lead', async () => {
    const { id } = await make.conversation();
    const email = `${unique('new')}@example.com`;
    await client.conversations.attachContactAsAdmin({ conversation_id: id, admin_id: admin, customer: { email } });
    const found = (await client.contacts.search({ query: { field: 'email', operator: '=', value: email } })).data[0];
    assert.equal(found.role, 'lead');
    assert.ok((await find(id)).contacts.contacts.some((item) => item.id === found.id));
  });

  story('conversation contact: the last one cannot be detached', async () => {
    const { id, contact } = await make.conversation();
    await refused(
      () => client.conversations.detachContactAsAdmin({ conversation_id: id, contact_id: contact.id, admin_id: admin }), 422);
  });

  story('conversation: redact a part', async () => {
    const { id, contact } = await make.conversation();
    const answer = await reply(id, { message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'My secret' });
    const redacted = await client.conversations.redactConversationPart({
      type: 'conversation_part', conversation_id: id, conversation_part_id: last(answer).id,
    });
    const part = parts(redacted).find((item) => item.id === last(answer).id);
    assert.equal(part.redacted, true);
    assert.ok(!String(part.body).includes('My secret'));
  });

  story('conversation: redact the source', async () => {
    const { id } = await make.conversation({ body: 'My secret' });
    const source = (await find(id)).source;
    const redacted = await client.conversations.redactConversationPart({
      type: 'source', conversation_id: id, source_id: source.id,
    });
    assert.equal(redacted.source.redacted, true);
    assert.ok(!String(redacted.source.body).includes('My secret'));
  });

  story('conversation: redact of an unknown conversation is refused with 404', async () => {
    await refused(() => client.conversations.redactConversationPart({
      type: 'conversation_part', conversation_id: 'really_123_doesnt_exist', conversation_part_id: 'really_123_doesnt_exist',
    }), 404);
  });

  story('conversation: convert to a ticket', async () => {
    const [{ id, contact }, type] = [await make.conversation(), await make.ticketType()];
    const ticket = await client.conversations.convertToTicket({
      conversation_id: id, ticket_type_id: type.id, attributes: { _default_title_: 'Converted' },
    });
    assert.equal(ticket.type, 'ticket');
    assert.equal(ticket.ticket_type.id, type.id);
    assert.equal(ticket.ticket_attributes._default_title_, 'Converted');
    assert.deepEqual(ticket.contacts.contacts.map((item) => item.id), [contact.id]);
    assert.equal((await client.tickets.get({ ticket_id: ticket.id })).id, ticket.id);
  });

  // Messages

  story('message: in-app to a user, with a conversation', async () => {
    const contact = await make.contact();
    const message = await client.messages.create({
      message_type: 'inapp', body: 'Hello from us', from: { type: 'admin', id: 5001 }, to: { type: 'user', id: contact.id },
      create_conversation_without_contact_reply: true,
    });
    assert.equal(message.type, 'admin_message');
    assert.equal(message.message_type, 'inapp');
    assert.equal(message.body, 'Hello from us');
    assert.match(message.conversation_id, /^\d+$/);
    const found = await find(message.conversation_id);
    assert.equal(found.source.author.type, 'admin');
    assert.equal(found.source.author.id, '5001');
  });

  story('message: email with a subject', async () => {
    const contact = await make.contact();
    const message = await client.messages.create({
      message_type: 'email', subject: 'Thanks for everything', body: 'Hello there', template: 'plain',
      from: { type: 'admin', id: 5001 }, to: { type: 'user', id: contact.id },
    });
    assert.equal(message.type, 'admin_message');
    assert.equal(message.message_type, 'email');
    assert.equal(message.subject, 'Thanks for everything');
    assert.equal(message.conversation_id ?? null, null);
  });

  story('message: to an unknown contact is refused', async () => {
    const error = await refused(() => client.messages.create({
      message_type: 'inapp', body: 'Hi', from: { type: 'admin', id: 5001 }, to: { type: 'user', id: '70b27ad36122fa3cd5e6b0f6' },
    }), 404);
    assert.ok(error.message.length > 0);
  });

  story('message: an email without a subject is refused', async () => {
    const contact = await make.contact();
    await refused(() => client.messages.create({
      message_type: 'email', body: 'Hi', template: 'plain', from: { type: 'admin', id: 5001 }, to: { type: 'user', id: contact.id },
    }), 422, 'parameter_not_found');
  });
}
