// Faults of the SDK itself. Each test in this list runs, and must fail as stated. If a test passes, the SDK or the sandbox has changed,
// and the run fails until the test is removed from the list.

const assignmentRules = {
  reason: 'Version 2.14 of the API has no run_assignment_rules. The SDK still offers it.',
  failure: /Status code: 404|undefined/,
};

const undescribedError = 'The client throws undefined when an error is not an error.list.';

const before6 = {
  'contact: nextPage of the list': {
    reason: 'nextPage requires an address, but "next" of a list with a cursor is an object.',
    failure: /replace is not a function/,
  },
  'conversation: assign with assignment rules': {
    reason: `The SDK calls /run_assignment_rules/parts, which does not exist. ${undescribedError}`,
    failure: /^undefined$/,
  },
  'visitor: find by id': {
    reason: `The API reads visitors by user_id only. ${undescribedError}`,
    failure: /^undefined$/,
  },
  'phone call redirect: an invalid number is refused': {
    reason: `The errors of this operation have a shape of their own. ${undescribedError}`,
    failure: /undefined/,
  },
  'count: of the workspace': {
    reason: `Version 2.14 of the API has no counts. ${undescribedError}`,
    failure: /^undefined$/,
  },
};

export const knownFaults = {
  '7.0.3': {
    'conversation: run assignment rules': assignmentRules,
  },
  '6.4.0': {
    'conversation: run assignment rules': assignmentRules,
    'company: update by Intercom id': {
      reason: 'The SDK sends PUT /companies/{id} without a body.',
      failure: /- 'Renamed'/,
    },
  },
  '5.0.0': before6,
  '4.0.0': before6,
  '3.2.1': before6,
};
