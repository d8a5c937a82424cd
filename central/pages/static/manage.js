// A page of the set-up: a list that is kept true, and beside it the form of the thing chosen.

import { startEditor } from "./manage-editor.js";
import { startExample } from "./manage-example.js";
import { startFind } from "./manage-find.js";
import { startMonth } from "./manage-month.js";
import { startOnce } from "./manage-once.js";
import { startRows } from "./manage-rows.js";

startRows();
startOnce();
startMonth();
startFind();
startExample();
startEditor();
document.querySelector(".sections [aria-current]").scrollIntoView({ block: "nearest" });
