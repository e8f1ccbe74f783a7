// The search page: plain links and forms, and what every page has.

import { startShell } from "./shell.js";

startShell();
