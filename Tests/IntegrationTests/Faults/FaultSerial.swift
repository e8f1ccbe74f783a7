import Testing

/// Tests that load the machine or break things under load: one at a time, so that their figures mean something.
@Suite(.serialized) enum FaultSerial {}
