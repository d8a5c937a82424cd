// The sign follows its window.

import { listen } from "./stream.js";

listen(document.querySelector("[data-events]").dataset.events);
