// Versions 6 and 7 share their client. The differences between them are here.
import { createRequire } from 'node:module';
import { baseUri, token, unique } from './harness.mjs';

const load = createRequire(import.meta.url);

function connect(name, options) {
  const { IntercomClient } = load(name);
  // A test does not wait for the SDK to repeat a failed call.
  return new IntercomClient({ token, baseUrl: baseUri, maxRetries: 0, ...options });
}

const once = { maxRetries: 0 };

export function version7() {
  const client = connect('intercom7');
  return {
    major: 7,
    version: '7.0.3',
    client,
    connect: (options) => connect('intercom7', options),
    once,
    updateCompany: (id, fields) => client.companies.update({ company_id: id, body: fields }),
    updateAttribute: (id, fields) => client.dataAttributes.update({ data_attribute_id: id, body: fields }),
    updateTicket: (id, fields) => client.tickets.update({ ticket_id: id, ...fields }),
    aiContent: client.aiContent,
    awayStatusReasons: () => client.awayStatusReasons.listAwayStatusReasons(),
    ticketStates: () => client.ticketStates.listTicketStates(),
    jobStatus: (id) => client.jobs.status({ job_id: id }),
    exports: client.export,
    customObjects: client.customObjectInstances,
    customObject: (id) => ({ custom_object_instance_id: id }),
    source: (id) => ({ source_id: id }),
    page: (id) => ({ page_id: id }),
  };
}

export function version6() {
  const client = connect('intercom6');
  // Version 6 offers these resources only among its unstable ones.
  const { unstable } = client;
  return {
    major: 6,
    version: '6.4.0',
    client,
    connect: (options) => connect('intercom6', options),
    once,
    updateCompany: (id, fields) => client.companies.update({ company_id: id, ...fields }),
    updateAttribute: (id, fields) => client.dataAttributes.update({ data_attribute_id: id, ...fields }),
    updateTicket: (id, fields) => client.tickets.update({ ticket_id: id, ...fields }),
    aiContent: unstable.aiContent,
    awayStatusReasons: () => unstable.awayStatusReasons.listAwayStatusReasons(),
    ticketStates: () => unstable.ticketStates.listTicketStates(),
    jobStatus: (id) => unstable.jobs.status({ id }),
    exports: unstable.export,
    customObjects: unstable.customObjectInstances,
    customObject: (id) => ({ id }),
    source: (id) => ({ id }),
    page: (id) => ({ id }),
  };
}

/** Makes the objects that tests need, each with its own names. */
export function maker(client) {
  const contact = (fields = {}) => client.contacts.create({ role: 'user', email: `${unique('ann')}@example.com`, ...fields });
  const lead = (fields = {}) => client.contacts.create({ role: 'lead', name: unique('Lead'), ...fields });
  const company = (fields = {}) =>
    client.companies.createOrUpdate({ company_id: unique('company'), name: unique('Company'), ...fields });
  const tag = () => client.tags.create({ name: unique('Tag') });
  const conversation = async (fields = {}) => {
    const from = await contact();
    const message = await client.conversations.create({ from: { type: 'user', id: from.id }, body: 'Hello there', ...fields });
    return { contact: from, message, id: message.conversation_id };
  };
  const ticketType = (fields = {}) =>
    client.ticketTypes.create({ name: unique('Type'), description: 'Made by a test', category: 'Customer', ...fields });
  const ticket = async (fields = {}) => {
    const from = await contact();
    const type = await ticketType();
    const made = await client.tickets.create({
      ticket_type_id: type.id,
      contacts: [{ id: from.id }],
      ticket_attributes: { _default_title_: unique('Title'), _default_description_: 'It does not work' },
      ...fields,
    });
    return { contact: from, type, ticket: made };
  };
  const article = (fields = {}) =>
    client.articles.create({ title: unique('Article'), author_id: 5001, body: '<p>Text</p>', state: 'draft', ...fields });
  return { contact, lead, company, tag, conversation, ticketType, ticket, article };
}
