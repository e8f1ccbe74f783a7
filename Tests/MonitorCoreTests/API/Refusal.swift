import MonitorCore

/// The error that a call throws, if it throws one for the client.
func refusal(_ call: () throws -> Void) -> APIError? {
    do {
        try call()
        return nil
    } catch {
        return error as? APIError
    }
}
