// The search page: plain links and forms, under what every page has.

import { startShell } from "./shell.js";

startShell();
