#if PostgreSQL
import Crypto

/// What a key of any length is found by.
enum KeyDigest {
    static func of(_ key: String) -> [UInt8] { Array(SHA256.hash(data: Array(key.utf8))) }
}
#endif
