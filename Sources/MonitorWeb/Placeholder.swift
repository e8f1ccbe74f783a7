enum PlaceholderMonitorWeb {}
