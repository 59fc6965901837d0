import { storiesOf } from './lib/harness.mjs';
import { legacy } from './lib/legacy.mjs';
import { stories } from './stories/legacy.mjs';

stories(storiesOf('4.0.0'), legacy(4, '4.0.0'));
