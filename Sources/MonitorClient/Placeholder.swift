enum PlaceholderMonitorClient {}
