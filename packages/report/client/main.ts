import { setUpItemLists } from './item-list.js';
import { focusableScrollers } from './scrollers.js';
import { sortableTables } from './sortable-table.js';
import { setUpTheme } from './theme.js';

setUpTheme();
sortableTables();
setUpItemLists();
focusableScrollers();
