enum PlaceholderMonitorLive {}
