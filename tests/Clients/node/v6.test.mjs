import { storiesOf } from './lib/harness.mjs';
import { version6 } from './lib/modern.mjs';
import { stories } from './stories/all.mjs';

stories(storiesOf('6.4.0'), version6());
