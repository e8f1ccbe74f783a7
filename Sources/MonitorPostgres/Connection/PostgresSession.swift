#if PostgreSQL
/// A connection that is made when it is needed, and again after it was lost.
struct PostgresSession {
    private let location: PostgresLocation
    private var connection: PostgresConnection?

    init(_ location: PostgresLocation) { self.location = location }

    /// Runs `body` on the connection, and forgets a connection that was lost meanwhile.
    mutating func with<Result>(_ body: (PostgresConnection) throws -> Result) throws -> Result {
        let connection = try self.connection ?? PostgresConnection(to: location)
        self.connection = connection
        do {
            return try body(connection)
        } catch {
            if connection.isLost || (error as? PostgresError)?.isConnectionLost == true { self.connection = nil }
            throw error
        }
    }

    /// The same, once more where a connection that was there is lost: what has changed nothing can be done again.
    mutating func retrying<Result>(_ body: (PostgresConnection) throws -> Result) throws -> Result {
        let wasConnected = connection != nil
        do {
            return try with(body)
        } catch let error as PostgresError where error.isConnectionLost && wasConnected {
            return try with(body)
        }
    }
}
#endif
