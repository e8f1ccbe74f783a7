enum PlaceholderMonitorSources {}
