import { storiesOf } from './lib/harness.mjs';
import { version7 } from './lib/modern.mjs';
import { stories } from './stories/all.mjs';

stories(storiesOf('7.0.3'), version7());
