enum PlaceholderMonitorStorage {}
