#if PostgreSQL
import Testing

/// What loads several servers and a database: one after the other, for the sake of all.
@Suite(.serialized) struct PostgresSerial {}
#endif
