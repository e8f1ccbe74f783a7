// A page of plain links and forms.

import { startShell } from "./shell.js";

startShell();
