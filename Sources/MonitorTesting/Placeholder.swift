enum PlaceholderTesting {}
