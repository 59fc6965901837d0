import { storiesOf } from './lib/harness.mjs';
import { legacy } from './lib/legacy.mjs';
import { stories } from './stories/legacy.mjs';

stories(storiesOf('3.2.1'), legacy(3, '3.2.1'));
