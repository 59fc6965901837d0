import { storiesOf } from './lib/harness.mjs';
import { legacy } from './lib/legacy.mjs';
import { stories } from './stories/legacy.mjs';

stories(storiesOf('5.0.0'), legacy(5, '5.0.0'));
