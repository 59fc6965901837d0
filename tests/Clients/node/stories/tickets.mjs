// Ticket types, their attributes, ticket states and tickets.
import assert from 'node:assert/strict';
import { assertFields, assertWhole, collect, day, now, refused, unique } from '../lib/harness.mjs';
import { maker } from '../lib/modern.mjs';

const admin = '5001';

export function tickets(story, sdk) {
  const { client } = sdk;
  const make = maker(client);
  const get = (id) => client.tickets.get({ ticket_id: id });
  const reply = (id, body) => client.tickets.reply({ ticket_id: id, body });
  const states = async () => (await sdk.ticketStates()).data;

  story('ticket type: create, read, update', async () => {
    const name = unique('Type');
    const made = await client.ticketTypes.create({ name, description: 'Report', category: 'Customer', icon: '🎟️' });
    assert.equal(made.type, 'ticket_type');
    assert.equal(made.name, name);
    assert.equal(made.description, 'Report');
    assert.equal(made.category, 'Customer');
    assert.equal(made.icon, '🎟️');
    assert.equal(made.archived, false);
    assert.deepEqual(
      made.ticket_type_attributes.data.map((item) => item.name).sort(), ['_default_description_', '_default_title_']);
    const changed = await client.ticketTypes.update({ ticket_type_id: made.id, name: `${name} 2` });
    assert.equal(changed.name, `${name} 2`);
    assert.equal(changed.description, 'Report');
    assert.equal((await client.ticketTypes.get({ ticket_type_id: made.id })).name, `${name} 2`);
  });

  story('ticket type: the categories', async () => {
    for (const category of ['Customer', 'Back-office', 'Tracker']) {
      assert.equal((await make.ticketType({ category })).category, category);
    }
  });

  story('ticket type: list has the new one', async () => {
    const made = await make.ticketType();
    const list = await client.ticketTypes.list();
    assert.equal(list.type, 'list');
    assert.equal(list.data.find((item) => item.id === made.id).name, made.name);
  });

  story('ticket type: archive', async () => {
    const made = await make.ticketType();
    const changed = await client.ticketTypes.update({ ticket_type_id: made.id, archived: true });
    assert.equal(changed.archived, true);
  });

  story('ticket type: an unknown id is refused with 404', async () => {
    await refused(() => client.ticketTypes.get({ ticket_type_id: '99999999' }), 404);
  });

  story('ticket type attribute: create each data type', async () => {
    const type = await make.ticketType();
    for (const dataType of ['string', 'integer', 'decimal', 'boolean', 'datetime', 'files']) {
      const made = await client.ticketTypes.attributes.create({
        ticket_type_id: type.id, name: `The ${dataType}`, description: 'An attribute', data_type: dataType, required_to_create: false,
      });
      assert.equal(made.type, 'ticket_type_attribute');
      assert.equal(made.name, `The ${dataType}`);
      assert.equal(made.data_type, dataType);
      assert.equal(made.required_to_create, false);
      assert.equal(Number(made.ticket_type_id), Number(type.id));
    }
    const read = await client.ticketTypes.get({ ticket_type_id: type.id });
    assert.equal(read.ticket_type_attributes.data.length, 8);
  });

  story('ticket type attribute: a list with items', async () => {
    const type = await make.ticketType();
    const made = await client.ticketTypes.attributes.create({
      ticket_type_id: type.id, name: 'Size', description: 'How big', data_type: 'list', list_items: 'Small,Medium,Large',
    });
    const options = made.input_options.list_options ?? made.input_options.list_items;
    assert.deepEqual(options.map((item) => item.label ?? item.name), ['Small', 'Medium', 'Large']);
  });

  story('ticket type attribute: update and archive', async () => {
    const type = await make.ticketType();
    const made = await client.ticketTypes.attributes.create({
      ticket_type_id: type.id, name: 'Note', description: 'Before', data_type: 'string',
    });
    const changed = await client.ticketTypes.attributes.update({
      ticket_type_id: type.id, attribute_id: made.id, description: 'After', required_to_create: true,
    });
    assert.equal(changed.description, 'After');
    assert.equal(changed.required_to_create, true);
    const archived = await client.ticketTypes.attributes.update({ ticket_type_id: type.id, attribute_id: made.id, archived: true });
    assert.equal(archived.archived, true);
  });

  story('ticket state: list', async () => {
    const list = await sdk.ticketStates();
    assert.equal(list.type, 'list');
    assert.deepEqual(
      [...new Set(list.data.map((item) => item.category))].sort(), ['in_progress', 'resolved', 'submitted', 'waiting_on_customer']);
    for (const state of list.data) {
      assert.equal(state.type, 'ticket_state');
      assert.equal(typeof state.internal_label, 'string');
    }
  });

  story('ticket: create and read', async () => {
    const { contact, type, ticket } = await make.ticket();
    assert.equal(ticket.type, 'ticket');
    assert.match(ticket.id, /^\d+$/);
    assert.ok(ticket.ticket_id);
    assert.equal(ticket.category, 'Customer');
    assert.equal(ticket.ticket_type.id, type.id);
    assert.equal(ticket.ticket_state.category, 'submitted');
    assert.equal(ticket.open, true);
    assert.equal(ticket.ticket_attributes._default_description_, 'It does not work');
    assert.deepEqual(ticket.contacts.contacts.map((item) => item.id), [contact.id]);
    const read = await get(ticket.id);
    assert.equal(read.id, ticket.id);
    assert.deepEqual(read.ticket_attributes, ticket.ticket_attributes);
    assert.equal(read.ticket_parts.total_count, read.ticket_parts.ticket_parts.length);
  });

  story('ticket: create with typed attributes', async () => {
    const type = await make.ticketType();
    for (const [name, dataType] of [['Text', 'string'], ['Count', 'integer'], ['Weight', 'decimal'], ['Urgent', 'boolean']]) {
      await client.ticketTypes.attributes.create({ ticket_type_id: type.id, name, description: name, data_type: dataType });
    }
    const contact = await make.contact();
    const values = { Text: 'words', Count: 3, Weight: 1.5, Urgent: true };
    const made = await client.tickets.create({
      ticket_type_id: type.id, contacts: [{ id: contact.id }], ticket_attributes: { _default_title_: 'Typed', ...values },
    });
    for (const [name, value] of Object.entries(values)) assert.equal(made.ticket_attributes[name], value, name);
  });

  story('ticket: create for an email that is not known yet', async () => {
    const [type, email] = [await make.ticketType(), `${unique('new')}@example.com`];
    const made = await client.tickets.create({
      ticket_type_id: type.id, contacts: [{ email }], ticket_attributes: { _default_title_: 'New person' },
    });
    const contact = await client.contacts.find({ contact_id: made.contacts.contacts[0].id });
    assert.equal(contact.email, email);
  });

  story('ticket: an unknown type is refused', async () => {
    const contact = await make.contact();
    await refused(() => client.tickets.create({
      ticket_type_id: '99999999', contacts: [{ id: contact.id }], ticket_attributes: {},
    }), 404);
  });

  story('ticket: an unknown id is refused with 404', async () => {
    await refused(() => get('999999999'), 404);
  });

  story('ticket: update the attributes', async () => {
    const { ticket } = await make.ticket();
    const changed = await sdk.updateTicket(ticket.id, { ticket_attributes: { _default_title_: 'Changed' } });
    assert.equal(changed.ticket_attributes._default_title_, 'Changed');
    assert.equal(changed.ticket_attributes._default_description_, 'It does not work');
    assert.equal((await get(ticket.id)).ticket_attributes._default_title_, 'Changed');
  });

  story('ticket: close and open', async () => {
    const { ticket } = await make.ticket();
    assert.equal((await sdk.updateTicket(ticket.id, { open: false })).open, false);
    assert.equal((await sdk.updateTicket(ticket.id, { open: true })).open, true);
  });

  if (sdk.major === 7) {
    story('ticket: move to another state', async () => {
      const { ticket } = await make.ticket();
      const state = (await states()).find((item) => item.category === 'in_progress');
      const changed = await sdk.updateTicket(ticket.id, { ticket_state_id: state.id });
      assert.equal(changed.ticket_state.id, state.id);
      assert.equal(changed.ticket_state.category, 'in_progress');
      assert.equal((await get(ticket.id)).ticket_state.id, state.id);
    });

    story('ticket: assign to an admin and to a team', async () => {
      const { ticket } = await make.ticket();
      const toAdmin = await sdk.updateTicket(ticket.id, { admin_id: 5001, assignee_id: '5002' });
      assert.equal(String(toAdmin.admin_assignee_id), '5002');
      const toTeam = await sdk.updateTicket(ticket.id, { admin_id: 5001, assignee_id: '6001' });
      assert.equal(String(toTeam.team_assignee_id), '6001');
    });

    story('ticket: snooze', async () => {
      const { ticket } = await make.ticket();
      const until = now() + 2 * day;
      const changed = await sdk.updateTicket(ticket.id, { snoozed_until: until });
      assert.equal(changed.snoozed_until, until);
    });

    story('ticket: enqueue, and follow the job', async () => {
      const [type, contact] = [await make.ticketType(), await make.contact()];
      const job = await client.tickets.enqueueCreateTicket({
        ticket_type_id: type.id, contacts: [{ id: contact.id }], ticket_attributes: { _default_title_: 'Later' },
      });
      assert.equal(job.type, 'job');
      let status = await sdk.jobStatus(job.id);
      for (let i = 0; i < 50 && status.status === 'pending'; i += 1) status = await sdk.jobStatus(job.id);
      assert.equal(status.status, 'success');
      assert.equal(status.resource_type, 'ticket');
      assert.equal((await get(status.resource_id)).ticket_attributes._default_title_, 'Later');
    });

    story('ticket: delete', async () => {
      const { ticket } = await make.ticket();
      const answer = await client.tickets.deleteTicket({ ticket_id: ticket.id });
      assert.equal(answer.id, ticket.id);
      assert.equal(answer.object, 'ticket');
      assert.equal(answer.deleted, true);
      await refused(() => get(ticket.id), 404);
    });
  } else {
    story('ticket: move to another state, as version 2.11 writes it', async () => {
      const { ticket } = await make.ticket();
      const changed = await sdk.updateTicket(ticket.id, { state: 'in_progress' });
      assert.equal(changed.ticket_state.category ?? changed.ticket_state, 'in_progress');
    });

    story('ticket: assign, as version 2.11 writes it', async () => {
      const { ticket } = await make.ticket();
      const changed = await sdk.updateTicket(ticket.id, { assignment: { admin_id: '5001', assignee_id: '5002' } });
      assert.equal(String(changed.admin_assignee_id), '5002');
    });
  }

  story('ticket: is shared', async () => {
    const { ticket } = await make.ticket();
    const changed = await sdk.updateTicket(ticket.id, { is_shared: true });
    assert.equal(changed.is_shared, true);
  });

  story('ticket reply: an admin comments', async () => {
    const { ticket } = await make.ticket();
    const part = await reply(ticket.id, { message_type: 'comment', type: 'admin', admin_id: admin, body: 'We look into it' });
    assert.equal(part.type, 'ticket_part');
    assert.equal(part.part_type, 'comment');
    assert.equal(part.body, '<p>We look into it</p>');
    assert.equal(part.author.id, admin);
    const parts = (await get(ticket.id)).ticket_parts.ticket_parts;
    assert.ok(parts.some((item) => item.id === part.id));
  });

  story('ticket reply: it has the fields that the API describes', async () => {
    const { ticket } = await make.ticket();
    const part = await reply(ticket.id, { message_type: 'comment', type: 'admin', admin_id: admin, body: 'Hi' });
    assertFields(part, 'attachments author body created_at id part_type redacted type updated_at');
  });

  story('ticket reply: an admin writes a note', async () => {
    const { ticket } = await make.ticket();
    const part = await reply(ticket.id, { message_type: 'note', type: 'admin', admin_id: admin, body: '<ul><li>Tea</li></ul>' });
    assert.equal(part.part_type, 'note');
    assert.match(part.body, /<li>Tea<\/li>/);
  });

  story('ticket reply: an admin offers quick replies', async () => {
    const { ticket } = await make.ticket();
    const part = await reply(ticket.id, {
      message_type: 'quick_reply', type: 'admin', admin_id: admin,
      reply_options: [{ text: 'Yes', uuid: '0df48b85-9a93-4c66-a167-753eff0baaec' }],
    });
    assert.equal(part.part_type, 'quick_reply');
  });

  story('ticket reply: a contact', async () => {
    const { ticket, contact } = await make.ticket();
    const part = await reply(ticket.id, { message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Thanks again :)' });
    assert.equal(part.author.type, 'user');
    assert.equal(part.author.id, contact.id);
    assert.equal(part.body, '<p>Thanks again :)</p>');
  });

  story('ticket reply: an unknown ticket is refused with 404', async () => {
    await refused(() => reply('999999999', { message_type: 'comment', type: 'admin', admin_id: admin, body: 'x' }), 404);
  });

  story('ticket tag: add and remove', async () => {
    const [{ ticket }, tag] = [await make.ticket(), await make.tag()];
    const added = await client.tags.tagTicket({ ticket_id: ticket.id, id: tag.id, admin_id: admin });
    assert.equal(added.id, tag.id);
    assert.equal(added.name, tag.name);
    const removed = await client.tags.untagTicket({ ticket_id: ticket.id, tag_id: tag.id, admin_id: admin });
    assert.equal(removed.id, tag.id);
  });

  story('ticket: search reads every page', async () => {
    const { contact, type } = await make.ticket();
    for (let i = 0; i < 4; i += 1) {
      await client.tickets.create({
        ticket_type_id: type.id, contacts: [{ id: contact.id }], ticket_attributes: { _default_title_: `Number ${i}` },
      });
    }
    const page = await client.tickets.search({
      query: { field: 'ticket_type_id', operator: '=', value: type.id }, pagination: { per_page: 2 },
    });
    assert.equal(page.response.type, 'ticket.list');
    assert.equal(page.response.total_count, 5);
    assertWhole(await collect(page), 5);
  });

  story('ticket: search of all reads every page', async () => {
    const page = await client.tickets.search({
      query: { operator: 'AND', value: [{ field: 'created_at', operator: '>', value: '1306054154' }] }, pagination: { per_page: 5 },
    });
    assert.ok(page.response.total_count > 5);
    assertWhole(await collect(page), page.response.total_count);
  });

  story('ticket: search by title, state and contact', async () => {
    const { contact, ticket } = await make.ticket();
    const title = ticket.ticket_attributes._default_title_;
    for (const filter of [
      { field: 'title', operator: '=', value: title },
      { field: 'contact_ids', operator: '=', value: contact.id },
      { field: 'id', operator: '=', value: ticket.id },
    ]) {
      const page = await client.tickets.search({ query: filter });
      assert.deepEqual(page.data.map((item) => item.id), [ticket.id], filter.field);
    }
  });
}
