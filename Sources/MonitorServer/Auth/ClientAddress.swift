#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Whom attempts are counted for: an IPv4 address, or the network of an IPv6 one, of which one client has all addresses.
struct ClientAddress: Hashable {
    private let bytes: [UInt8]

    /// A proxy on this machine says for whom it asks, last in `X-Forwarded-For`; nobody else is believed.
    init(peer: String?, forwardedFor: String?) {
        let address = peer.map(ClientAddress.bytes(of:)) ?? []
        let last = forwardedFor?.split(separator: ",").last?.drop { $0 == " " }.prefix { $0 != " " }
        let forwarded = last.map { ClientAddress.bytes(of: String($0)) } ?? []
        let client = ClientAddress.isLoopback(address) && !forwarded.isEmpty ? forwarded : address
        bytes = client.count == 16 ? Array(client.prefix(8)) : client
    }

    /// The address's 4 or 16 bytes; none for what is no address.
    private static func bytes(of text: String) -> [UInt8] {
        for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: count)
            if inet_pton(family, text, &bytes) == 1 { return isMapped(bytes) ? Array(bytes.suffix(4)) : bytes }
        }
        return []
    }

    /// An IPv4 address on a socket for both.
    private static func isMapped(_ bytes: [UInt8]) -> Bool {
        bytes.count == 16 && bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    }

    private static func isLoopback(_ bytes: [UInt8]) -> Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes == Array(repeating: 0, count: 15) + [1]
    }
}
