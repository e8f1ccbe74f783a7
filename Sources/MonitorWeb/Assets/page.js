// A page of plain links and forms: nothing in it is live but what every page has.

import { startShell } from "./shell.js";

startShell();
