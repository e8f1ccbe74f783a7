enum PlaceholderMonitorServer {}
