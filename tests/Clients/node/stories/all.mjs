// The stories of versions 6 and 7.
import { connection } from './connection.mjs';
import { contacts } from './contacts.mjs';
import { companies } from './companies.mjs';
import { content } from './content.mjs';
import { conversations } from './conversations.mjs';
import { data } from './data.mjs';
import { tickets } from './tickets.mjs';
import { workspace } from './workspace.mjs';

export function stories(story, sdk) {
  connection(story, sdk);
  contacts(story, sdk);
  companies(story, sdk);
  conversations(story, sdk);
  tickets(story, sdk);
  content(story, sdk);
  data(story, sdk);
  workspace(story, sdk);
  story.checkFaults();
}
