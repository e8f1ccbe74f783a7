// The search page: plain links and forms; what needs a person is kept up to date as on every page.

import { startClock } from "./clock.js";
import { follow } from "./live.js";
import { followNeeds } from "./needs.js";

startClock();
follow((event) => followNeeds(event));
