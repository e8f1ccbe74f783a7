// The shared worker holds the connection for every page of the browser, and lives as long as one of them.

import { startHub } from "./hub.js";

startHub(self.name);
