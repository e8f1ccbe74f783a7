import Synchronization

/// Takes the first of several results; later ones do not count.
final class Race<Success: Sendable>: Sendable {
    private enum State {
        case open
        case awaited(CheckedContinuation<Success, any Error>)
        case finished(Result<Success, any Error>)
        case taken
    }

    private let state = Mutex(State.open)

    func finish(_ result: Result<Success, any Error>) {
        let waiter = state.withLock { state -> CheckedContinuation<Success, any Error>? in
            switch state {
            case .open:
                state = .finished(result)
                return nil
            case .awaited(let continuation):
                state = .taken
                return continuation
            case .finished, .taken: return nil
            }
        }
        waiter?.resume(with: result)
    }

    /// The first result; to be called once.
    func result() async throws -> Success {
        try await withCheckedThrowingContinuation { continuation in
            let finished = state.withLock { state -> Result<Success, any Error>? in
                if case .finished(let result) = state {
                    state = .taken
                    return result
                }
                state = .awaited(continuation)
                return nil
            }
            if let finished { continuation.resume(with: finished) }
        }
    }
}

extension Result where Failure == any Error {
    init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
