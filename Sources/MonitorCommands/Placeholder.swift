enum PlaceholderMonitorCommands {}
